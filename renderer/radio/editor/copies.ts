/** New rows as the changes that add them. Pure but for their ids. */
import type { ItemChange } from '../../../electron/contract/api/rundowns';
import type { ItemFields, PartId, RundownItem } from '../../../electron/contract/records/rundown-item';
import type { ScriptDoc } from '../../../electron/contract/records/script';
import { newId } from '../../../electron/contract/ulid';
import { ordersBetween } from '../../../electron/domain/rundown/order';
import { ordersAt, type Place } from './moves';

export interface NewRow {
  /** Place in the list of the segment it is in. */
  parent: number | null;
  fields: ItemFields;
  script: ScriptDoc | null;
}

/** `ids`: of the new rows, in order. Put into a segment, segments among them are taken apart: none is in another. */
export function copiesOf(
  items: readonly RundownItem[],
  rundownId: string,
  rows: readonly NewRow[],
  place: Place,
): { changes: ItemChange[]; ids: PartId[] } {
  const keys = rows.map(() => newId());
  const idAt = (at: number): PartId => `${rundownId}:${keys[at]}`;
  const outside = rows.some(({ fields }) => fields.kind === 'segment') && place.parentId !== null;
  const there: Place = outside ? { parentId: null, after: place.parentId } : place;
  const tops = rows.filter(({ parent }) => parent === null).length;
  const orders = ordersAt(items, there, tops);
  const inside = new Map<number, string[]>();
  for (const { parent } of rows) {
    if (parent === null || inside.has(parent)) continue;
    inside.set(parent, ordersBetween(null, null, rows.filter((row) => row.parent === parent).length));
  }
  const changes = rows.map(({ parent, fields, script }, at): ItemChange => {
    const order = (parent === null ? orders.shift() : inside.get(parent)?.shift()) ?? 'a0';
    const key = keys[at] ?? newId();
    return { type: 'add', key, parentId: parent === null ? there.parentId : idAt(parent), order, fields, script };
  });
  return { changes, ids: keys.map((_, at) => idAt(at)) };
}
