/** Which other bookings share screens, days and hours with a draft, and so take turns with it. Pure. */
import type { Booking, BookingDraft, Daypart } from '../../../../../electron/contract/records/booking';
import type { DisplayGroup } from '../../../../../electron/contract/records/display';
import { DAY_MS, dayNumber, timeMs, weekdayOf } from '../../../../../electron/domain/calendar';

type Timed = Pick<BookingDraft, 'where' | 'from' | 'to' | 'weekdays' | 'dayparts' | 'paused'>;

/** Bookings that take turns with the draft at some time; a paused one takes none. */
export function sharers(draft: Timed, bookings: readonly Booking[], groups: readonly DisplayGroup[]): Booking[] {
  const mine = displaysOf(draft, groups);
  return bookings.filter(
    (other) => !other.paused && [...displaysOf(other, groups)].some((id) => mine.has(id)) && sharesTime(draft, other),
  );
}

export function displaysOf({ where }: Pick<Timed, 'where'>, groups: readonly DisplayGroup[]): ReadonlySet<string> {
  const ofGroups = groups.filter(({ id }) => where.groupIds.includes(id)).flatMap(({ displayIds }) => displayIds);
  return new Set([...where.displayIds, ...ofGroups]);
}

/** A daypart over midnight is looked at as it runs: from the day it starts into the next. */
function sharesTime(a: Timed, b: Timed): boolean {
  return [-1, 0, 1].some((shift) => sharesDay(a, b, shift) && sharesHours(a, b, shift));
}

/** Whether some day of `a` has a day of `b` `shift` days later. A week's look settles it for long spans. */
function sharesDay(a: Timed, b: Timed, shift: number): boolean {
  const from = Math.max(dayNumber(a.from), dayNumber(b.from) - shift);
  const to = Math.min(dayNumber(a.to), dayNumber(b.to) - shift, from + 6);
  for (let day = from; day <= to; day++) {
    if (a.weekdays.includes(weekdayOf(day)) && b.weekdays.includes(weekdayOf(day + shift))) return true;
  }
  return false;
}

function sharesHours(a: Timed, b: Timed, shift: number): boolean {
  return a.dayparts
    .map(hours)
    .some(([aStart, aEnd]) =>
      b.dayparts.map(hours).some(([bStart, bEnd]) => aStart < bEnd + shift * DAY_MS && bStart + shift * DAY_MS < aEnd),
    );
}

function hours({ start, end }: Daypart): [number, number] {
  const from = timeMs(start);
  return [from, end <= start ? timeMs(end) + DAY_MS : timeMs(end)];
}
