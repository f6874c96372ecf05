/** Removes files that no episode names any more, a week after they came: whoever removed one may take that back. */
import fsp from 'node:fs/promises';
import { join } from 'node:path';
import { DAY_MS } from '../../domain/calendar';
import type { Room } from './room';

export const UNNAMED_MS = 7 * DAY_MS;

export async function sweep({ store, clock, places }: Room): Promise<void> {
  const all = store.timed.between('episode', 0, Number.MAX_SAFE_INTEGER);
  const named = new Set(all.flatMap((episode) => (episode.state === 'ready' ? [places.nameOf(episode)] : [])));
  const files = await fsp.readdir(places.dir).catch(() => []);
  for (const name of files.filter((file) => !named.has(file))) {
    const path = join(places.dir, name);
    const found = await fsp.stat(path).catch(() => null);
    if (found?.isFile() && found.mtimeMs < clock.now() - UNNAMED_MS) await fsp.rm(path, { force: true });
  }
}
