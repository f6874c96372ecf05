/** On which days bookings play, looked up for whoever cannot read rules: the console does not carry their library. */
import type { LocalDate } from '../contract/scalars';
import { dateOf, dayNumber } from './calendar';
import { type BookingDays, daysOf } from './occurrences';
import type { Steps } from './steps';

export interface Looking {
  /** The first day looked at, and how many. */
  from: LocalDate;
  days: number;
  /** So many are named of each booking, the first ones. */
  most: number;
}

/** Days looked at before others have their turn: a year of a rule takes up to 30 ms to be counted out. */
const TURN_DAYS = 366;

/** In the order of the bookings. A rule that cannot be read names no day. */
export function* nextDays(bookings: readonly BookingDays[], looking: Looking): Steps<LocalDate[][]> {
  const named: LocalDate[][] = [];
  for (const booking of bookings) {
    named.push(yield* daysNamed(booking, looking));
    yield;
  }
  return named;
}

function* daysNamed(booking: BookingDays, { from, days, most }: Looking): Steps<LocalDate[]> {
  const playsOn = daysOf(booking);
  const first = Math.max(dayNumber(booking.from), dayNumber(from));
  const last = Math.min(dayNumber(booking.to), dayNumber(from) + days - 1);
  const named: LocalDate[] = [];
  for (let day = first; day <= last && named.length < most; day++) {
    if (playsOn(day)) named.push(dateOf(day));
    if ((day - first) % TURN_DAYS === TURN_DAYS - 1) yield;
  }
  return named;
}
