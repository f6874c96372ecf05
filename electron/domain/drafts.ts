/** What a draft makes of the published bookings, and how it stands to them. Used by the station and the console. Pure. */
import type { Booking } from '../contract/records/booking';
import type { DraftEdit } from '../contract/records/schedule-draft';

/** Whether two are the same decision, whatever their revisions. Both parsed, so that their fields are in one order. */
export function sameBooking(a: Booking | null | undefined, b: Booking | null | undefined): boolean {
  if (!a || !b) return !a && !b;
  return a === b || contentOf(a) === contentOf(b);
}

/** All of a booking but its revision and since when it is in force, as text. */
export const contentOf = (booking: Booking): string => JSON.stringify({ ...booking, rev: 0, since: undefined });

/** The bookings as a draft has them, in order of id. */
export function withEdits(published: readonly Booking[], edits: readonly DraftEdit[]): Booking[] {
  const byId = new Map(published.map((booking) => [booking.id, booking]));
  for (const { bookingId, value } of edits) {
    if (value) byId.set(bookingId, value);
    else byId.delete(bookingId);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * `stale`: published otherwise since the edit was begun, and not as the edit has it; somebody has to choose. `done`: published
 * as the edit has it. `open`: to be published.
 */
export function standing({ base, value }: DraftEdit, published: Booking | undefined): 'open' | 'stale' | 'done' {
  if (sameBooking(value, published)) return 'done';
  return sameBooking(base, published) ? 'open' : 'stale';
}

export interface Counts {
  made: number;
  changed: number;
  removed: number;
}

/** What becomes of bookings on the way from one schedule to another. */
export interface Change {
  bookingId: string;
  before: Booking | null;
  after: Booking | null;
}

export const kindOf = ({ before, after }: Pick<Change, 'before' | 'after'>): 'made' | 'changed' | 'removed' =>
  before === null ? 'made' : after === null ? 'removed' : 'changed';

/** `same` where there is a quicker way to tell. */
export function changesBetween(
  before: readonly Booking[],
  after: readonly Booking[],
  same: (a: Booking, b: Booking) => boolean = sameBooking,
): Change[] {
  const was = new Map(before.map((booking) => [booking.id, booking]));
  const will = new Map(after.map((booking) => [booking.id, booking]));
  const ids = [...new Set([...was.keys(), ...will.keys()])];
  return ids
    .map((bookingId) => ({ bookingId, before: was.get(bookingId) ?? null, after: will.get(bookingId) ?? null }))
    .filter(({ before: a, after: b }) => a === null || b === null || !same(a, b));
}

export function countsOf(changes: readonly Pick<Change, 'before' | 'after'>[]): Counts {
  const counts = { made: 0, changed: 0, removed: 0 };
  for (const change of changes) counts[kindOf(change)] += 1;
  return counts;
}
