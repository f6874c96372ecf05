/** Working days, as a law counts them: the day something came in is not one of them. Pure; a day is a calendar day of the office. */
import type { LocalDate, Weekday } from '../../contract/scalars';
import { dateOf, dayNumber, weekdayOf } from '../calendar';

export interface OfficeDays {
  /** At least one. */
  workdays: readonly Weekday[];
  holidays: readonly LocalDate[];
}

/** Asked over and over with one list of holidays. */
export function officeCalendar({ workdays, holidays }: OfficeDays) {
  const week = new Set(workdays);
  const closed = new Set(holidays.map(dayNumber));
  if (week.size === 0) throw new RangeError('an office that never works has no working days');
  const works = (day: number) => week.has(weekdayOf(day)) && !closed.has(day);

  /** Thousands of requests came in on a few hundred days. */
  const counted = new Map<string, LocalDate>();

  /** The working day that is the `count`th after `date`; of 0 the date itself. */
  function after(date: LocalDate, count: number): LocalDate {
    const key = `${date} ${count}`;
    const known = counted.get(key) ?? countAfter(date, count);
    counted.set(key, known);
    return known;
  }

  function countAfter(date: LocalDate, count: number): LocalDate {
    let day = dayNumber(date);
    for (let left = count; left > 0; ) {
      day++;
      if (works(day)) left--;
    }
    return dateOf(day);
  }

  /** Working days after `from` up to and with `to`; negative where `to` is earlier. */
  function between(from: LocalDate, to: LocalDate): number {
    if (to < from) return -between(to, from);
    let count = 0;
    for (let day = dayNumber(from) + 1, last = dayNumber(to); day <= last; day++) if (works(day)) count++;
    return count;
  }

  return { isWorkday: (date: LocalDate) => works(dayNumber(date)), after, between };
}
export type OfficeCalendar = ReturnType<typeof officeCalendar>;
