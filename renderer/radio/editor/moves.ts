/** Where items go, as the changes that bring them there. Pure; every function answers none where nothing would move. */
import type { ItemChange } from '../../../electron/contract/api/rundowns';
import type { PartId, RundownItem } from '../../../electron/contract/records/rundown-item';
import { byOrder, ordersBetween } from '../../../electron/domain/rundown/order';
import { inOrder, parentOf } from '../../../electron/domain/rundown/tree';

/** Among the items of `parentId`, right after `after`; null is their beginning. */
export interface Place {
  parentId: PartId | null;
  after: PartId | null;
}
type Items = readonly RundownItem[];
type Ids = ReadonlySet<PartId>;

const parentsOf = (items: Items) => {
  const byId = new Map(items.map((item) => [item.id, item]));
  return (item: RundownItem): PartId | null => parentOf(item, byId)?.id ?? null;
};

/** Those of `ids` that are not taken along by their segment, from top to bottom. */
export function topsOf(items: Items, ids: Ids): RundownItem[] {
  const parent = parentsOf(items);
  return inOrder(items).filter((item) => ids.has(item.id) && !ids.has(parent(item) ?? ''));
}

/** Of one parent, in order. */
function siblingsOf(items: Items, parentId: PartId | null): RundownItem[] {
  const parent = parentsOf(items);
  return items.filter((item) => parent(item) === parentId).sort(byOrder);
}

/** As many keys as asked for a place, without counting those that leave it. */
export function ordersAt(items: Items, { parentId, after }: Place, count: number, without: Ids = new Set()): string[] {
  const siblings = siblingsOf(items, parentId).filter(({ id }) => !without.has(id));
  const at = after === null ? -1 : siblings.findIndex(({ id }) => id === after);
  return ordersBetween(siblings[at]?.order ?? null, siblings[at + 1]?.order ?? null, count);
}

/** A segment never goes into another: it is put behind it instead. */
export function moved(items: Items, ids: Ids, place: Place): ItemChange[] {
  const tops = topsOf(items, ids);
  if (place.parentId !== null && ids.has(place.parentId)) return [];
  if (place.parentId !== null && tops.some(({ kind }) => kind === 'segment')) {
    return moved(items, ids, { parentId: null, after: place.parentId });
  }
  const moving = new Set(tops.map(({ id }) => id));
  const after = lastStaying(items, place, moving);
  if (standThere(items, tops, { ...place, after })) return [];
  const orders = ordersAt(items, { ...place, after }, tops.length, moving);
  return tops.map(({ id }, at) => ({ type: 'place', id, parentId: place.parentId, order: orders[at] ?? 'a0' }));
}

/** `after`, or where that moves itself, the one before it that stays. */
function lastStaying(items: Items, { parentId, after }: Place, moving: Ids): PartId | null {
  if (after === null || !moving.has(after)) return after;
  const siblings = siblingsOf(items, parentId);
  const at = siblings.findIndex(({ id }) => id === after);
  return siblings.slice(0, Math.max(0, at)).findLast(({ id }) => !moving.has(id))?.id ?? null;
}

function standThere(items: Items, tops: Items, { parentId, after }: Place): boolean {
  const siblings = siblingsOf(items, parentId).map(({ id }) => id);
  const first = after === null ? 0 : siblings.indexOf(after) + 1;
  return tops.every(({ id }, at) => siblings[first + at] === id);
}

/** A place up (-1) or down (1) among its siblings; at a segment's edge, out of it. */
export function nudged(items: Items, ids: Ids, by: -1 | 1): ItemChange[] {
  const tops = topsOf(items, ids);
  const edge = by < 0 ? tops[0] : tops.at(-1);
  if (!edge) return [];
  const parentId = parentsOf(items)(edge);
  const siblings = siblingsOf(items, parentId).filter(({ id }) => id === edge.id || !ids.has(id));
  const at = siblings.findIndex(({ id }) => id === edge.id);
  if (by > 0 && siblings[at + 1]) return moved(items, ids, { parentId, after: siblings[at + 1]?.id ?? null });
  if (by < 0 && at > 0) return moved(items, ids, { parentId, after: siblings[at - 2]?.id ?? null });
  if (parentId === null) return [];
  if (by > 0) return moved(items, ids, { parentId: null, after: parentId });
  const top = siblingsOf(items, null);
  const before = top[top.findIndex(({ id }) => id === parentId) - 1]?.id ?? null;
  return moved(items, ids, { parentId: null, after: before });
}

/** Into the segment right above. */
export function intoSegment(items: Items, ids: Ids): ItemChange[] {
  const tops = topsOf(items, ids);
  const first = tops[0];
  if (!first || parentsOf(items)(first) !== null || tops.some(({ kind }) => kind === 'segment')) return [];
  const top = siblingsOf(items, null);
  const above = top.slice(0, top.indexOf(first)).findLast(({ id }) => !ids.has(id));
  if (above?.kind !== 'segment') return [];
  return moved(items, ids, { parentId: above.id, after: siblingsOf(items, above.id).at(-1)?.id ?? null });
}

/** Out of their segment, right behind it. */
export function outOfSegment(items: Items, ids: Ids): ItemChange[] {
  const parent = parentsOf(items);
  const inside = topsOf(items, ids).filter((item) => parent(item) !== null);
  const parentId = inside[0] && parent(inside[0]);
  if (!parentId) return [];
  return moved(items, new Set(inside.map(({ id }) => id)), { parentId: null, after: parentId });
}

/** Where something new goes when this row has the keys: behind it; into a segment, before all else there. */
export function placeBelow(items: Items, id: PartId | null): Place {
  const item = items.find((each) => each.id === id);
  if (!item) return { parentId: null, after: siblingsOf(items, null).at(-1)?.id ?? null };
  if (item.kind === 'segment') return { parentId: item.id, after: null };
  return { parentId: parentsOf(items)(item), after: item.id };
}

/** How far to the side a drag goes before it means into or out of a segment, px. */
const SIDE_PX = 28;

/**
 * Where a dragged row goes. `above` is the row that it comes to lie under, null at the top; `next` the one under it. Under the last
 * row of a segment it stays inside, unless it is drawn to the left; under a folded segment it stays outside, unless to the right.
 */
export function dropPlace(
  items: Items,
  { above, next, folded, sideways }: { above: PartId | null; next: PartId | null; folded: Ids; sideways: number },
): Place {
  const item = items.find(({ id }) => id === above);
  if (!item) return { parentId: null, after: null };
  const parent = parentsOf(items);
  if (item.kind === 'segment') {
    if (!folded.has(item.id) && sideways > -SIDE_PX) return { parentId: item.id, after: null };
    if (folded.has(item.id) && sideways > SIDE_PX) {
      return { parentId: item.id, after: siblingsOf(items, item.id).at(-1)?.id ?? null };
    }
    return { parentId: null, after: item.id };
  }
  const parentId = parent(item);
  const below = items.find(({ id }) => id === next);
  const last = parentId !== null && (!below || parent(below) !== parentId);
  return last && sideways < -SIDE_PX ? { parentId: null, after: parentId } : { parentId, after: item.id };
}
