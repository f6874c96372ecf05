/** Tells the station of alarms until it has heard: raised, repeated while they last, over. */
import { newId } from '../../../../electron/contract/ulid';
import { backOffMs } from '../../../client/back-off';
import { client } from '../../../client/client';
import type { WatchEvent } from './detector';

export type AlarmKind = WatchEvent['kind'] | 'input';
export interface Alarm {
  id: string;
  kind: AlarmKind;
  input: string;
  showId: string | null;
  from: number;
  until: number | null;
}

/** The station forgets one that is not repeated for 150 s. */
const REPEAT_MS = 45_000;

export interface AlarmPost {
  /** Those that last. */
  open(): readonly Alarm[];
  tell(
    event: { kind: AlarmKind; from: number; until: number | null },
    of: { input: string; showId: string | null },
  ): void;
  /** Nothing is listened to any more: what lasted is over as far as one knows. */
  endAll(at: number): void;
}

export function createAlarmPost(
  onChange: () => void,
  send: (alarm: Alarm) => Promise<unknown> = client.watch.alarm,
): AlarmPost {
  const open = new Map<AlarmKind, Alarm>();
  const unsent = new Map<string, Alarm>();
  let posting = false;
  setInterval(() => {
    for (const alarm of open.values()) post(alarm);
  }, REPEAT_MS);

  function post(alarm: Alarm): void {
    unsent.set(alarm.id, alarm);
    if (!posting) void run();
  }

  async function run(): Promise<void> {
    posting = true;
    for (let attempt = 0; unsent.size > 0; ) {
      const [alarm] = unsent.values();
      if (!alarm) break;
      try {
        await send(alarm);
        // One that was changed meanwhile goes out again.
        if (unsent.get(alarm.id) === alarm) unsent.delete(alarm.id);
        attempt = 0;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, backOffMs(attempt)));
        attempt += 1;
      }
    }
    posting = false;
  }

  function end(alarm: Alarm, until: number): void {
    open.delete(alarm.kind);
    post({ ...alarm, until: Math.max(alarm.from, Math.round(until)) });
  }

  return {
    open: () => [...open.values()],
    tell({ kind, from, until }, of) {
      const held = open.get(kind);
      if (until !== null) {
        if (held) end(held, until);
      } else if (!held) {
        const alarm = { id: newId(Math.round(from)), kind, from: Math.round(from), until, ...of };
        open.set(kind, alarm);
        post(alarm);
      }
      onChange();
    },
    endAll(at) {
      for (const alarm of open.values()) end(alarm, at);
      onChange();
    },
  };
}
