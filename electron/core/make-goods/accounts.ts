/** What each day came to: from its account where it has one, else its plan against the play log. What is over is kept as an account. */
import type { PlannedDay } from '../../contract/records/planned-day';
import type { LocalDate } from '../../contract/scalars';
import { dateOf, dayNumber, HOUR_MS } from '../../domain/calendar';
import { type Fate, lossesOf } from '../../domain/make-goods';
import type { Steps } from '../../domain/steps';
import type { DayAccount, Store } from '../store';
import { takeoversOver } from './takeovers';

/** A display may be a little late with its report: what has just ended is not counted as lost yet, ms. */
const LATE_MS = 120_000;
/** Read of the play log between two pauses. */
const READ_MS = 2 * HOUR_MS;

/** Of one day, of one display or all. */
export function* accountsOf(
  store: Store,
  day: LocalDate,
  displayId: string | undefined,
  now: number,
): Steps<DayAccount[]> {
  // Both at once: what is kept or made void while days are counted would else be told twice, or not at all.
  const accounts = store.dayAccounts.of(day, displayId);
  for (const id of store.dayAccounts.uncounted(day, displayId)) {
    const planned = store.get('plannedDay', id);
    if (planned && planned.from <= now) accounts.push(yield* countAndKeep(store, planned, now));
    yield;
  }
  yield;
  return accounts;
}

/** Keeps an account of every day that is over: to count one takes 50 ms a display, for which nobody should have to wait who asks. */
export function* countDays(store: Store, now: number): Steps<void> {
  const held = store.plannedDays.ends();
  if (!held) return;
  for (let day = dayNumber(held.first); day <= dayNumber(held.last); day++) {
    for (const id of store.dayAccounts.uncounted(dateOf(day))) {
      const planned = store.get('plannedDay', id);
      if (planned && isClosed(planned, now)) yield* countAndKeep(store, planned, now);
      yield;
    }
    yield;
  }
}

function* countAndKeep(store: Store, planned: PlannedDay, now: number): Steps<DayAccount> {
  const mark = store.dayAccounts.mark(planned.displayId);
  const account = yield* count(store, planned, now);
  if (isClosed(planned, now)) keep(() => store.dayAccounts.keep(planned, account, mark));
  return account;
}

/** A full disk keeps nobody from reading. */
function keep(write: () => boolean): void {
  try {
    write();
  } catch {
    // Counted anew when it is asked for again.
  }
}

const isClosed = ({ until }: PlannedDay, now: number) => now >= until + LATE_MS;

function* count(store: Store, planned: PlannedDay, now: number): Steps<DayAccount> {
  const { displayId, displayName, day } = planned;
  const fates = yield* fatesOn(store, planned, now);
  const takeovers = takeoversOver(store, displayId, now);
  // A play begun on its day may end after midnight.
  const until = isClosed(planned, now) ? Number.POSITIVE_INFINITY : now - LATE_MS;
  const account: DayAccount = { displayId, displayName, day, lines: [], makers: [] };
  for (const line of planned.lines) {
    const { bookingId, name, agencyId, makeGoodFor } = line;
    if (makeGoodFor) {
      account.makers.push({ bookingId, makeGoodFor });
      continue;
    }
    const losses = lossesOf(line, fates.get(bookingId) ?? [], takeovers, until);
    if (losses.planned > losses.shown) account.lines.push({ bookingId, name, agencyId, ...losses });
    yield;
  }
  return account;
}

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
