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

/** When its next play is due; infinite when all were given. */
export const dueOf = ({ dues, given }: FrequencyClaim): number => dues[given] ?? Number.POSITIVE_INFINITY;

/**
 * Frequencies by whether a play of theirs is due, each side in order: of thousands on one display it is asked at every item who
 * comes first.
 */
export interface DueList {
  /** Those that are due, the one to be given first at the front. */
  readonly waiting: FrequencyClaim[];
  /** When the next of the others is due; infinite when none will be. */
  nextAt(): number;
  /** Lets those wait that are due at `at`. Asked with instants in order only. */
  lookAt(at: number): void;
  /** Counts a play given at `at` to the one at that place of `waiting`. */
  give(index: number, at: number): void;
}

type Order = (a: FrequencyClaim, b: FrequencyClaim) => number;
const latestFirst: Order = (a, b) => dueOf(b) - dueOf(a);

/** @param first whom of two that are due to give to first; none are equal */
export function dueList(all: readonly FrequencyClaim[], first: Order): DueList {
  const waiting: FrequencyClaim[] = [];
  const coming = all.filter((claim) => dueOf(claim) < Number.POSITIVE_INFINITY).sort(latestFirst);
  const nextAt = () => {
    const next = coming.at(-1);
    return next ? dueOf(next) : Number.POSITIVE_INFINITY;
  };
  return {
    waiting,
    nextAt,
    lookAt(at) {
      while (nextAt() <= at) insert(waiting, coming.pop() as FrequencyClaim, first);
    },
    give(index, at) {
      const [claim] = waiting.splice(index, 1);
      if (!claim) return;
      claim.given += 1;
      const due = dueOf(claim);
      if (due <= at) insert(waiting, claim, first);
      else if (due < Number.POSITIVE_INFINITY) insert(coming, claim, latestFirst);
    },
  };
}

/** Into its place in a list that is in order. */
function insert(list: FrequencyClaim[], claim: FrequencyClaim, order: Order): void {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(list[middle] as FrequencyClaim, claim) < 0) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, claim);
}
