/** Edits of a playlist's items. Each returns a new list; ids stay with their items. */
import type { PlaylistItem } from '../../../../electron/contract/records/playlist';

export type Items = readonly PlaylistItem[];

/** Puts new items before position `at`. */
export function insertAt(items: Items, at: number, added: Items): PlaylistItem[] {
  return [...items.slice(0, at), ...added, ...items.slice(at)];
}

export function removeItems(items: Items, ids: ReadonlySet<string>): PlaylistItem[] {
  return items.filter((item) => !ids.has(item.id));
}

/** Moves all items of `ids`, in their present order, so that they stand together before what was at `to`. */
export function moveTo(items: Items, ids: ReadonlySet<string>, to: number): PlaylistItem[] {
  const moving = items.filter((item) => ids.has(item.id));
  const before = items.slice(0, to).filter((item) => !ids.has(item.id));
  const after = items.slice(to).filter((item) => !ids.has(item.id));
  return [...before, ...moving, ...after];
}

/** Moves the chosen items one place up (-1) or down (+1) as a block. At the edge nothing changes. */
export function nudge(items: Items, ids: ReadonlySet<string>, by: -1 | 1): PlaylistItem[] {
  const places = items.flatMap((item, index) => (ids.has(item.id) ? [index] : []));
  const first = places[0];
  const last = places.at(-1);
  if (first === undefined || last === undefined) return [...items];
  if (by < 0) return moveTo(items, ids, Math.max(first - 1, 0));
  return moveTo(items, ids, Math.min(last + 2, items.length));
}

export function changeItem(items: Items, id: string, fields: Partial<Omit<PlaylistItem, 'id'>>): PlaylistItem[] {
  return items.map((item) => (item.id === id ? { ...item, ...fields } : item));
}

/** When each item begins, ms from the start of the list; an item that cannot play (null) takes no time. */
export function startsOf(lengths: readonly (number | null)[]): number[] {
  let at = 0;
  return lengths.map((length) => {
    const start = at;
    at += length ?? 0;
    return start;
  });
}

/** What an item comes to, given its asset's kind and duration; null when it cannot play. Sound has no picture. */
export function lengthOf(
  item: Pick<PlaylistItem, 'stillMs' | 'inMs' | 'outMs'>,
  material: { kind: 'video' | 'image' | 'audio'; durationMs: number } | null,
  defaultStillMs: number,
): number | null {
  if (material === null || material.kind === 'audio') return null;
  if (material.kind === 'image') return item.stillMs ?? defaultStillMs;
  const end = Math.min(item.outMs ?? material.durationMs, material.durationMs);
  return end > item.inMs ? end - item.inMs : null;
}
