/** When a *berkala* publication is to be looked at again. Pure. */
import type { LocalDate } from '../contract/scalars';
import { dateOf, dayNumber } from './calendar';

/** The same day so many months on; the last of a month that is shorter. */
export function latestReview(today: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const first = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`;
  const asked = dateOf(dayNumber(first) + day - 1);
  return asked.slice(0, 7) === first.slice(0, 7) ? asked : lastOf(first);
}

function lastOf(first: LocalDate): LocalDate {
  const begin = dayNumber(first);
  const days = [27, 28, 29, 30].map((more) => dateOf(begin + more));
  return days.findLast((day) => day.slice(0, 7) === first.slice(0, 7)) ?? first;
}
