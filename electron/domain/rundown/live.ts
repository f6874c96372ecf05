/**
 * The times of a rundown while it is on air: what is left of the item, when the next ones come as things stand, and where it will
 * end. Pure: the same at the station and in every view.
 */
import type { PartId } from '../../contract/records/rundown-item';
import type { OnAir, Show } from '../../contract/records/show';
import type { Plan, Row } from './plan';

export type Running = Pick<Show, 'current' | 'skipped' | 'lengths'>;

export interface Coming {
  row: Row;
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
  /** What is still to come, in order. */
  coming: readonly Coming[];
  nextHard: NextHard | null;
  /** Where it ends as things stand. */
  end: number;
  /** Against the times as written: later (above 0) or earlier than planned, where it stands now. */
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
export function stillToCome(plan: Plan, { current, skipped }: Pick<Running, 'current' | 'skipped'>): Row[] {
  const left = new Set<PartId>(skipped);
  const at = current === null ? -1 : placeOf(plan, current.itemId);
  return plan.running.filter((row, index) => index > at && !left.has(row.item.id));
}

/** Of an item that floats, or lies in a segment's head: where it would stand. */
function placeOf(plan: Plan, itemId: PartId): number {
  const running = plan.running.findIndex(({ item }) => item.id === itemId);
  if (running >= 0) return running;
  const at = plan.rows.findIndex(({ item }) => item.id === itemId);
  return plan.rows.slice(0, Math.max(0, at)).filter(({ runs, counts }) => runs && counts).length - 1;
}

export function liveOf(plan: Plan, show: Running, now: number): LiveTiming {
  const current = currentOf(plan, show, now);
  const left = current ? Math.max(0, current.remainingMs) : 0;
  const free = now + left;
  const coming = layComing(stillToCome(plan, show), show, { free, now });
  const end = coming.at(-1)?.end ?? free;
  const hard = coming.findIndex(({ row }) => row.hardAt !== null);
  return {
    current,
    coming,
    nextHard: nextHardOf(coming, hard, { free, now }),
    end,
    overNowMs: current?.row.end ? free - current.row.end : 0,
    overAtEndMs: plan.plannedEnd === null ? null : end - plan.plannedEnd,
  };
}

function currentOf(plan: Plan, show: Running, now: number): LiveTiming['current'] {
  const { current } = show;
  const row = current && plan.byId.get(current.itemId);
  if (!current || !row) return null;
  const elapsed = elapsedMs(current, now);
  const lengthMs = lengthOf(row, show);
  return { row, elapsedMs: elapsed, lengthMs, remainingMs: lengthMs - elapsed, held: current.heldAt !== null };
}

/** One that takes itself starts at its time, and what is then on air is cut; one that only warns starts when it is free, not before its time. */
function layComing(rows: readonly Row[], show: Running, { free, now }: { free: number; now: number }): Coming[] {
  let cursor = free;
  return rows.map((row) => {
    if (row.hardAt !== null) {
      cursor = row.takesItself ? Math.max(now, row.hardAt) : Math.max(cursor, row.hardAt);
    }
    const start = cursor;
    cursor += lengthOf(row, show);
    return { row, start, end: cursor };
  });
}

function nextHardOf(
  coming: readonly Coming[],
  at: number,
  { free, now }: { free: number; now: number },
): NextHard | null {
  const row = coming[at]?.row;
  if (!row || row.hardAt === null) return null;
  const reached = coming[at - 1]?.end ?? free;
  return { row, at: row.hardAt, inMs: row.hardAt - now, overMs: reached - row.hardAt };
}
