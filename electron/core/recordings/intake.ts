/** Recordings as they come in: begun, chunk by chunk, ended. Read `takeChunk` first. */
import { decodeTime } from 'ulid';
import type { ChunkAnswer, ChunkQuery } from '../../contract/api/recordings';
import { type Actor, STATION_ACTOR } from '../../contract/records/audit';
import type { Recording } from '../../contract/records/recording';
import { DAY_MS } from '../../domain/calendar';
import { requireRecord, settingsOf } from '../store';
import type { Disk } from './disk';
import { append, fileName, sizeOf } from './places';
import type { Quiet } from './quiet';
import { closing, refusal } from './records';
import type { Room } from './room';

export interface Intake {
  begin(asked: { id: string; showId: string | null; input: string }, actor: Actor): Promise<Recording>;
  takeChunk(id: string, query: ChunkQuery, bytes: Uint8Array): Promise<ChunkAnswer>;
  close(asked: { id: string; endedAt: number }, actor: Actor): Promise<Recording>;
}

export function createIntake(room: Room, quiet: Quiet, disk: Disk): Intake {
  const inTurn = createTurns();
  return {
    async begin(asked, actor) {
      await disk.look();
      const recording = await begin(room, asked, actor);
      quiet.heard(recording.id);
      return recording;
    },
    takeChunk: (id, query, bytes) =>
      inTurn(id, async () => {
        const next = await disk.writing(() => takeChunk(room, id, query, bytes));
        quiet.heard(id);
        void disk.look();
        return { next };
      }),
    close: (asked, actor) =>
      inTurn(asked.id, async () => {
        const recording = await close(room, asked, actor);
        quiet.over(asked.id);
        return recording;
      }),
  };
}

async function begin(
  { store, clock }: Room,
  { id, showId, input }: { id: string; showId: string | null; input: string },
  actor: Actor,
): Promise<Recording> {
  const held = store.get('recording', id);
  if (held) return held;
  // A page whose clock is ahead, or was: what it hears now is heard now, and sound that is refused would be lost.
  const startedAt = Math.min(decodeTime(id), clock.now());
  return store.commit({ command: 'recordings.begin', actor }, (tx) => {
    const { zone, recordingDays } = settingsOf(tx);
    const show = showId === null ? undefined : tx.get('show', showId);
    return tx.put('recording', {
      ...{ id, rev: 0, showId: show?.id ?? null, name: show?.rundownName ?? '', input, startedAt },
      ...{ endedAt: null, heardUntil: startedAt, file: fileName(id, startedAt, zone), chunks: 0, lost: 0, bytes: 0 },
      ...{
        hash: null,
        durationMs: null,
        silence: null,
        state: 'recording',
        closedBy: null,
        checkedAt: null,
        check: null,
      },
      keepUntil: startedAt + recordingDays * DAY_MS,
    });
  });
}

/**
 * Appends the chunk that is waited for and answers which is next. One that came before is on the disk already, one that comes too
 * early is not taken. @throws Failure `refused` where its page has ended it, `diskFull`
 */
async function takeChunk(room: Room, id: string, query: ChunkQuery, bytes: Uint8Array): Promise<number> {
  const recording = await reopened(room, id);
  const { n, lost, until } = query;
  const missing = n - recording.chunks;
  if (missing < 0 || missing > lost) return recording.chunks;
  if (recording.state !== 'recording') throw refusal('recording.closed');
  await append(room.places.partOf(recording), recording.bytes, bytes);
  await room.store.commit({ command: 'recordings.chunk', actor: STATION_ACTOR, audited: false }, (tx) =>
    tx.put('recording', {
      ...recording,
      chunks: n + 1,
      lost: recording.lost + missing,
      bytes: recording.bytes + bytes.length,
      heardUntil: Math.max(recording.heardUntil, until),
    }),
  );
  return n + 1;
}

/** Its page was only cut off: the stream goes on where it stopped, if it is still there. */
async function reopened(room: Room, id: string): Promise<Recording> {
  const recording = requireRecord(room.store, 'recording', id);
  if (recording.closedBy !== 'station') return recording;
  const bytes = await sizeOf(room.places.partOf(recording));
  if (bytes === null) return recording;
  return { ...recording, bytes: recording.hash === null ? recording.bytes : bytes, ...OPEN };
}

const OPEN = {
  state: 'recording',
  closedBy: null,
  endedAt: null,
  hash: null,
  durationMs: null,
  silence: null,
  checkedAt: null,
  check: null,
} as const;

async function close(room: Room, { id, endedAt }: { id: string; endedAt: number }, actor: Actor): Promise<Recording> {
  const held = requireRecord(room.store, 'recording', id);
  if (held.closedBy === 'page') return held;
  const recording = await reopened(room, id);
  return room.store.commit({ command: 'recordings.close', actor }, (tx) =>
    closing(room, tx, recording, { closedBy: 'page', endedAt: Math.max(recording.startedAt, endedAt) }),
  );
}

/** Work on one recording is done in the order in which it was asked. */
function createTurns(): <T>(id: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (id, work) => {
    const mine = (last.get(id) ?? Promise.resolve()).then(work, work);
    last.set(id, mine);
    const forget = () => void (last.get(id) === mine && last.delete(id));
    mine.then(forget, forget);
    return mine;
  };
}
