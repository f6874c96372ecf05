/** A booking's period: from its first day to its last, without the exceptions. Apart from `occurrences.ts`, so that pages need not carry rules. */
import type { Booking } from '../contract/records/booking';
import { DAY_MS, dayNumber, HOUR_MS, weekdayOf } from './calendar';

export type Period = Pick<Booking, 'from' | 'to' | 'exceptions'>;

/** A day is over everywhere on Earth (UTC-12), and the night it began too, this long after its midnight in UTC. */
const OVER_EVERYWHERE_MS = 60 * HOUR_MS;

/** Whether a booking has played for the last time, in whatever zone. */
export function isOver(booking: Pick<Booking, 'to'>, now: number): boolean {
  return dayNumber(booking.to) * DAY_MS + OVER_EVERYWHERE_MS <= now;
}

/** A day begins first at UTC+14. */
const BEGUN_NOWHERE_MS = -14 * HOUR_MS;

/** Whether a booking's first day has not begun, in whatever zone. */
export function isToCome(booking: Pick<Booking, 'from'>, now: number): boolean {
  return now < dayNumber(booking.from) * DAY_MS + BEGUN_NOWHERE_MS;
}

/** Of the days that `names` picks, by their numbers, those of the period. */
export function withinPeriod({ from, to, exceptions }: Period, names: (day: number) => boolean): typeof names {
  const first = dayNumber(from);
  const last = dayNumber(to);
  const never = new Set(exceptions.map(dayNumber));
  return (day) => day >= first && day <= last && !never.has(day) && names(day);
}

/** Whether a booking without a rule plays on a day, by its number. */
export function weeklyDays(booking: Period & Pick<Booking, 'weekdays'>): (day: number) => boolean {
  return withinPeriod(booking, (day) => booking.weekdays.includes(weekdayOf(day)));
}
