/**
 * Removes files that no episode names any more, a week after one was last named: whoever removed an episode may take that back. A file's
 * time says when that was, so it stands on the disk and outlives the station: each sweep marks what is named, a removal what it leaves.
 */
import fsp from 'node:fs/promises';
import { join } from 'node:path';
import { DAY_MS } from '../../domain/calendar';
import type { Room } from './room';

export const UNNAMED_MS = 7 * DAY_MS;

type Need = Pick<Room, 'store' | 'clock' | 'places'>;

export async function sweep({ store, clock, places }: Need): Promise<void> {
  const now = clock.now();
  const all = store.timed.between('episode', 0, Number.MAX_SAFE_INTEGER);
  const named = new Set(all.flatMap((episode) => (episode.state === 'ready' ? [places.nameOf(episode)] : [])));
  for (const name of await namesIn(places.dir)) {
    const path = join(places.dir, name);
    if (named.has(name)) await mark(path, now);
    else if (await isOlder(path, now - UNNAMED_MS)) await fsp.rm(path, { force: true });
  }
}

/** Of episodes that were removed just now. */
export async function markLeft(
  { clock, places }: Pick<Need, 'clock' | 'places'>,
  ids: readonly string[],
): Promise<void> {
  const now = clock.now();
  const left = (await namesIn(places.dir)).filter((name) => ids.some((id) => name.startsWith(id)));
  for (const name of left) await mark(join(places.dir, name), now);
}

const namesIn = (dir: string): Promise<string[]> => fsp.readdir(dir).catch(() => []);

/** On a disk that refuses, the file is as old as it was. */
const mark = (path: string, now: number): Promise<void> =>
  fsp.utimes(path, new Date(now), new Date(now)).catch(() => {});

async function isOlder(path: string, than: number): Promise<boolean> {
  const found = await fsp.stat(path).catch(() => null);
  return found?.isFile() === true && found.mtimeMs < than;
}
