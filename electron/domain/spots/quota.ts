/**
 * How many plays a booking may still have, break by break. Pure. What is due is spread evenly: of `n` plays a day over `k` breaks
 * that lie in its hours, the first `j` breaks together are due `ceil(n * j / k)`. What a break had no room for stays due in the next.
 */
import type { BookingHow } from '../../contract/records/booking';
import type { Zone } from '../../contract/scalars';
import { dateOf, HOUR_MS } from '../calendar';
import { localDay, toInstant } from '../time';
import { exactQuota } from './exact-quota';
import { type Pool, poolsOf } from './pool';
import type { Claimant, Quota, QuotaGround, SpotBreak } from './types';

/** `breaks` in the order of their starts; what stands in those that are not open is counted. */
export function quotaOf({ booking, windows }: Claimant, breaks: readonly SpotBreak[], zone: Zone): Quota {
  const { how, id } = booking;
  // What is over, or never filled, takes no part in the spread but for what it holds.
  const isIn = ({ start, open, booked }: SpotBreak) =>
    (open || booked.some(({ bookingId }) => bookingId === id)) &&
    windows.some((window) => window.start <= start && start < window.end);
  const eligible = breaks.flatMap((each, at) => (isIn(each) ? [at] : []));
  return quotaFor(how, { eligible, breaks, zone, bookingId: id });
}

function quotaFor(how: BookingHow, ground: QuotaGround): Quota {
  const { eligible, breaks, zone, bookingId } = ground;
  switch (how.kind) {
    case 'frequency':
      return frequencyQuota(
        how.plays,
        poolsOf(eligible, breaks, bookingId, how.per === 'day' ? dayKey(zone) : hourKey(zone)),
      );
    case 'share':
      return shareQuota(how.percent, poolsOf(eligible, breaks, bookingId, dayKey(zone)));
    case 'exact':
      return exactQuota(how.times, ground);
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

type Pools = ReadonlyMap<number, Pool>;

function frequencyQuota(plays: number, pools: Pools): Quota {
  const dueAt = (pool: Pool, at: number) => Math.ceil((plays * pool.count(at)) / pool.breaks) - pool.given(at).plays;
  return {
    allows(at) {
      const pool = pools.get(at);
      return pool !== undefined && dueAt(pool, at) > 0 && pool.all.plays < plays;
    },
    need(at) {
      const pool = pools.get(at);
      return pool ? dueAt(pool, at) - pool.all.plays / (plays + 1) : 0;
    },
    note: (at, ms) => pools.get(at)?.note(ms),
    missing: () => [...new Set(pools.values())].reduce((sum, { all }) => sum + Math.max(0, plays - all.plays), 0),
    breaks: pools.size,
  };
}

/** As long as most spots are: by it the time that a share lacks is weighed against plays. */
const USUAL_MS = 30_000;

/** Never more than half a play beside its percent of the time of the breaks so far. */
function shareQuota(percent: number, pools: Pools): Quota {
  const part = percent / 100;
  return {
    allows(at, ms) {
      const pool = pools.get(at);
      if (!pool) return false;
      const fits = (given: number, due: number) => given + ms <= due + ms / 2;
      return fits(pool.given(at).ms, part * pool.msUpTo(at)) && fits(pool.all.ms, part * pool.ms);
    },
    need(at) {
      const pool = pools.get(at);
      return pool ? (part * pool.msUpTo(at) - pool.given(at).ms) / USUAL_MS : 0;
    },
    note: (at, ms) => pools.get(at)?.note(ms),
    missing: () => null,
    breaks: pools.size,
  };
}

/** Once a break; it takes what room is left. */
function rotationQuota(eligible: readonly number[]): Quota {
  const all = new Set(eligible);
  const given = new Set<number>();
  return {
    allows: (at) => all.has(at) && !given.has(at),
    need: () => 0,
    note: (at) => void given.add(at),
    missing: () => null,
    breaks: all.size,
  };
}
