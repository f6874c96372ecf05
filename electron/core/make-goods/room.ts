/** Looks for days on which owed plays fit: laid out with and without them, nobody with a claim may lose any. */
import type { Debt, Scheduled } from '../../contract/api/make-goods';
import type { Booking, MakeGood } from '../../contract/records/booking';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { dateOf } from '../../domain/calendar';
import { makeGoodDraft, somebodyLoses } from '../../domain/make-goods';
import type { Steps } from '../../domain/steps';
import { localDay } from '../../domain/time';
import { lastDay, whyNever } from './allowed';
import { type Place, type PlacesNeed, placeOf } from './places';

export interface Seeking extends PlacesNeed {
  now: number;
  by: string;
}

export interface Placed {
  scheduled: Scheduled[];
  bookings: Booking[];
}

/** One debt after the other: what is booked for one is in the way of the next. */
export function* placeAll(seeking: Seeking, debts: readonly Debt[]): Steps<Placed> {
  const placed: Placed = { scheduled: [], bookings: [] };
  for (const debt of debts) placed.scheduled.push(yield* placeOne(seeking, debt, placed.bookings));
  return placed;
}

function* placeOne(seeking: Seeking, debt: Debt, bookings: Booking[]): Steps<Scheduled> {
  const owed: MakeGood = { bookingId: debt.bookingId, displayId: debt.displayId, day: debt.day };
  let left = debt.owed - debt.coming;
  const lost = seeking.store.get('booking', debt.bookingId);
  const place = placeOf(seeking, debt.displayId);
  if (left <= 0) return { owed, booked: [], left: 0, because: reason('makeGood.nothingOwed') };
  if (!lost) return { owed, booked: [], left, because: reason('makeGood.bookingGone', { booking: debt.bookingName }) };
  if (!place) return { owed, booked: [], left, because: reason('makeGood.displayGone', { display: debt.displayName }) };
  const booked: Scheduled['booked'] = [];
  const today = localDay(seeking.now, place.zone);
  const never = whyNever(place.ground, place.stockOf(lost), lost, today);
  if (never) return { owed, booked, left, because: never };
  const last = lastDay(place.ground, lost, today);
  for (let day = today + 1; day <= last && left > 0; day++) {
    const made = yield* placeOn(seeking, { lost, owed, place, day, left, bookings });
    if (made?.how.kind !== 'frequency') continue;
    bookings.push(made);
    booked.push({ bookingId: made.id, day: made.from, plays: made.how.plays });
    left -= made.how.plays;
  }
  const because = left === 0 ? null : reason(place.noRoom, { plays: left, days: last - today });
  return { owed, booked, left, because };
}

interface Wish {
  lost: Booking;
  owed: MakeGood;
  place: Place;
  day: number;
  left: number;
  /** Made by this command already. */
  bookings: readonly Booking[];
}

/** As many of the plays as fit on a day, found by halving; null where none does. */
function* placeOn({ now, by }: Seeking, wish: Wish): Steps<Booking | null> {
  const { lost, owed, place, day, bookings } = wish;
  const there = [...place.bookings, ...bookings.filter(({ where }) => where.displayIds.includes(owed.displayId))];
  const before = yield* place.playsOn(day, lost, there);
  const id = newId(now);
  for (let plays = wish.left; plays > 0; ) {
    const draft = makeGoodDraft(lost, owed, dateOf(day), plays);
    const made: Booking = { id, rev: 0, ...draft, createdAt: now, createdBy: by };
    const after = yield* place.playsOn(day, lost, [...there, made]);
    const given = after.get(id) ?? 0;
    const loses = somebodyLoses(there, before, after);
    if (!loses && given >= plays) return made;
    if (given === 0) return null;
    plays = loses ? Math.floor(plays / 2) : Math.min(given, plays - 1);
  }
  return null;
}
