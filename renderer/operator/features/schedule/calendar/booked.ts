/** Days of the calendar out of the answers for some of its displays each: how full, and by whom. Pure. */
import type { CalendarDays } from '../../../../../electron/contract/api/planner';
import type { LocalDate, Reason } from '../../../../../electron/contract/scalars';
import type { Colouring, Family } from '../colouring';

export interface Booked {
  bookingId: string;
  ms: number;
  plays: number;
  displays: number;
}

export interface BookedDay {
  date: LocalDate;
  /** Of all displays together, ms. */
  openMs: number;
  /** Who has most of the day comes first. */
  booked: readonly Booked[];
  /** Of what should have aired and cannot. */
  skipped: number;
  /** Bookings that should air this day and do so nowhere, with why. */
  silent: readonly Silent[];
}

export interface Silent {
  bookingId: string;
  because: Reason;
}

const isNobody = (owner: string) => owner === 'filler' || owner === 'slate';

/** One day for each date that any answer holds. */
export function bookedDays(answers: readonly CalendarDays[]): Map<LocalDate, BookedDay> {
  const days = new Map<
    LocalDate,
    { openMs: number; skipped: number; silent: Map<string, Silent>; booked: Map<string, Booked> }
  >();
  for (const { owners, reasons, days: told } of answers) {
    for (const { date, openMs, skipped, silent, parts } of told) {
      const day = days.get(date) ?? { openMs: 0, skipped: 0, silent: new Map(), booked: new Map() };
      day.openMs += openMs;
      day.skipped += skipped;
      for (const [index, why] of silent) {
        const [bookingId, because] = [owners[index], reasons[why]];
        if (bookingId !== undefined && because && !day.silent.has(bookingId))
          day.silent.set(bookingId, { bookingId, because });
      }
      for (const [index, ms, plays, displays] of parts) {
        const bookingId = owners[index];
        if (bookingId === undefined || isNobody(bookingId)) continue;
        const before = day.booked.get(bookingId) ?? { bookingId, ms: 0, plays: 0, displays: 0 };
        day.booked.set(bookingId, {
          bookingId,
          ms: before.ms + ms,
          plays: before.plays + plays,
          displays: before.displays + displays,
        });
      }
      days.set(date, day);
    }
  }
  const whole = [...days].map(([date, { booked, silent, ...day }]): [LocalDate, BookedDay] => {
    // What one display does not air may be on another.
    const nowhere = [...silent.values()].filter(({ bookingId }) => !booked.has(bookingId));
    return [date, { date, ...day, silent: nowhere, booked: [...booked.values()].sort(byTime) }];
  });
  return new Map(whole);
}

const byTime = (a: Booked, b: Booked) => b.ms - a.ms || (a.bookingId < b.bookingId ? -1 : 1);

/** Booked part of the open time, 0 to 1. */
export function fillOf({ openMs, booked }: BookedDay): number {
  const ms = booked.reduce((sum, each) => sum + each.ms, 0);
  return openMs > 0 ? Math.min(ms / openMs, 1) : 0;
}

/** Parts of the open time by colour, in the order of their letters; what the filter holds back comes last, as null. */
export function sharesOf(
  { openMs, booked }: BookedDay,
  colouring: Colouring,
  lets: (bookingId: string) => boolean,
): { family: Family | null; part: number }[] {
  const byFamily = new Map<Family | null, number>();
  for (const { bookingId, ms } of booked) {
    const family = lets(bookingId) ? colouring.familyOf(bookingId) : null;
    byFamily.set(family, (byFamily.get(family) ?? 0) + ms);
  }
  const place = (family: Family | null) => (family ? colouring.families.indexOf(family) : Number.POSITIVE_INFINITY);
  return [...byFamily]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([family, ms]) => ({ family, part: openMs > 0 ? ms / openMs : 0 }));
}
