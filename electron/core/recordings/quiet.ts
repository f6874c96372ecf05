/** Recordings whose page no longer sends: after a while they are ended, so that what there is gets checked and kept. */
import { STATION_ACTOR } from '../../contract/records/audit';
import { reason } from '../../contract/scalars';
import { closing } from './records';
import type { Room } from './room';

const LOOK_MS = 5000;

export interface Quiet {
  heard(id: string): void;
  /** Its page has ended it. */
  over(id: string): void;
  /** Those left by a station that stopped get their time to go on, too. */
  start(): void;
  stop(): void;
}

const alertOf = (id: string) => `recordings.quiet.${id}`;

export function createQuiet(room: Room, quietMs: number): Quiet {
  const { store, monotonic, alerts, clock, log } = room;
  const heardAt = new Map<string, number>();
  const told = new Set<string>();
  let timer: NodeJS.Timeout | null = null;

  function settle(id: string): void {
    if (told.delete(id)) alerts.settle(alertOf(id));
  }

  async function end(id: string): Promise<void> {
    heardAt.delete(id);
    const ended = await store.commit({ command: 'recordings.close', actor: STATION_ACTOR }, (tx) => {
      const recording = tx.get('recording', id);
      if (recording?.state !== 'recording') return null;
      return closing(room, tx, recording, { closedBy: 'station', endedAt: recording.heardUntil });
    });
    if (!ended) return;
    told.add(id);
    const because = reason('recording.wentQuiet', { input: ended.input, at: ended.heardUntil });
    alerts.raise({ id: alertOf(id), severity: 'error', at: clock.now(), reason: because });
  }

  function look(): void {
    for (const [id, at] of heardAt) {
      if (monotonic() - at < quietMs) continue;
      end(id).catch((fault: unknown) => {
        heardAt.set(id, monotonic());
        log.error({ err: fault, recording: id }, 'a recording that went quiet could not be ended');
      });
    }
  }

  return {
    heard(id) {
      settle(id);
      heardAt.set(id, monotonic());
    },
    over(id) {
      settle(id);
      heardAt.delete(id);
    },
    start() {
      for (const { id } of store.timed.where('recording', 'state', 'recording')) heardAt.set(id, monotonic());
      timer = setInterval(look, Math.min(LOOK_MS, Math.max(50, quietMs / 2))).unref();
    },
    stop() {
      if (timer) clearInterval(timer);
    },
  };
}
