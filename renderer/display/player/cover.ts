/** Stretches during which a takeover lay over the timeline: what was on the panel then was seen by nobody. Pure; station instants. */
import { type Reason, reason } from '../../../electron/contract/scalars';

export interface Cover {
  from: number;
  /** Null while it lies there. */
  until: number | null;
  /** What the takeover is called. */
  name: string;
}

/** Much longer than any item, and than the longest pause in which the page looks at nothing. */
const REMEMBER_MS = 26 * 3_600_000;

/** From `at` on it is covered, by another takeover than before if it was. */
export function covered(covers: readonly Cover[], at: number, name: string): readonly Cover[] {
  return [...uncovered(covers, at), { from: at, until: null, name }];
}

export function uncovered(covers: readonly Cover[], at: number): readonly Cover[] {
  return covers
    .map((cover) => (cover.until === null ? { ...cover, until: Math.max(at, cover.from) } : cover))
    .filter(({ from, until }) => until !== null && until > from && until > at - REMEMBER_MS);
}

export function isCovered(covers: readonly Cover[]): boolean {
  return covers.some(({ until }) => until === null);
}

export interface Seen {
  from: number;
  until: number;
  because: Reason;
}

/**
 * The longest stretch of [from, until) that was to be seen, with what lay over the rest; null where nothing did. A play has one
 * start and one end: what was seen before and after a takeover in its midst is told as the longer of the two, never as both.
 */
export function longestSeen(from: number, until: number, covers: readonly Cover[]): Seen | null {
  const over = covers.filter((cover) => cover.from < until && (cover.until ?? until) > from);
  const [first] = over;
  if (!first) return null;
  const because = reason('play.takenOver', { name: first.name });
  let longest = { from, until: from };
  let at = from;
  for (const cover of [...over, { from: until, until }]) {
    if (cover.from - at > longest.until - longest.from) longest = { from: at, until: cover.from };
    at = Math.max(at, cover.until ?? until);
  }
  return { ...longest, because };
}
