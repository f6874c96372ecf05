/** When a rundown begins and ought to end, and which instant a hard start means. */
import type { Rundown } from '../../contract/records/rundown';
import type { LocalTime } from '../../contract/scalars';
import { DAY_MS, dayNumber, HOUR_MS, timeMs } from '../calendar';
import { instantOf } from '../time';

export type RundownClock = Pick<Rundown, 'date' | 'startsAt' | 'zone' | 'lengthMs'>;

/** How long before its beginning a hard start may lie and still be meant for before, not for the day after. */
const BEFORE_MS = 6 * HOUR_MS;

/** Epoch ms. */
export function startOf({ date, startsAt, zone }: RundownClock): number {
  return instantOf(dayNumber(date), timeMs(startsAt), zone);
}

/** When it ought to end, epoch ms; null where no length is asked. Lengths are real time, also over a change of clocks. */
export function endOf(clock: RundownClock): number | null {
  return clock.lengthMs === 0 ? null : startOf(clock) + clock.lengthMs;
}

/**
 * The instant, epoch ms, of a time on the rundown's clock: the one from six hours before its beginning up to eighteen after, less
 * before where the rundown is longer. So 00:05 in a show from 23:00 is the next day, and 08:55 in one from 09:00 is too early.
 */
export function hardInstant(clock: RundownClock, at: LocalTime): number {
  const start = timeMs(clock.startsAt) % DAY_MS;
  const before = Math.max(0, Math.min(BEFORE_MS, DAY_MS - clock.lengthMs));
  const ahead = (((timeMs(at) - start + before) % DAY_MS) + DAY_MS) % DAY_MS;
  const wall = start + ahead - before;
  const day = dayNumber(clock.date) + (timeMs(clock.startsAt) === DAY_MS ? 1 : 0);
  return wall < 0 ? instantOf(day - 1, wall + DAY_MS, clock.zone) : instantOf(day, wall, clock.zone);
}
