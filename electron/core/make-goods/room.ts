/** Looks for days on which owed plays fit: compiled with and without them, nobody with a claim may lose any. */
import type { Debt, Scheduled } from '../../contract/api/make-goods';
import type { Booking, MakeGood } from '../../contract/records/booking';
import type { Display } from '../../contract/records/display';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { dateOf, timeMs } from '../../domain/calendar';
import { compileInSteps } from '../../domain/compile';
import { makeGoodDraft, playsPerBooking, somebodyLoses } from '../../domain/make-goods';
import type { Steps } from '../../domain/steps';
import { instantOf, localDay } from '../../domain/time';
import { type Network, questionOf } from '../schedule';
import type { Store } from '../store';
import { lastDay, whyNever } from './allowed';

export interface Seeking {
  store: Store;
  network: Network;
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
  const { store, now } = seeking;
  const owed: MakeGood = { bookingId: debt.bookingId, displayId: debt.displayId, day: debt.day };
  let left = debt.owed - debt.coming;
  const lost = store.get('booking', debt.bookingId);
  const display = store.get('display', debt.displayId);
  if (left <= 0) return { owed, booked: [], left: 0, because: reason('makeGood.nothingOwed') };
  if (!lost) return { owed, booked: [], left, because: reason('makeGood.bookingGone', { booking: debt.bookingName }) };
  if (!display)
    return { owed, booked: [], left, because: reason('makeGood.displayGone', { display: debt.displayName }) };
  const booked: Scheduled['booked'] = [];
  const today = localDay(now, display.zone);
  const ground = questionOf(store, seeking.network, display);
  const never = whyNever(ground, lost, today);
  if (never) return { owed, booked, left, because: never };
  const last = lastDay(ground, lost, today);
  for (let day = today + 1; day <= last && left > 0; day++) {
    const made = yield* placeOn(seeking, { lost, owed, display, day, left, bookings });
    if (made?.how.kind !== 'frequency') continue;
    bookings.push(made);
    booked.push({ bookingId: made.id, day: made.from, plays: made.how.plays });
    left -= made.how.plays;
  }
  const because = left === 0 ? null : reason('makeGood.noRoom', { plays: left, days: last - today });
  return { owed, booked, left, because };
}

interface Wish {
  lost: Booking;
  owed: MakeGood;
  display: Display;
  day: number;
  left: number;
  /** Made by this command already. */
  bookings: readonly Booking[];
}

/** As many of the plays as fit on a day, found by halving; null where none does. */
function* placeOn({ store, network, now, by }: Seeking, wish: Wish): Steps<Booking | null> {
  const { lost, owed, display, day, bookings } = wish;
  const question = questionOf(store, network, display);
  const there = [...question.bookings, ...bookings.filter(({ where }) => where.displayIds.includes(display.id))];
  const nights = lost.dayparts.some(({ start, end }) => timeMs(end) <= timeMs(start));
  const span = {
    from: instantOf(day, 0, display.zone),
    until: instantOf(day + (nights ? 2 : 1), 0, display.zone),
  };
  const countWith = function* (all: readonly Booking[]) {
    return playsPerBooking(yield* compileInSteps({ ...question, ...span, bookings: all }));
  };
  const before = yield* countWith(there);
  const id = newId(now);
  for (let plays = wish.left; plays > 0; ) {
    const draft = makeGoodDraft(lost, owed, dateOf(day), plays);
    const made: Booking = { id, rev: 0, ...draft, createdAt: now, createdBy: by };
    const after = yield* countWith([...there, made]);
    const given = after.get(id) ?? 0;
    const loses = somebodyLoses(there, before, after);
    if (!loses && given >= plays) return made;
    if (given === 0) return null;
    plays = loses ? Math.floor(plays / 2) : Math.min(given, plays - 1);
  }
  return null;
}
