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
 * The instant, epoch ms, of a time on the rundown's clock: the one while it lasts; where none is, the one up to six hours before
 * its beginning, else the next after it. So 00:05 in a show from 23:00 is the next day, and 08:55 in one from 09:00 is too early.
 */
export function hardInstant(clock: RundownClock, at: LocalTime): number {
  const start = startOf(clock);
  const end = start + clock.lengthMs;
  const day = dayNumber(clock.date);
  const time = timeMs(at) % DAY_MS;
  // A rundown of 24:00:00 begins on the day after its date; one of a day may end on the day after that.
  const instants = [day - 1, day, day + 1, day + 2].map((each) => instantOf(each, time, clock.zone));
  const within = instants.find((instant) => instant >= start && instant < end);
  return within ?? instants.find((instant) => instant >= start - BEFORE_MS) ?? start;
}
