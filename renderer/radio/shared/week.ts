/** Weeks from Monday to Sunday, and on which day a programme comes next. Pure. */
import type { LocalDate, Weekday } from '../../../electron/contract/scalars';
import { dateOf, dayNumber, weekdayOf } from '../../../electron/domain/calendar';

export interface Week {
  from: LocalDate;
  to: LocalDate;
}

export function weekOf(date: LocalDate): Week {
  const day = dayNumber(date);
  const monday = day - weekdayOf(day) + 1;
  return { from: dateOf(monday), to: dateOf(monday + 6) };
}

export const daysLater = (date: LocalDate, days: number): LocalDate => dateOf(dayNumber(date) + days);

/** The first of its weekdays from a day on, that day included; null where it comes as announced. */
export function nextDate(weekdays: readonly Weekday[], from: LocalDate): LocalDate | null {
  const first = dayNumber(from);
  const ahead = [0, 1, 2, 3, 4, 5, 6].find((days) => weekdays.includes(weekdayOf(first + days)));
  return ahead === undefined ? null : dateOf(first + ahead);
}
