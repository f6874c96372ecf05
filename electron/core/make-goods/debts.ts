/** What is owed over some days: what they came to, less what bookings that make good gave, and waivers. */
import type { Debt, DebtQuery } from '../../contract/api/make-goods';
import type { MakeGood } from '../../contract/records/booking';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import type { LocalDate } from '../../contract/scalars';
import { dateOf, dayNumber } from '../../domain/calendar';
import { balance, comingOf, countShown, lengthsOf, sumShown } from '../../domain/make-goods';
import type { Steps } from '../../domain/steps';
import { instantOf, localDay } from '../../domain/time';
import { bookingThen, type DayAccount, type Store } from '../store';
import { accountsOf } from './accounts';

export interface Owed {
  /** First day that was looked at; null where nothing was ever planned. */
  from: LocalDate | null;
  /** Newest day first, then by display and booking. */
  debts: Debt[];
}

export function* debtsBetween(store: Store, query: DebtQuery, now: number): Steps<Owed> {
  const held = store.plannedDays.ends();
  if (!held) return { from: null, debts: [] };
  const from = query.from && query.from > held.first ? query.from : held.first;
  const lost: Lost[] = [];
  const makers = makersOf(store);
  // What made good did so on a later day.
  for (let day = dayNumber(from); day <= dayNumber(held.last); day++) {
    for (const account of yield* accountsOf(store, dateOf(day), query.displayId, now)) {
      for (const { bookingId, makeGoodFor } of account.makers) addMaker(makers, makeGoodFor, bookingId);
      if (query.to === undefined || account.day <= query.to) lost.push(...lostIn(account, query.bookingId));
    }
  }
  const count = counter(store, makers, now);
  const debts: Debt[] = [];
  for (const each of lost) {
    const debt = count(each);
    if (query.settled || debt.owed > 0) debts.push(debt);
    yield;
  }
  return { from, debts: debts.sort(newestFirst) };
}

const newestFirst = (a: Debt, b: Debt) =>
  (a.day === b.day ? 0 : a.day < b.day ? 1 : -1) ||
  a.displayName.localeCompare(b.displayName) ||
  a.bookingName.localeCompare(b.bookingName);

interface Lost {
  account: DayAccount;
  line: DayAccount['lines'][number];
}

const lostIn = (account: DayAccount, bookingId: string | undefined): Lost[] =>
  account.lines.filter((line) => (bookingId ?? line.bookingId) === line.bookingId).map((line) => ({ account, line }));

/** Ids of bookings that make good, by what they make good; also of those that are deleted since. */
type Makers = Map<string, Set<string>>;

/** The same of two that mean the same debt. */
export const keyOf = ({ bookingId, displayId, day }: MakeGood) => `${bookingId} ${displayId} ${day}`;

function addMaker(makers: Makers, owed: MakeGood, bookingId: string): void {
  const key = keyOf(owed);
  makers.set(key, (makers.get(key) ?? new Set()).add(bookingId));
}

function makersOf(store: Store): Makers {
  const makers: Makers = new Map();
  for (const { id, makeGoodFor } of store.all('booking')) if (makeGoodFor) addMaker(makers, makeGoodFor, id);
  return makers;
}

function counter(store: Store, makers: Makers, now: number): (lost: Lost) => Debt {
  const agreementOf = agreements(store);
  const waivers = new Map<string, number>();
  for (const { owed, plays } of store.all('waiver')) waivers.set(keyOf(owed), (waivers.get(keyOf(owed)) ?? 0) + plays);
  return ({ account: { displayId, displayName, day }, line }) => {
    const { bookingId, agencyId, planned, shown, plannedMs, shownMs, why } = line;
    const owed = { bookingId, displayId, day };
    const { given, givenMs, coming } = givenBy(store, makers.get(keyOf(owed)) ?? [], displayId, now);
    const plays = balance({ planned, shown, given, coming, waived: waivers.get(keyOf(owed)) ?? 0 });
    return {
      ...owed,
      bookingName: store.get('booking', bookingId)?.name ?? line.name,
      displayName: store.get('display', displayId)?.name ?? displayName,
      agencyId,
      agencyName: agencyId === null ? null : (store.get('agency', agencyId)?.name ?? null),
      agreement: agreementOf(bookingId),
      ...plays,
      why,
      ms: lengthsOf(plays, { planned: plannedMs, shown: shownMs, given: givenMs }),
    };
  };
}

function givenBy(store: Store, ids: Iterable<string>, displayId: string, now: number) {
  const zone = store.get('display', displayId)?.zone ?? DEFAULT_SETTINGS.zone;
  const today = localDay(now, zone);
  const midnight = instantOf(today, 0, zone);
  const sums = { given: 0, givenMs: 0, coming: 0 };
  for (const id of ids) {
    const fates = store.plays.fatesOf(id);
    const { plays, ms } = sumShown(fates);
    sums.given += plays;
    sums.givenMs += ms;
    const booking = store.get('booking', id);
    const shownToday = countShown(fates.filter(({ plannedStart }) => plannedStart >= midnight));
    if (booking) sums.coming += comingOf(booking, today, shownToday);
  }
  return sums;
}

/** Number of the agreement a booking is under; of a deleted booking, as the audit last saw it. */
function agreements(store: Store): (bookingId: string) => string | null {
  const known = new Map<string, string | null>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const agreementId = bookingThen(store, id)?.agreementId;
    const number = agreementId ? (store.get('agreement', agreementId)?.number ?? null) : null;
    known.set(id, number);
    return number;
  };
}
