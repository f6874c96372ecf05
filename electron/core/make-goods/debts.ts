/** Counts what is owed over some days: planned days against the play log, bookings that make good, and waivers. */
import type { Debt } from '../../contract/api/make-goods';
import type { Booking, MakeGood } from '../../contract/records/booking';
import { type PlannedDay, type PlannedLine, plannedDayId } from '../../contract/records/planned-day';
import { DEFAULT_SETTINGS } from '../../contract/records/settings';
import type { LocalDate } from '../../contract/scalars';
import { dateOf, dayNumber, HOUR_MS } from '../../domain/calendar';
import { balance, comingOf, countShown, type Fate, lossesOf } from '../../domain/make-goods';
import type { Window } from '../../domain/occurrences';
import type { Steps } from '../../domain/steps';
import { instantOf, localDay } from '../../domain/time';
import type { Store } from '../store';
import { takeoversOver } from './takeovers';

export interface DebtQuery {
  from: LocalDate;
  to: LocalDate;
  displayId?: string | undefined;
  bookingId?: string | undefined;
  /** Those too that are made good or waived. */
  settled: boolean;
}

/** A display may be a little late with its report: what has just ended is not counted as lost yet, ms. */
const LATE_MS = 120_000;
/** Read of the play log between two pauses. */
const READ_MS = 2 * HOUR_MS;
/** Days after a debt in which a booking that made it good, and is gone by now, is looked for. */
const SEARCH_DAYS = 45;

/** Newest day first, then by display and booking. */
export function* debtsBetween(store: Store, query: DebtQuery, now: number): Steps<Debt[]> {
  const makers = makersOf(store);
  const debts: Debt[] = [];
  for (const planned of store.plannedDays.between(query.from, query.to)) {
    if (planned.from > now || (query.displayId !== undefined && planned.displayId !== query.displayId)) continue;
    const lines = planned.lines.filter(
      ({ bookingId, makeGoodFor }) => makeGoodFor === null && (query.bookingId ?? bookingId) === bookingId,
    );
    const fates = yield* fatesOn(store, planned, now);
    const takeovers = takeoversOver(store, planned.displayId, now);
    for (const line of lines) {
      const debt = debtOf(store, { planned, line, fates: fates.get(line.bookingId) ?? [], takeovers, makers, now });
      if (debt && (query.settled || debt.owed > 0)) debts.push(debt);
    }
    yield;
  }
  return debts.sort(newestFirst);
}

const newestFirst = (a: Debt, b: Debt) =>
  (a.day === b.day ? 0 : a.day < b.day ? 1 : -1) ||
  a.displayName.localeCompare(b.displayName) ||
  a.bookingName.localeCompare(b.bookingName);

function* fatesOn(store: Store, { displayId, from, until }: PlannedDay, now: number): Steps<Map<string, Fate[]>> {
  const found = new Map<string, Fate[]>();
  const end = Math.min(until, now);
  for (let start = from; start < end; start += READ_MS) {
    for (const fate of store.plays.fates(displayId, start, Math.min(start + READ_MS, end))) {
      if (fate.bookingId === null) continue;
      const fates = found.get(fate.bookingId);
      if (fates) fates.push(fate);
      else found.set(fate.bookingId, [fate]);
    }
    yield;
  }
  return found;
}

interface Found {
  planned: PlannedDay;
  line: PlannedLine;
  fates: readonly Fate[];
  takeovers: readonly Window[];
  makers: Makers;
  now: number;
}

/** Null where nothing was lost. */
function debtOf(store: Store, { planned, line, fates, takeovers, makers, now }: Found): Debt | null {
  const until = now >= planned.until + LATE_MS ? planned.until : now - LATE_MS;
  // A play begun on its day may end after midnight.
  const losses = lossesOf(line, fates, takeovers, until >= planned.until ? Number.POSITIVE_INFINITY : until);
  if (losses.planned <= losses.shown) return null;
  const owed = { bookingId: line.bookingId, displayId: planned.displayId, day: planned.day };
  const waived = store.all('waiver').filter((waiver) => keyOf(waiver.owed) === keyOf(owed));
  return {
    ...owed,
    bookingName: store.get('booking', line.bookingId)?.name ?? line.name,
    displayName: store.get('display', planned.displayId)?.name ?? planned.displayName,
    agencyId: line.agencyId,
    agencyName: line.agencyId === null ? null : (store.get('agency', line.agencyId)?.name ?? null),
    ...balance({
      planned: losses.planned,
      shown: losses.shown,
      ...givenFor(store, owed, makers, now),
      waived: waived.reduce((sum, { plays }) => sum + plays, 0),
    }),
    why: losses.why,
  };
}

/** Bookings that make good, by what they make good. */
type Makers = ReadonlyMap<string, readonly Booking[]>;

const keyOf = ({ bookingId, displayId, day }: MakeGood) => `${bookingId} ${displayId} ${day}`;

function makersOf(store: Store): Makers {
  const makers = new Map<string, Booking[]>();
  for (const booking of store.all('booking')) {
    if (!booking.makeGoodFor) continue;
    const key = keyOf(booking.makeGoodFor);
    makers.set(key, [...(makers.get(key) ?? []), booking]);
  }
  return makers;
}

function givenFor(store: Store, owed: MakeGood, makers: Makers, now: number) {
  const zone = store.get('display', owed.displayId)?.zone ?? DEFAULT_SETTINGS.zone;
  const today = localDay(now, zone);
  const midnight = instantOf(today, 0, zone);
  const still = makers.get(keyOf(owed)) ?? [];
  const ids = new Set([...still.map(({ id }) => id), ...goneMakers(store, owed, today)]);
  let given = 0;
  for (const id of ids) given += countShown(store.plays.fatesOf(id));
  const coming = still.map((booking) => {
    const fates = store.plays.fatesOf(booking.id).filter(({ plannedStart }) => plannedStart >= midnight);
    return comingOf(booking, today, countShown(fates));
  });
  return { given, coming: coming.reduce((sum, plays) => sum + plays, 0) };
}

/** Bookings that made it good and are deleted since: what was planned still names them. */
function goneMakers(store: Store, owed: MakeGood, today: number): string[] {
  const first = dayNumber(owed.day);
  const ids = new Set<string>();
  for (let day = first; day <= Math.min(today, first + SEARCH_DAYS); day++) {
    for (const line of store.get('plannedDay', plannedDayId(dateOf(day), owed.displayId))?.lines ?? [])
      if (line.makeGoodFor && keyOf(line.makeGoodFor) === keyOf(owed)) ids.add(line.bookingId);
  }
  return [...ids];
}
