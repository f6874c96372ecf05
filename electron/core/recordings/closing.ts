/** The `recording` job: a stream becomes a file that can be sought in, and is decoded whole before it counts as kept. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fsp from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { Recording } from '../../contract/records/recording';
import { type Reason, reason } from '../../contract/scalars';
import { faultOf } from '../../domain/recording';
import type { JobContext, JobHandler } from '../jobs/types';
import { settle, sizeOf } from './places';
import type { Room } from './room';

type Found = Pick<Recording, 'bytes' | 'hash' | 'durationMs' | 'silence' | 'check'>;

export function closingJob(room: Room): JobHandler<'recording'> {
  return async ({ recordingId }, context) => {
    const recording = room.store.get('recording', recordingId);
    if (recording?.state !== 'closing') return;
    const found = await examined(room, recording, context);
    if (!(await keep(room, recording, found))) return;
    if (recording.closedBy === 'page') await fsp.rm(room.places.partOf(recording), { force: true });
    tell(room, recording, found.check);
  };
}

/** The machine would not do it: it is kept as it came, and said. */
export function closingGivenUp(room: Room) {
  return async ({ recordingId }: { recordingId: string }, because: Reason): Promise<void> => {
    const recording = room.store.get('recording', recordingId);
    if (recording?.state !== 'closing') return;
    const { bytes, hash, durationMs, silence } = recording;
    await keep(room, recording, { bytes, hash, durationMs, silence, check: because });
    tell(room, recording, because);
  };
}

async function examined(room: Room, recording: Recording, context: JobContext): Promise<Found> {
  const { places, media } = room;
  const path = places.fileOf(recording);
  const part = places.partOf(recording);
  const size = await sizeOf(part);
  // Of a chunk that was never acknowledged.
  if (size !== null && recording.hash === null && size > recording.bytes) await fsp.truncate(part, recording.bytes);
  const remuxed = size === null || size === 0 ? 0 : await remux(room, recording, context);
  const bytes = await sizeOf(path);
  if (bytes === null) {
    const gone = recording.chunks > 0 ? reason('recording.gone') : reason('recording.empty');
    return { bytes: 0, hash: null, durationMs: 0, silence: null, check: gone };
  }
  const wantedMs = (recording.endedAt ?? recording.startedAt) - recording.startedAt;
  const heard = await media.hearWhole(path, context, wantedMs);
  const hash = await hashOf(path, context.signal);
  const changed = remuxed === 0 && recording.hash !== null && size === null && recording.hash !== hash;
  const fault = faultOf(recording, { ...heard, faults: heard.faults + remuxed });
  return {
    ...{ bytes, hash, durationMs: heard.durationMs },
    silence: heard.durationMs > 0 ? Math.min(1, heard.silentMs / heard.durationMs) : null,
    check: changed ? reason('recording.changed') : fault,
  };
}

/** Faults met. What ffmpeg can make nothing of is kept as it came. */
async function remux({ places, media }: Room, recording: Recording, context: JobContext): Promise<number> {
  const fresh = places.freshOf(recording);
  const part = places.partOf(recording);
  const faults = await media.remuxSound(part, fresh, context);
  if (faults === null) await fsp.copyFile(part, fresh);
  await settle(fresh, places.fileOf(recording));
  return faults ?? 1;
}

/** False where more of it came meanwhile: it is closed anew when that is over. */
function keep({ store, clock }: Room, before: Recording, found: Found): Promise<boolean> {
  return store.commit({ command: 'recordings.checked', actor: STATION_ACTOR, audited: false }, (tx) => {
    const recording = tx.get('recording', before.id);
    if (recording?.state !== 'closing' || recording.rev !== before.rev) return false;
    const state = found.check === null ? 'kept' : 'damaged';
    tx.put('recording', { ...recording, ...found, state, checkedAt: clock.now() });
    return true;
  });
}

function tell({ alerts, clock, log }: Room, { id, startedAt, name, input }: Recording, check: Reason | null): void {
  const alert = `recordings.damaged.${id}`;
  if (check === null) return alerts.settle(alert);
  log.warn({ recording: id, check }, 'a recording is not whole');
  const because = reason('recording.notWhole', { name: name || input, at: startedAt });
  alerts.raise({ id: alert, severity: 'error', at: clock.now(), reason: because });
}

async function hashOf(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash, { signal });
  return hash.digest('hex');
}
