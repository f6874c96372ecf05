/**
 * How many plays a booking may still have, break by break. Pure. What is due is spread evenly: of `n` plays a day over `k` breaks
 * that lie in its hours, the first `j` breaks together are due `ceil(n * j / k)`. What a break had no room for stays due in the next.
 */
import type { BookingHow } from '../../contract/records/booking';
import type { LocalTime, Zone } from '../../contract/scalars';
import { dateOf, HOUR_MS } from '../calendar';
import { localDay, toInstant } from '../time';
import type { Claimant, SpotBreak } from './types';

/** An exact time goes to the nearest break, no further off than this, ms. */
const NEAR_MS = 30 * 60_000;

export interface Quota {
  /** Whether another play of `ms` is due in break number `at`. */
  allows(at: number, ms: number): boolean;
  /** How urgent: about how many plays are due there now, and a part of one for what it asks for and has not been given. */
  need(at: number): number;
  /** That it was given one there. */
  note(at: number, ms: number): void;
  /** Plays that found no place; null where plays are not what it asks for. */
  missing(): number | null;
  /** Breaks that lie in its hours. */
  breaks(): number;
}

interface Pool {
  /** Numbers of its breaks, in order. */
  breaks: number[];
  /** Of all its breaks, ms. */
  ms: number;
}

/** `breaks` in the order of their starts; what stands in those that are not open is counted. */
export function quotaOf({ booking, windows }: Claimant, breaks: readonly SpotBreak[], zone: Zone): Quota {
  const { how } = booking;
  const isIn = ({ start }: SpotBreak) => windows.some((window) => window.start <= start && start < window.end);
  const eligible = breaks.flatMap((each, at) => (isIn(each) ? [at] : []));
  const quota = counter(how, eligible, breaks, zone);
  breaks.forEach((each, at) => {
    if (each.open) return;
    for (const spot of each.booked) if (spot.bookingId === booking.id) quota.note(at, spot.piece.ms);
  });
  return quota;
}

function counter(how: BookingHow, eligible: readonly number[], breaks: readonly SpotBreak[], zone: Zone): Quota {
  switch (how.kind) {
    case 'frequency':
      return frequencyQuota(how.plays, pooled(eligible, breaks, how.per === 'day' ? dayKey(zone) : hourKey(zone)));
    case 'share':
      return shareQuota(how.percent, pooled(eligible, breaks, dayKey(zone)), breaks);
    case 'exact':
      return exactQuota(how.times, eligible, breaks, zone);
    case 'rotation':
      return rotationQuota(eligible);
    case 'slot':
      return rotationQuota([]);
    default:
      return how satisfies never;
  }
}

type KeyOf = (start: number) => number;
const dayKey =
  (zone: Zone): KeyOf =>
  (start) =>
    localDay(start, zone);
/** On the wall clock: an hour begins at its full hour also where the zone lies half an hour off. */
const hourKey =
  (zone: Zone): KeyOf =>
  (start) => {
    const midnight = toInstant(dateOf(localDay(start, zone)), '00:00:00', zone);
    return midnight + Math.floor((start - midnight) / HOUR_MS) * HOUR_MS;
  };

function pooled(eligible: readonly number[], breaks: readonly SpotBreak[], keyOf: KeyOf): Pool[] {
  const pools = new Map<number, Pool>();
  for (const at of eligible) {
    const { start, ms } = breaks[at] as SpotBreak;
    const key = keyOf(start);
    const pool = pools.get(key) ?? { breaks: [], ms: 0 };
    pool.breaks.push(at);
    pool.ms += ms;
    pools.set(key, pool);
  }
  return [...pools.values()];
}

/** Plays and their time, by break. */
class Counts {
  readonly plays = new Map<number, number>();
  readonly ms = new Map<number, number>();

  note(at: number, ms: number): void {
    this.plays.set(at, (this.plays.get(at) ?? 0) + 1);
    this.ms.set(at, (this.ms.get(at) ?? 0) + ms);
  }
}

function sum(numbers: Iterable<number>): number {
  let all = 0;
  for (const each of numbers) all += each;
  return all;
}

/** In the breaks of a pool up to and with number `at`. */
const upTo = (counted: ReadonlyMap<number, number>, { breaks }: Pool, at: number) =>
  sum(breaks.filter((each) => each <= at).map((each) => counted.get(each) ?? 0));
const inAll = (counted: ReadonlyMap<number, number>, { breaks }: Pool) =>
  sum(breaks.map((each) => counted.get(each) ?? 0));

function frequencyQuota(plays: number, pools: readonly Pool[]): Quota {
  const counts = new Counts();
  const poolOf = poolFinder(pools);
  const dueAt = (pool: Pool, at: number) =>
    Math.ceil((plays * (pool.breaks.indexOf(at) + 1)) / pool.breaks.length) - upTo(counts.plays, pool, at);
  return {
    allows(at) {
      const pool = poolOf(at);
      return pool !== undefined && dueAt(pool, at) > 0 && inAll(counts.plays, pool) < plays;
    },
    need(at) {
      const pool = poolOf(at);
      return pool ? dueAt(pool, at) - inAll(counts.plays, pool) / (plays + 1) : 0;
    },
    note: (at, ms) => counts.note(at, ms),
    missing: () => sum(pools.map((pool) => Math.max(0, plays - inAll(counts.plays, pool)))),
    breaks: () => sum(pools.map((pool) => pool.breaks.length)),
  };
}

/** As long as most spots are: by it the time that a share lacks is weighed against plays. */
const USUAL_MS = 30_000;

/** Never more than half a play beside its percent of the time of the breaks so far. */
function shareQuota(percent: number, pools: readonly Pool[], breaks: readonly SpotBreak[]): Quota {
  const counts = new Counts();
  const poolOf = poolFinder(pools);
  const dueAt = (pool: Pool, at: number) =>
    (percent / 100) * sum(pool.breaks.filter((each) => each <= at).map((each) => breaks[each]?.ms ?? 0));
  return {
    allows(at, ms) {
      const pool = poolOf(at);
      if (!pool) return false;
      const most = (percent / 100) * pool.ms;
      const fits = (given: number, due: number) => given + ms <= due + ms / 2;
      return fits(upTo(counts.ms, pool, at), dueAt(pool, at)) && fits(inAll(counts.ms, pool), most);
    },
    need(at) {
      const pool = poolOf(at);
      return pool ? (dueAt(pool, at) - upTo(counts.ms, pool, at)) / USUAL_MS : 0;
    },
    note: (at, ms) => counts.note(at, ms),
    missing: () => null,
    breaks: () => sum(pools.map((pool) => pool.breaks.length)),
  };
}

/** Each time belongs to the nearest break of its day; of two as near, the earlier. */
function exactQuota(
  times: readonly LocalTime[],
  eligible: readonly number[],
  breaks: readonly SpotBreak[],
  zone: Zone,
): Quota {
  const counts = new Counts();
  const startOf = (at: number) => breaks[at]?.start ?? 0;
  const days = new Set(eligible.map((at) => localDay(startOf(at), zone)));
  const wanted = new Map<number, number>();
  let far = 0;
  for (const day of days) {
    for (const time of new Set(times)) {
      const instant = toInstant(dateOf(day), time, zone);
      const off = (at: number) => Math.abs(startOf(at) - instant);
      const [nearest] = [...eligible].sort((a, b) => off(a) - off(b) || a - b);
      if (nearest !== undefined && off(nearest) <= NEAR_MS) wanted.set(nearest, (wanted.get(nearest) ?? 0) + 1);
      else far += 1;
    }
  }
  const open = (at: number) => (wanted.get(at) ?? 0) - (counts.plays.get(at) ?? 0);
  return {
    allows: (at) => open(at) > 0,
    need: (at) => (open(at) > 0 ? 1 : 0),
    note: (at, ms) => counts.note(at, ms),
    missing: () => far + sum([...wanted.keys()].map((at) => Math.max(0, open(at)))),
    breaks: () => wanted.size,
  };
}

/** Once a break; it takes what room is left. */
function rotationQuota(eligible: readonly number[]): Quota {
  const counts = new Counts();
  const all = new Set(eligible);
  return {
    allows: (at) => all.has(at) && !counts.plays.has(at),
    need: () => 0,
    note: (at, ms) => counts.note(at, ms),
    missing: () => null,
    breaks: () => all.size,
  };
}

function poolFinder(pools: readonly Pool[]): (at: number) => Pool | undefined {
  const byBreak = new Map(pools.flatMap((pool) => pool.breaks.map((at) => [at, pool] as const)));
  return (at) => byBreak.get(at);
}
