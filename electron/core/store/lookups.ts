/** Records by id, as pure functions of the domain ask for them. Read as they are asked for; nothing is copied. */
import type { Reader } from './types';

export function lookups(reader: Pick<Reader, 'get' | 'find'>) {
  return {
    agreements: { get: (id: string) => reader.get('agreement', id) },
    playlists: { get: (id: string) => reader.get('playlist', id) },
    assets: { get: (id: string) => reader.get('asset', id) },
    find: reader.find,
  };
}

const NO_GROUPS: ReadonlySet<string> = new Set();

/** Which groups a display is in, read when first asked. */
export function groupsByDisplay(reader: Pick<Reader, 'all'>): (displayId: string) => ReadonlySet<string> {
  let groups: Map<string, Set<string>> | null = null;
  const read = () => {
    const found = new Map<string, Set<string>>();
    for (const { id, displayIds } of reader.all('displayGroup')) {
      for (const displayId of displayIds) found.set(displayId, (found.get(displayId) ?? new Set()).add(id));
    }
    return found;
  };
  return (displayId) => {
    groups ??= read();
    return groups.get(displayId) ?? NO_GROUPS;
  };
}
