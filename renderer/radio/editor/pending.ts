/** Items as they will be once the station has done what it was told: shown at once. Pure. */
import type { ItemChange } from '../../../electron/contract/api/rundowns';
import type { RundownItem } from '../../../electron/contract/records/rundown-item';

export interface Writer {
  by: string;
  at: number;
}

/** `rundownId` is needed where items are added to an empty rundown. */
export function applied(
  items: readonly RundownItem[],
  changes: readonly ItemChange[],
  writer: Writer,
  rundownId = items[0]?.rundownId ?? '',
): readonly RundownItem[] {
  if (changes.length === 0) return items;
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const change of changes) apply(byId, change, writer, rundownId);
  return [...byId.values()];
}

function apply(byId: Map<string, RundownItem>, change: ItemChange, { by, at }: Writer, rundownId: string): void {
  switch (change.type) {
    case 'add': {
      const id = `${rundownId}:${change.key}`;
      // The feed may have brought it already, and somebody changed it since.
      if (byId.has(id)) return;
      const { parentId, order, fields } = change;
      byId.set(id, { ...fields, id, rev: 0, rundownId, parentId, order, updatedAt: at, updatedBy: by });
      return;
    }
    case 'set': {
      const item = byId.get(change.id);
      if (item) byId.set(change.id, { ...item, ...change.fields });
      return;
    }
    case 'place': {
      const item = byId.get(change.id);
      if (item) byId.set(change.id, { ...item, parentId: change.parentId, order: change.order });
      return;
    }
    case 'remove':
      for (const { id, parentId } of byId.values()) {
        if (id === change.id || parentId === change.id) byId.delete(id);
      }
      return;
    default:
      change satisfies never;
  }
}

/**
 * Whether the feed has brought what a batch did. `answered`: the items as the station said they now are. `revOf`: as which revision
 * an item was removed; one that is there under another came back since.
 */
export function arrived(
  items: readonly RundownItem[],
  changes: readonly ItemChange[],
  answered: readonly RundownItem[],
  revOf: (id: string) => number,
): boolean {
  const byId = new Map(items.map((item) => [item.id, item]));
  const gone = changes.every((change) => {
    const held = change.type === 'remove' ? byId.get(change.id) : undefined;
    return !held || held.rev > revOf(held.id);
  });
  return gone && answered.every(({ id, rev }) => (byId.get(id)?.rev ?? -1) >= rev);
}
