/** When each row of a rundown came or comes, as one reads it while the show is on. Pure. */
import type { Show, Step } from '../../../electron/contract/records/show';
import type { LiveTiming } from '../../../electron/domain/rundown/live';
import type { Plan } from '../../../electron/domain/rundown/plan';

interface Told {
  show: Pick<Show, 'state' | 'current'> | null;
  steps: readonly Pick<Step, 'itemId' | 'outcome' | 'startedAt'>[];
  live: Pick<LiveTiming, 'coming'>;
}

/**
 * Epoch ms by item: before and after a show as planned; on air what has been when it was taken, what is to come when it will, and a
 * segment with the first of its items. Null: it has no time, such as what was left out.
 */
export function readTimes(plan: Plan, { show, steps, live }: Told): Map<string, number | null> {
  if (show?.state !== 'onAir') return new Map(plan.rows.map(({ item, start }) => [item.id, start]));
  const own = new Map<string, number>();
  for (const { itemId, outcome, startedAt } of steps) if (outcome !== 'skipped') own.set(itemId, startedAt);
  for (const { row, start } of live.coming) own.set(row.item.id, start);
  if (show.current) own.set(show.current.itemId, show.current.startedAt);
  const firstIn = (id: string) =>
    plan.rows.flatMap(({ item }) => (item.parentId === id ? (own.get(item.id) ?? []) : []))[0];
  return new Map(plan.rows.map(({ item: { id }, runs }) => [id, (runs ? own.get(id) : firstIn(id)) ?? null]));
}
