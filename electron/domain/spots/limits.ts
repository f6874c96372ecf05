/** What keeps a spot from a place: its own days, the rules, and what stands beside it. Pure. */
import type { Reason } from '../../contract/scalars';
import { type Counts, capsOn, createCounts } from '../judge/counts';
import { judge, refusalsOf } from '../judge/judge';
import type { SpotBreak, SpotLaw, SpotPiece } from './types';

/** Why the breaks may not air it at an instant, whatever else they air that day. */
export function lawAgainst({ matter }: SpotPiece, at: number, { place, context }: SpotLaw['judged']): Reason | null {
  return refusalsOf(judge(matter, place, at, context))[0] ?? null;
}

/** Plays of a day as rules with a cap count them, whoever put them in. */
export class DayCounts {
  private readonly counts: Counts;

  constructor(private readonly law: SpotLaw['judged']) {
    this.counts = createCounts(law);
  }

  note({ matter, ms }: SpotPiece, at: number): void {
    this.counts.note(capsOn(matter, this.law), at, ms);
  }

  /** The cap that one more would break. */
  against({ matter, ms }: SpotPiece, at: number): Reason | null {
    return this.counts.against(capsOn(matter, this.law), at, ms);
  }
}

/** When each asset is on air: what stands already, and what is placed. */
export class Aired {
  private readonly starts = new Map<string, number[]>();

  note({ assetId }: SpotPiece, start: number): void {
    this.starts.set(assetId, [...(this.starts.get(assetId) ?? []), start]);
  }

  /** Before it or after it. */
  isTooNear({ assetId }: SpotPiece, start: number, { separation: { sameClipMs } }: SpotLaw): boolean {
    return sameClipMs > 0 && (this.starts.get(assetId) ?? []).some((other) => Math.abs(start - other) < sameClipMs);
  }
}

/** Whether two may stand back to back. */
export function mayFollow(a: SpotPiece | undefined, b: SpotPiece | undefined, { separation }: SpotLaw): boolean {
  if (!a || !b) return true;
  if (a.assetId === b.assetId) return false;
  if (separation.agency && a.agencyId !== null && a.agencyId === b.agencyId) return false;
  return !(separation.category && a.category !== null && a.category === b.category);
}

export const isOpenFor = ({ airs }: SpotPiece, start: number, end: number): boolean =>
  airs.from <= start && end <= airs.until;

/** Time that spots put in by hand leave, ms; never below 0. */
export const roomIn = ({ ms, byHand, behind }: Pick<SpotBreak, 'ms' | 'byHand' | 'behind'>): number =>
  Math.max(0, ms - [...byHand, ...behind].reduce((sum, piece) => sum + piece.ms, 0));
