/** The end of a rundown as a time of day, read and written: an end before the start means the next day. Pure. */
import type { LocalTime } from '../../../electron/contract/scalars';
import { DAY_MS, timeMs } from '../../../electron/domain/calendar';
import { endOf, type RundownClock } from '../../../electron/domain/rundown/clock';
import { localParts } from '../../../electron/domain/time';

/** How long it is from a start to an end. The same time means no length is asked. */
export function lengthUntil(startsAt: LocalTime, endsAt: LocalTime): { ms: number; nextDay: boolean } {
  const [start, end] = [timeMs(startsAt) % DAY_MS, timeMs(endsAt)];
  const ms = (end - start + DAY_MS) % DAY_MS;
  return { ms, nextDay: ms > 0 && end <= start };
}

/** Null where no length is asked. */
export function endTimeOf(clock: RundownClock): { time: LocalTime; nextDay: boolean } | null {
  const end = endOf(clock);
  if (end === null) return null;
  const { date, time } = localParts(end, clock.zone);
  return { time, nextDay: date !== clock.date };
}
