/** What can be taken next, as the list shows it: what is to come, what was left out of it, and what is at hand. Pure. */
import { type LiveTiming, lengthOf, type Running, stillToCome } from '../../../../electron/domain/rundown/live';
import type { Plan, Row } from '../../../../electron/domain/rundown/plan';

export interface NextItem {
  row: Row;
  /** As things stand, epoch ms; null for what is left out or at hand. */
  start: number | null;
  lengthMs: number;
  state: 'coming' | 'skipped' | 'atHand';
  /** Its place among those to come, from 1: the number of its key; null for all else. */
  nth: number | null;
  /** Name of the segment it is in, where that begins with it. */
  segment: string | null;
}

export function nextItems(plan: Plan, running: Running, { coming }: LiveTiming): NextItem[] {
  const times = new Map(coming.map(({ row, start }, at) => [row.item.id, { start, nth: at + 1 }]));
  const rest = stillToCome(plan, { ...running, skipped: [] });
  const atHand = plan.rows.filter(({ runs, counts, item }) => runs && !counts && item.id !== running.current?.itemId);
  let segment: string | null = running.current ? (plan.byId.get(running.current.itemId)?.item.parentId ?? null) : null;
  const items = rest.map((row): NextItem => {
    const time = times.get(row.item.id);
    const begins = row.item.parentId !== segment;
    segment = row.item.parentId;
    return {
      row,
      start: time?.start ?? null,
      lengthMs: lengthOf(row, running),
      state: time ? 'coming' : 'skipped',
      nth: time?.nth ?? null,
      segment: begins && segment !== null ? (plan.byId.get(segment)?.item.title ?? null) : null,
    };
  });
  const hand = atHand.map(
    (row): NextItem => ({
      row,
      start: null,
      lengthMs: lengthOf(row, running),
      state: 'atHand',
      nth: null,
      segment: null,
    }),
  );
  return [...items, ...hand];
}

/** The item selected after a step through the list; null is none. */
export function stepped(items: readonly NextItem[], selected: string | null, by: 1 | -1): string | null {
  const at = items.findIndex(({ row }) => row.item.id === selected);
  const next = at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, at + by));
  return items[next]?.row.item.id ?? null;
}
