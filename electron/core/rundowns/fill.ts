/** Items of a new rundown: from a template, or as another has them. */
import type { PartId, RundownItem, TemplateLine } from '../../contract/records/rundown-item';
import { PLAIN_ITEM } from '../../contract/records/rundown-item';
import { newId } from '../../contract/ulid';
import { ordersBetween } from '../../domain/rundown/order';
import { scriptOf } from '../../domain/rundown/script-text';
import { type EditNeed, putScript } from './item-changes';

export function fillFromTemplate(need: EditNeed, lines: readonly TemplateLine[]): void {
  const orders = ordersBetween(null, null, lines.length);
  const ids = lines.map((): PartId => `${need.rundownId}:${newId(need.now)}`);
  lines.forEach(({ parent, text, ...fields }, at) => {
    const id = ids[at] ?? '';
    const parentId = parent === null ? null : (ids[parent] ?? null);
    put(need, { ...PLAIN_ITEM, ...fields, id, parentId, order: orders[at] ?? 'a0' });
    if (text !== '') putScript(need, id, scriptOf(text));
  });
}

/** Everything of another rundown's items and scripts, under new ids. */
export function copyParts(need: EditNeed, fromId: string): void {
  const items = need.store.rundownParts.of('rundownItem', fromId);
  const ids = new Map(items.map(({ id }) => [id, `${need.rundownId}:${newId(need.now)}`]));
  for (const item of items) {
    const parentId = item.parentId === null ? null : (ids.get(item.parentId) ?? null);
    put(need, { ...item, id: ids.get(item.id) ?? '', parentId });
  }
  for (const script of need.store.rundownParts.of('script', fromId)) {
    const id = ids.get(script.id);
    if (id !== undefined) putScript(need, id, script.doc);
  }
}

type Placed = Omit<RundownItem, 'rev' | 'rundownId' | 'updatedAt' | 'updatedBy'>;

function put({ tx, rundownId, now, by }: EditNeed, item: Placed): void {
  tx.put('rundownItem', { ...item, rev: 0, rundownId, updatedAt: now, updatedBy: by });
}
