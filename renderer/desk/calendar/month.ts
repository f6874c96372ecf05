/** Months as `YYYY-MM` and their days. Pure. */
import { dateOf, dayNumber, weekdayOf } from '../../../electron/domain/calendar';

const LONGEST = 31;
const FRIDAY = 5;

export function daysIn(month: string): string[] {
  const first = dayNumber(`${month}-01`);
  return Array.from({ length: LONGEST }, (_, index) => dateOf(first + index)).filter((day) => day.startsWith(month));
}

export function monthBy(month: string, by: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  const count = year * 12 + of - 1 + by;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Saturday or Sunday. */
export const isRest = (day: string): boolean => weekdayOf(dayNumber(day)) > FRIDAY;
