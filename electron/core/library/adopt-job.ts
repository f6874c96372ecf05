/** The `adopt` job: takes a file in by its path, by copy: the original stays where it is. */
import type { Stats } from 'node:fs';
import fsp from 'node:fs/promises';
import { Hopeless } from '../../contract/hopeless';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { JobInput } from '../../contract/records/job';
import { type Reason, reason } from '../../contract/scalars';
import type { JobContext, JobHandler } from '../jobs';
import { asFileFault } from './file-fault';
import { copyHashing, type Hashed } from './hash';
import { withIncoming } from './make';
import type { Room } from './room';
import { takeIn } from './take-in';

type Input = JobInput<'adopt'>;

export function adoptJob(room: Room): JobHandler<'adopt'> {
  return async (input, context) => {
    const before = await statFile(input);
    await room.files.requireRoom(before.size);
    await withIncoming(room, async (copy) => {
      const made = await reading(input, copyHashing(input.path, copy, context.signal, meter(before, context)));
      await sameAsBefore(input, before, made);
      const { originalName, createdBy, createdById } = input;
      await takeIn(room, { path: copy, originalName, ...made, by: STATION_ACTOR, createdBy, createdById });
    });
  };
}

export function adoptGivenUp(room: Room): (input: Input, because: Reason) => Promise<void> {
  return async (_input, because) => {
    room.alerts.raise({ id: 'library.adopt', severity: 'warning', at: room.clock.now(), reason: because });
  };
}

async function statFile(input: Input): Promise<Stats> {
  const stats = await reading(input, fsp.stat(input.path));
  if (!stats.isFile()) throw new Hopeless(reason('adopt.notFile', { name: input.originalName }));
  if (stats.size === 0) throw new Hopeless(reason('adopt.empty', { name: input.originalName }));
  return stats;
}

/** A file somebody still writes to is tried again later. */
async function sameAsBefore(input: Input, before: Stats, made: Hashed): Promise<void> {
  const after = await reading(input, fsp.stat(input.path));
  if (after.size === made.bytes && after.mtimeMs === before.mtimeMs) return;
  throw Object.assign(new Error('changed while it was read'), {
    reason: reason('adopt.changing', { name: input.originalName }),
  });
}

async function reading<T>({ originalName }: Input, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (fault) {
    throw asFileFault(fault, originalName);
  }
}

/** Progress by bytes of those there were at the beginning. */
function meter({ size }: Stats, { progress }: JobContext): (bytes: number) => void {
  const since = performance.now();
  return (bytes) => {
    const ratio = Math.min(1, bytes / size);
    const remainingMs = ratio > 0 ? ((performance.now() - since) * (1 - ratio)) / ratio : null;
    progress({ ratio, speed: null, remainingMs });
  };
}
