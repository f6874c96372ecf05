/** Shares and frequencies: who has a play coming to it at an instant, and how pressing it is. */
import { HOUR_MS } from '../calendar';
import type { Window } from '../occurrences';
import type { ClaimOf } from './claims';

/** A claim to so much of the time of its windows. */
export type ShareClaim = ClaimOf<'share'> & {
  givenMs: number;
  /** Time of its windows gone by before the one it is in, less that one's start: with an instant in it, the time gone by then. */
  goneMs: number;
};

/** Time of its windows gone by at `at`, ms. */
export function elapsed(windows: readonly Window[], at: number): number {
  let sum = 0;
  for (const { start, end } of windows) {
    if (start >= at) break;
    sum += Math.min(end, at) - start;
  }
  return sum;
}

/**
 * How long until its next play must be over, as its quota sees it; null when it has no play coming to it yet. A play
 * is due when half of it is owed, so that at any moment no more than half a play is ahead, and whoever is pressed hardest goes
 * first (earliest deadline), so that none falls further behind than the others' plays make it wait.
 */
export function pressure({ how, goneMs, givenMs, parts, next }: ShareClaim, at: number): number | null {
  const rate = how.percent / 100;
  const owed = rate * (goneMs + at) - givenMs;
  return owed < 0 ? null : ((parts[next]?.ms ?? 0) - owed) / rate;
}

/** From when on its next play is coming to it. */
export const owedNext = ({ how, goneMs, givenMs }: ShareClaim): number => givenMs / (how.percent / 100) - goneMs;

/** A claim to plays at set instants, each due from then on until it is given. */
export type FrequencyClaim = ClaimOf<'frequency'> & { readonly dues: readonly number[]; given: number };

/** The middles of as many equal parts of the windows as plays are asked for. Epoch ms, in order. */
export function duesOf({ how, windows }: ClaimOf<'frequency'>): number[] {
  const total = elapsed(windows, Number.POSITIVE_INFINITY);
  const plays = how.per === 'day' ? how.plays : Math.round((total / HOUR_MS) * how.plays);
  const dues: number[] = [];
  let gone = 0;
  for (const { start, end } of windows) {
    for (let due = dueAt(dues.length); dues.length < plays && due < gone + end - start; due = dueAt(dues.length)) {
      dues.push(Math.floor(start + due - gone));
    }
    gone += end - start;
  }
  return dues;

  function dueAt(index: number): number {
    return ((index + 0.5) * total) / plays;
  }
}

/** Frequencies by whether a play of theirs is due: most of the time none is, and none need be looked at. */
export interface DueList {
  readonly all: readonly FrequencyClaim[];
  readonly waiting: FrequencyClaim[];
  /** When the next of the others is due. */
  nextAt: number;
}

export const dueList = (all: readonly FrequencyClaim[]): DueList => ({
  all,
  waiting: [],
  nextAt: Number.NEGATIVE_INFINITY,
});
/** When its next play is due; infinite when all were given. */
export const dueOf = ({ dues, given }: FrequencyClaim): number => dues[given] ?? Number.POSITIVE_INFINITY;

/** At `at` and whenever a play was given. */
export function lookAt(list: DueList, at: number): void {
  list.waiting.length = 0;
  list.nextAt = Number.POSITIVE_INFINITY;
  for (const claim of list.all) {
    const due = dueOf(claim);
    if (due <= at) list.waiting.push(claim);
    else if (due < list.nextAt) list.nextAt = due;
  }
}
