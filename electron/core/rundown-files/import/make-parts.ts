/** Good rows as records of a rundown, ready to be put. Pure but for new ids. */
import type { RundownImportRow } from '../../../contract/api/rundown-files';
import { newId } from '../../../contract/ulid';
import { ordersBetween } from '../../../domain/rundown/order';
import type { Steps } from '../../../domain/steps';
import { type Prepared, prepared } from '../../store';
import { scriptOf } from './script-of';

export interface Made {
  items: Prepared<'rundownItem'>[];
  scripts: Prepared<'script'>[];
}

interface Into {
  rundownId: string;
  /** Order of the last item at the top; null of an empty rundown. */
  after: string | null;
  now: number;
  by: string;
}

export function* makeParts(rows: readonly RundownImportRow[], { rundownId, after, now, by }: Into): Steps<Made> {
  const good = rows.flatMap((row) =>
    row.fields ? [{ ...row, fields: row.fields, id: `${rundownId}:${newId(now)}` }] : [],
  );
  const segments = new Map(
    good.flatMap(({ row, fields, id }) => (fields.kind === 'segment' ? [[row, id] as const] : [])),
  );
  const parentOf = (row: number | null) => (row === null ? null : (segments.get(row) ?? null));
  const counts = new Map<string | null, number>();
  for (const { parentRow } of good) counts.set(parentOf(parentRow), (counts.get(parentOf(parentRow)) ?? 0) + 1);
  const orders = new Map(
    [...counts].map(([parent, count]) => [parent, ordersBetween(parent === null ? after : null, null, count)]),
  );
  const made: Made = { items: [], scripts: [] };
  const common = { rev: 0, rundownId, updatedAt: now, updatedBy: by };
  for (const { id, fields, script, parentRow } of good) {
    const parentId = parentOf(parentRow);
    const order = orders.get(parentId)?.shift() ?? 'a0';
    made.items.push(prepared('rundownItem', { id, ...common, parentId, order, ...fields }));
    if (script !== '') made.scripts.push(prepared('script', { id, ...common, doc: scriptOf(script) }));
    yield;
  }
  return made;
}
