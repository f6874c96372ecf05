/** The register of what needs a person. A condition has one id; raising it again changes what it says. */
import type { Alert } from '../../contract/live';
import type { Reason } from '../../contract/scalars';
import { type Clock, createTopic, type Topic } from '../store';

export interface Alerts {
  /** Shows the condition. One that a person dismissed stays away until it is settled or says something else. */
  raise(id: string, severity: Alert['severity'], reason: Reason): void;
  /** The condition is over. */
  settle(id: string): void;
  /** A person has seen it. */
  dismiss(id: string): void;
  /** Errors first, then newest first. */
  list(): Alert[];
  readonly changed: Topic<null>;
}

export function createAlerts(clock: Clock): Alerts {
  const held = new Map<string, Alert & { dismissed: boolean }>();
  const changed = createTopic<null>();

  return {
    changed,
    raise(id, severity, reason) {
      const before = held.get(id);
      if (before && before.severity === severity && JSON.stringify(before.reason) === JSON.stringify(reason)) return;
      held.set(id, { id, severity, reason, at: clock.now(), dismissed: false });
      changed.emit(null);
    },
    settle(id) {
      if (held.delete(id)) changed.emit(null);
    },
    dismiss(id) {
      const alert = held.get(id);
      if (!alert || alert.dismissed) return;
      held.set(id, { ...alert, dismissed: true });
      changed.emit(null);
    },
    list() {
      const shown = [...held.values()].filter((alert) => !alert.dismissed);
      return shown.sort(errorsThenNewest).map(({ id, severity, at, reason }) => ({ id, severity, at, reason }));
    },
  };
}

function errorsThenNewest(a: Alert, b: Alert): number {
  if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1;
  return b.at - a.at;
}
