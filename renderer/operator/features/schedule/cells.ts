/** Days in sums, ready to be drawn as cells: how full each is, and by whom. Pure. */
import type { SummedDay } from '../../../../electron/contract/api/planner';
import type { Reason } from '../../../../electron/contract/scalars';
import type { Colouring, Family } from './colouring';

/** A day of one display with the table its owners stand in. */
export interface OwnedDay {
  day: SummedDay;
  owners: readonly string[];
  reasons: readonly Reason[];
}

export interface CellShare {
  family: Family | null;
  ms: number;
  plays: number;
}

export interface Cell {
  openMs: number;
  /** Booked part of the open time, 0 to 1. */
  fill: number;
  /** Families by the order of their letters; what belongs to no family that is let through comes last, as null. */
  shares: readonly CellShare[];
}

/** Of one part of the day, or of the whole where `part` is null. `lets`: which bookings a filter lets through. */
export function cellOf(
  { day, owners }: OwnedDay,
  part: number | null,
  { familyOf }: Colouring,
  lets: (id: string) => boolean,
): Cell {
  const openMs = part === null ? day.openMs.reduce((all, ms) => all + ms, 0) : (day.openMs[part] ?? 0);
  const shares = new Map<Family | null, CellShare>();
  let booked = 0;
  for (const [of, index, ms, plays] of day.parts) {
    const owner = owners[index];
    if ((part !== null && of !== part) || owner === undefined || isNobody(owner)) continue;
    booked += ms;
    const family = lets(owner) ? familyOf(owner) : null;
    const before = shares.get(family);
    shares.set(family, { family, ms: ms + (before?.ms ?? 0), plays: plays + (before?.plays ?? 0) });
  }
  return { openMs, fill: openMs > 0 ? Math.min(booked / openMs, 1) : 0, shares: [...shares.values()].sort(byFamily) };
}

const isNobody = (owner: string) => owner === 'filler' || owner === 'slate';

function byFamily(a: CellShare, b: CellShare): number {
  const [left, right] = [a.family, b.family];
  if (!left || !right) return left ? -1 : right ? 1 : 0;
  return left.letter.length - right.letter.length || (left.letter < right.letter ? -1 : 1);
}
