/**
 * Removes files that no attachment has named for 30 days: whoever removed one may take that back until then. A file's own time says when it
 * was last seen named, so that nothing more needs to be kept of those that are gone.
 */
import fsp from 'node:fs/promises';
import { join } from 'node:path';
import { DAY_MS } from '../../../domain/calendar';
import type { Store } from '../../store';
import type { Room } from './room';

export const UNNAMED_MS = 30 * DAY_MS;
/** What arrives arrives in minutes; what is older than this was cut off. */
const ARRIVING_MS = DAY_MS;
const IS_WHOLE = /^[0-9a-f]{64}$/;

export const sweep = (room: Room): Promise<void> => sweepFiles(room, () => namedBy(room.store));

/** Of files whose hashes `names` gives none is taken. */
export function sweepFiles(
  { clock, files, inTurn }: Pick<Room, 'clock' | 'files' | 'inTurn'>,
  names: () => Set<string>,
): Promise<void> {
  return inTurn(async () => {
    const named = names();
    const now = clock.now();
    for (const name of await fsp.readdir(files.dir).catch(() => [])) {
      const path = join(files.dir, name);
      const found = await fsp.stat(path).catch(() => null);
      if (!found?.isFile()) continue;
      if (named.has(name)) await fsp.utimes(path, now / 1000, now / 1000);
      else if (found.mtimeMs < now - (IS_WHOLE.test(name) ? UNNAMED_MS : ARRIVING_MS))
        await fsp.rm(path, { force: true });
    }
  });
}

/** An attachment goes with its rundown, so those of the rundowns that are there are all there are. */
function namedBy(store: Pick<Store, 'all' | 'rundownParts'>): Set<string> {
  const all = store.all('rundown').flatMap(({ id }) => store.rundownParts.of('attachment', id));
  return new Set(all.map(({ hash }) => hash));
}
