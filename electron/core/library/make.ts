/** Files the station makes of a source: into `.incoming`, then under their hash, then into the asset's record. */
import fsp from 'node:fs/promises';
import type { ReadyRendition } from '../../contract/records/asset';
import { type Hashed, hashFile } from './hash';
import type { Feasible } from './plan';
import type { Room } from './room';

type Described = Pick<ReadyRendition, 'mime' | 'width' | 'height' | 'durationMs' | 'frames' | 'codecs' | 'loudness'>;

/** Hands `make` a path that is cleared afterwards, whatever happens. */
export async function withIncoming<T>({ files }: Room, make: (target: string) => Promise<T>): Promise<T> {
  const target = files.incoming();
  try {
    return await make(target);
  } finally {
    await fsp.rm(target, { recursive: true, force: true });
  }
}

/** The same with a folder. */
export function withFolder<T>(room: Room, work: (dir: string) => Promise<T>): Promise<T> {
  return withIncoming(room, async (dir) => {
    await fsp.mkdir(dir);
    return work(dir);
  });
}

/** Hashes and places a file made here. `record` commits who refers to it, under the same lock as the sweep's. */
export async function keep<T>(
  room: Room,
  file: string,
  record: (made: Hashed) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const made = await hashFile(file, signal);
  return room.locks.run(made.hash, async () => {
    if (!room.files.has(made.hash)) await room.files.place(file, made.hash);
    return record(made);
  });
}

export function readyRendition(plan: Feasible, made: Hashed, described: Described, madeAt: number): ReadyRendition {
  const { profileKey, inMs, decision, because } = plan;
  return { state: 'ready', profileKey, inMs, decision, because, ...made, ...described, madeAt };
}
