/** What a watch tells: kept, and shown to every console until it is over. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { watchApi } from '../../contract/api/recordings';
import { type Actor, STATION_ACTOR } from '../../contract/records/audit';
import type { WatchAlarm } from '../../contract/records/recording';
import { type Reason, reason } from '../../contract/scalars';
import { dayNumber } from '../../domain/calendar';
import { daySpan } from '../../domain/time';
import { settingsOf } from '../store';
import type { Room } from './room';

const LOOK_MS = 5000;

export interface Alarms {
  handlers: HandlersOf<typeof watchApi>;
  start(): void;
  stop(): void;
}

type Told = Omit<WatchAlarm, 'rev' | 'lostSight'>;
const alertOf = (id: string) => `watch.${id}`;

/** `forgetMs`: a watch that tells no more of what it raised is gone itself. */
export function createAlarms(room: Room, forgetMs: number): Alarms {
  const { store, alerts, monotonic, clock, log } = room;
  const toldAt = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;

  function show(alarm: Told): void {
    if (alarm.until !== null) {
      toldAt.delete(alarm.id);
      return alerts.settle(alertOf(alarm.id));
    }
    toldAt.set(alarm.id, monotonic());
    alerts.raise({ id: alertOf(alarm.id), severity: 'error', at: clock.now(), reason: reasonOf(alarm) });
  }

  async function keep(told: Told, actor: Actor, lostSight = false): Promise<WatchAlarm> {
    const held = store.get('watchAlarm', told.id);
    if (held && held.until === told.until && held.lostSight === lostSight) return held;
    return store.commit({ command: 'watch.alarm', actor }, (tx) =>
      tx.put('watchAlarm', { ...told, rev: held?.rev ?? 0, lostSight }),
    );
  }

  async function forget(id: string, unheardMs: number): Promise<void> {
    toldAt.delete(id);
    const alarm = store.get('watchAlarm', id);
    if (!alarm || alarm.until !== null) return;
    const until = Math.max(alarm.from, clock.now() - Math.round(unheardMs));
    const { rev: _rev, lostSight: _lostSight, ...told } = alarm;
    await keep({ ...told, until }, STATION_ACTOR, true);
    alerts.settle(alertOf(id));
  }

  function look(): void {
    for (const [id, at] of toldAt) {
      const unheardMs = monotonic() - at;
      if (unheardMs < forgetMs) continue;
      forget(id, unheardMs).catch((fault: unknown) => log.error({ err: fault }, 'an alarm could not be ended'));
    }
  }

  return {
    handlers: {
      async alarm(told, { actor }) {
        const alarm = await keep(told, actor);
        show(alarm);
        return alarm;
      },
      alarms({ day }) {
        const { from, until } = daySpan(dayNumber(day), settingsOf(store).zone);
        return store.timed.between('watchAlarm', from, until);
      },
    },
    start() {
      for (const alarm of store.timed.where('watchAlarm', 'until', null)) show(alarm);
      timer = setInterval(look, Math.min(LOOK_MS, Math.max(50, forgetMs / 2))).unref();
    },
    stop() {
      if (timer) clearInterval(timer);
    },
  };
}

function reasonOf({ kind, input, from }: Told): Reason {
  switch (kind) {
    case 'silence':
      return reason('soundWatch.silence', { input, from });
    case 'over':
      return reason('soundWatch.over', { input, from });
    case 'input':
      return reason('soundWatch.input', { input, from });
    default:
      return kind satisfies never;
  }
}
