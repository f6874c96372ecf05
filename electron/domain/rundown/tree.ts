/**
 * Items in the order in which they run. Segments hold items, and no segment holds another: an item whose parent is gone, is no
 * segment, or lies in one itself stands at the top, so that nothing that was written can be out of sight.
 */
import type { PartId, RundownItem } from '../../contract/records/rundown-item';
import { byOrder } from './order';

export interface Branch {
  item: RundownItem;
  /** Of a segment; empty for all else. */
  children: readonly RundownItem[];
}

export function treeOf(items: readonly RundownItem[]): Branch[] {
  // Only these: to hash each id would take as long as all the rest.
  const segments = new Map<PartId, RundownItem>();
  for (const item of items) if (item.kind === 'segment') segments.set(item.id, item);
  const children = new Map<PartId, RundownItem[]>();
  const roots: RundownItem[] = [];
  for (const item of items) {
    const parent = parentOf(item, segments);
    if (!parent) {
      roots.push(item);
      continue;
    }
    const inside = children.get(parent.id);
    if (inside) inside.push(item);
    else children.set(parent.id, [item]);
  }
  return roots.sort(byOrder).map((item) => ({ item, children: (children.get(item.id) ?? []).sort(byOrder) }));
}

/** The segment an item stands in; null at the top. */
export function parentOf(item: RundownItem, byId: ReadonlyMap<PartId, RundownItem>): RundownItem | null {
  if (item.parentId === null || item.kind === 'segment') return null;
  const parent = byId.get(item.parentId);
  return parent?.kind === 'segment' ? parent : null;
}

/** All of them as they are read from top to bottom. */
export function inOrder(items: readonly RundownItem[]): RundownItem[] {
  return treeOf(items).flatMap(({ item, children }) => [item, ...children]);
}
