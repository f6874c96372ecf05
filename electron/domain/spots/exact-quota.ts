/** Exact times on the radio: each belongs to the nearest break that may still have it. */
import type { LocalTime } from '../../contract/scalars';
import { dateOf } from '../calendar';
import { localDay, toInstant } from '../time';
import type { Quota, QuotaGround } from './types';

/** No further off than this, ms. */
const NEAR_MS = 30 * 60_000;

/** Of two as near, the earlier; one that is over counts where it holds the spot. */
export function exactQuota(times: readonly LocalTime[], { eligible, breaks, zone, bookingId }: QuotaGround): Quota {
  const startOf = (at: number) => breaks[at]?.start ?? 0;
  const held = new Map(
    eligible.map((at) => {
      const each = breaks[at];
      return [at, each && !each.open ? each.booked.filter((spot) => spot.bookingId === bookingId).length : 0];
    }),
  );
  const wanted = new Map<number, number>();
  let lost = 0;
  for (const day of new Set(eligible.map((at) => localDay(startOf(at), zone)))) {
    for (const time of new Set(times)) {
      const instant = toInstant(dateOf(day), time, zone);
      const off = (at: number) => Math.abs(startOf(at) - instant);
      const takes = (at: number) => breaks[at]?.open || (held.get(at) ?? 0) > (wanted.get(at) ?? 0);
      const near = eligible.filter((at) => off(at) <= NEAR_MS && takes(at)).sort((a, b) => off(a) - off(b) || a - b);
      if (near[0] === undefined) lost += 1;
      else wanted.set(near[0], (wanted.get(near[0]) ?? 0) + 1);
    }
  }
  const open = (at: number) => (wanted.get(at) ?? 0) - (held.get(at) ?? 0);
  return {
    allows: (at) => open(at) > 0,
    need: (at) => (open(at) > 0 ? 1 : 0),
    note: (at) => held.set(at, (held.get(at) ?? 0) + 1),
    missing: () => lost + [...wanted.keys()].reduce((sum, at) => sum + Math.max(0, open(at)), 0),
    breaks: wanted.size,
  };
}
