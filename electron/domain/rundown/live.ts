/**
 * The times of a rundown while it is on air: what is left of the item, when the next ones come as things stand, and where it will
 * end. Pure: the same at the station and in every view.
 */
import type { PartId } from '../../contract/records/rundown-item';
import type { OnAir, Show, Step } from '../../contract/records/show';
import { type Hard, type Plan, type Row, SOFT } from './plan';

export type Running = Pick<Show, 'current' | 'skipped' | 'lengths'> & {
  /** What was on air, oldest first: where the one on air was removed from the rundown, it goes on after the last that was not. */
  aired: readonly PartId[];
};

/** A show with what its log tells of it. */
export function runningOf<S extends Pick<Show, 'current' | 'skipped' | 'lengths'>>(
  show: S,
  steps: readonly Pick<Step, 'itemId'>[],
): S & Running {
  return { ...show, aired: steps.map(({ itemId }) => itemId) };
}

export interface Coming {
  row: Row;
  /** The hard start that it holds on air: its segment's too, where all before it there are left out. */
  hardAt: number | null;
  /** Takes itself at its hard start, and cuts what is on air then. Not where that was past when what is on air began. */
  cuts: boolean;
  /** As things stand, epoch ms. */
  start: number;
  end: number;
}

export interface NextHard {
  row: Row;
  at: number;
  /** Until then. */
  inMs: number;
  /** By how much what comes before it reaches past it (above 0) or falls short of it. */
  overMs: number;
}

export interface LiveTiming {
  current: {
    row: Row;
    elapsedMs: number;
    /** Below 0 once it is over its length. */
    remainingMs: number;
    lengthMs: number;
    held: boolean;
  } | null;
  /** When the one on air is over by its length; now where it already is, or nothing is. Before the show that is when it begins. */
  free: number;
  /** What is still to come, in order. */
  coming: readonly Coming[];
  nextHard: NextHard | null;
  /** Where it ends as things stand. */
  end: number;
  /** Against the times as written: later (above 0) or earlier than what is on air, or would be, was to end. */
  overNowMs: number;
  /** Against the end that is asked for, as it would come out; null where none is. */
  overAtEndMs: number | null;
}

/** The length agreed on air, else the one written. */
export function lengthOf({ item, ms }: Row, { lengths }: Pick<Show, 'lengths'>): number {
  return lengths[item.id] ?? ms;
}

/** How long an item has been on air, without what it was held. */
export function elapsedMs({ startedAt, heldAt, heldMs }: OnAir, now: number): number {
  return Math.max(0, (heldAt ?? now) - startedAt - heldMs);
}

/** What is still to be taken: after the one on air, in the order of the rundown, without what was left out. */
export function stillToCome(plan: Plan, show: Omit<Running, 'lengths'>): Row[] {
  return holdersFrom(plan, show).map(({ row }) => row);
}

/** Those with the hard starts they hold. Of a segment whose first items are left out, with all in it where it is itself, the next. */
function holdersFrom(plan: Plan, show: Omit<Running, 'lengths'>): (Hard & { row: Row })[] {
  const left = new Set<PartId>(show.skipped);
  const from = placeOf(plan, show) + 1;
  const holders: (Hard & { row: Row })[] = [];
  let unheld: Hard = SOFT;
  let within = plan.running[from - 1]?.segmentId ?? null;
  let whole = within !== null && left.has(within);
  for (const row of plan.running.slice(from)) {
    const { segmentId } = row;
    if (segmentId !== within) {
      unheld = (segmentId !== null && plan.byId.get(segmentId)) || SOFT;
      whole = segmentId !== null && left.has(segmentId);
    }
    within = segmentId;
    if (whole || left.has(row.item.id)) continue;
    const { hardAt, takesItself } = row.hardAt === null ? unheld : row;
    holders.push({ row, hardAt, takesItself });
    unheld = SOFT;
  }
  return holders;
}

/** In `running`, of the one on air; of one that floats, or is a segment's head, the one before it. -1: nothing was on air yet. */
function placeOf(plan: Plan, { current, aired }: Pick<Running, 'current' | 'aired'>): number {
  if (current === null) return -1;
  const known = [...aired, current.itemId].findLast((id) => plan.byId.has(id));
  let place = -1;
  for (const { item, runs, counts } of plan.rows) {
    if (known === undefined) break;
    if (runs && counts) place += 1;
    if (item.id === known) break;
  }
  return place;
}

export function liveOf(plan: Plan, show: Running, now: number): LiveTiming {
  const current = currentOf(plan, show, now);
  const free = freeAt(plan, show, { current, now });
  const coming = layComing(holdersFrom(plan, show), show, { free, now });
  const end = coming.at(-1)?.end ?? free;
  return {
    current,
    free,
    coming,
    nextHard: nextHardOf(coming, { free, now }),
    end,
    overNowMs: free - (plan.running[placeOf(plan, show)]?.end ?? plan.start),
    overAtEndMs: plan.plannedEnd === null ? null : end - plan.plannedEnd,
  };
}

/** A segment's head lasts nothing of itself: what is in it is still to be taken. */
function currentOf(plan: Plan, show: Running, now: number): LiveTiming['current'] {
  const { current } = show;
  const row = current && plan.byId.get(current.itemId);
  if (!current || !row) return null;
  const elapsed = elapsedMs(current, now);
  const lengthMs = row.runs ? lengthOf(row, show) : 0;
  return { row, elapsedMs: elapsed, lengthMs, remainingMs: lengthMs - elapsed, held: current.heldAt !== null };
}

type Now = Pick<LiveTiming, 'current'> & { now: number };

function freeAt(plan: Plan, show: Running, { current, now }: Now): number {
  if (show.current === null) return Math.max(now, plan.start);
  return now + Math.max(0, current?.remainingMs ?? 0);
}

/** One that cuts starts at its time; one that only warns starts when it is free, not before its time. */
function layComing(
  holders: readonly (Hard & { row: Row })[],
  show: Running,
  { free, now }: { free: number; now: number },
): Coming[] {
  const since = show.current?.startedAt ?? Number.NEGATIVE_INFINITY;
  // A map: text of a record as a key of a plain object is looked up many times slower.
  const lengths = new Map(Object.entries(show.lengths));
  let cursor = free;
  return holders.map(({ row, hardAt, takesItself }) => {
    const cuts = takesItself && hardAt !== null && hardAt > since;
    if (hardAt !== null) cursor = Math.max(cuts ? now : cursor, hardAt);
    const start = cursor;
    cursor += lengths.get(row.item.id) ?? row.ms;
    return { row, hardAt, cuts, start, end: cursor };
  });
}

function nextHardOf(coming: readonly Coming[], { free, now }: { free: number; now: number }): NextHard | null {
  const at = coming.findIndex(({ hardAt }) => hardAt !== null);
  const next = coming[at];
  if (!next || next.hardAt === null) return null;
  const reached = coming[at - 1]?.end ?? free;
  return { row: next.row, at: next.hardAt, inMs: next.hardAt - now, overMs: reached - next.hardAt };
}
