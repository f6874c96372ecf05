/** Which days a calendar shows, and where its keys lead. Pure. */
import type { LocalDate } from '../../../../../electron/contract/scalars';
import { dateOf, dayNumber } from '../../../../../electron/domain/calendar';

export type CalendarScale = 'month' | 'week';

/** Monday of the week. 5 January 1970, day 4 of the epoch, was one. */
export const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7);

/** First days of the weeks in view: the one around the date, or all that its month has a day in. */
export function weeksOf(date: LocalDate, scale: CalendarScale): LocalDate[] {
  const day = dayNumber(date);
  if (scale === 'week') return [dateOf(mondayOf(day))];
  const first = mondayOf(dayNumber(`${date.slice(0, 7)}-01`));
  const last = mondayOf(dayNumber(monthsOn(`${date.slice(0, 7)}-01`, 1)) - 1);
  return Array.from({ length: (last - first) / 7 + 1 }, (_, week) => dateOf(first + week * 7));
}

export const daysOfWeek = (monday: LocalDate): LocalDate[] =>
  Array.from({ length: 7 }, (_, day) => dateOf(dayNumber(monday) + day));

/** The same day so many months on; the last of the month where that has no such day. */
export function monthsOn(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  const text = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate())));
  return text.toISOString().slice(0, 10);
}

/** Another page of the calendar. */
export function paged(date: LocalDate, scale: CalendarScale, pages: number): LocalDate {
  return scale === 'month' ? monthsOn(date, pages) : dateOf(dayNumber(date) + 7 * pages);
}

/** Where a key leads from a day; null where it is none of the calendar's. */
export function keyed(date: LocalDate, scale: CalendarScale, key: string): LocalDate | null {
  const day = dayNumber(date);
  switch (key) {
    case 'ArrowLeft':
      return dateOf(day - 1);
    case 'ArrowRight':
      return dateOf(day + 1);
    case 'ArrowUp':
      return dateOf(day - 7);
    case 'ArrowDown':
      return dateOf(day + 7);
    case 'Home':
      return dateOf(mondayOf(day));
    case 'End':
      return dateOf(mondayOf(day) + 6);
    case 'PageUp':
      return paged(date, scale, -1);
    case 'PageDown':
      return paged(date, scale, 1);
    default:
      return null;
  }
}
