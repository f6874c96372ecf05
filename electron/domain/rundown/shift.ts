/**
 * A rehearsal runs at another hour than the broadcast: all its times, hard starts among them, stand as much later (above 0) or earlier
 * as it begins. Pure; instants are epoch ms.
 */
import type { RundownItem } from '../../contract/records/rundown-item';
import type { Show } from '../../contract/records/show';
import type { RundownClock } from './clock';
import { type Plan, planOf, type Row } from './plan';

/** The same lengths and gaps, at instants moved by as much. */
export function shifted(plan: Plan, byMs: number): Plan {
  if (byMs === 0) return plan;
  const rows = plan.rows.map((row) => shiftedRow(row, byMs));
  return {
    ...plan,
    rows,
    running: rows.filter(({ runs, counts }) => runs && counts),
    byId: new Map(rows.map((row) => [row.item.id, row])),
    start: plan.start + byMs,
    end: plan.end + byMs,
    plannedEnd: moved(plan.plannedEnd, byMs),
  };
}

/** As much of a show as says when its times are. */
export type ShiftedShow = Pick<Show, 'state' | 'rehearsal' | 'plannedStart'>;

/** A rehearsal keeps its own beginning, also where the rundown is given another hour meanwhile; ms. */
export function shiftOf(plan: Pick<Plan, 'start'>, show: ShiftedShow | null): number {
  return show?.rehearsal && show.state === 'onAir' ? show.plannedStart - plan.start : 0;
}

/** The times of a rundown while a show of it is on air, or as they are written where none is. */
export function planOfShow(clock: RundownClock, items: readonly RundownItem[], show: ShiftedShow | null): Plan {
  const plan = planOf(clock, items);
  return shifted(plan, shiftOf(plan, show));
}

const moved = (instant: number | null, byMs: number): number | null => (instant === null ? null : instant + byMs);

function shiftedRow(row: Row, byMs: number): Row {
  return {
    ...row,
    start: moved(row.start, byMs),
    end: moved(row.end, byMs),
    backStart: moved(row.backStart, byMs),
    hardAt: moved(row.hardAt, byMs),
  };
}
