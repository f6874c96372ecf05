/** A stretch of days over whole months, as shares of its width. Pure. */
import type { LocalDate } from '../../../../electron/contract/scalars';
import { dateOf, dayNumber } from '../../../../electron/domain/calendar';

export interface Months {
  /** First day of each. */
  months: { day: LocalDate; left: number; width: number }[];
  /** 0 to 1, from the start of the day. */
  at(day: LocalDate): number;
  /** Both days included. */
  span(from: LocalDate, to: LocalDate): { left: number; width: number };
}

const monthOf = (day: LocalDate) => `${day.slice(0, 7)}-01`;
/** 32 days on is always in the next month. */
const nextMonth = (day: LocalDate) => monthOf(dateOf(dayNumber(monthOf(day)) + 32));

export function monthsOver(days: readonly { from: LocalDate; to: LocalDate }[]): Months | null {
  const [first, last] = [
    days.map(({ from }) => from).sort()[0],
    days
      .map(({ to }) => to)
      .sort()
      .at(-1),
  ];
  if (first === undefined || last === undefined) return null;
  const [start, end] = [dayNumber(monthOf(first)), dayNumber(nextMonth(last))];
  const at = (number: number) => (number - start) / (end - start);
  const months: Months['months'] = [];
  for (let day = monthOf(first); dayNumber(day) < end; day = nextMonth(day)) {
    const left = at(dayNumber(day));
    months.push({ day, left, width: at(dayNumber(nextMonth(day))) - left });
  }
  return {
    months,
    at: (day) => at(dayNumber(day)),
    span: (from, to) => ({ left: at(dayNumber(from)), width: at(dayNumber(to) + 1) - at(dayNumber(from)) }),
  };
}
