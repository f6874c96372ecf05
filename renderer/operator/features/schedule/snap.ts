/** Where a dragged edge falls: on what a person would mean near the pointer, and what that is. Pure. */
import type { Zone } from '../../../../electron/contract/scalars';
import { dayAt, isCoarse } from './calendar-view';
import { spanOf, type View } from './zoom';

/** What it fell on: the edge of a day, of an opening, the start of a loop, or a round time. */
export type SnapTo = 'day' | 'opening' | 'loop' | 'time';
export interface Snapped {
  at: number;
  to: SnapTo;
}

/** Openings and the length of the loop counted from each; see `SummedDay`. */
export interface Loop {
  ms: number;
  openings: readonly (readonly [number, number])[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** An edge this near draws the pointer to it. */
const NEAR_PX = 8;
/** Loops narrower than this are not aimed at. */
const LOOP_FROM_PX = 10;

/** Quarters of an hour at a day, closer up five minutes, one, and a second. */
export function grainOf(view: View): number {
  const span = spanOf(view);
  if (span > 8 * HOUR) return 15 * MINUTE;
  if (span > HOUR) return 5 * MINUTE;
  return span > 10 * MINUTE ? MINUTE : 1000;
}

export function snap(at: number, view: View, width: number, zone: Zone, loop: Loop | null = null): Snapped {
  const day = dayAt(at, zone);
  const midnight = at - day.from < day.until - at ? day.from : day.until;
  if (isCoarse(view)) return { at: midnight, to: 'day' };
  const msPerPx = spanOf(view) / Math.max(width, 1);
  const near = ({ at: edge }: Snapped) => Math.abs(edge - at) <= NEAR_PX * msPerPx;
  const edges: Snapped[] = [{ at: midnight, to: 'day' }, ...loopEdges(at, loop, msPerPx)];
  const found = edges.filter(near).sort((a, b) => rank(a) - rank(b) || Math.abs(a.at - at) - Math.abs(b.at - at))[0];
  if (found) return found;
  const grain = grainOf(view);
  return { at: day.from + Math.round((at - day.from) / grain) * grain, to: 'time' };
}

const RANKS: Record<SnapTo, number> = { day: 0, opening: 0, loop: 1, time: 2 };
const rank = ({ to }: Snapped) => RANKS[to];

/** Bookings begin and end on whole seconds. */
function loopEdges(at: number, loop: Loop | null, msPerPx: number): Snapped[] {
  if (!loop) return [];
  const openings = loop.openings.flat().map((edge): Snapped => ({ at: edge, to: 'opening' }));
  const open = loop.openings.find(([from, until]) => from <= at && at < until);
  if (!open || loop.ms / msPerPx < LOOP_FROM_PX) return openings;
  const start = open[0] + Math.round((at - open[0]) / loop.ms) * loop.ms;
  return [...openings, { at: Math.round(start / 1000) * 1000, to: 'loop' }];
}
