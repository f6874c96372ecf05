/**
 * What two schedules do otherwise, told per booking. Both are laid by the compile that airs them, day by day, on the displays
 * that touched bookings name; a day on which both stand on the same is compiled once. Sums are remembered by what they stand
 * on, so that asking again after one edit compiles the days that it touched.
 */
import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { type Difference, type DifferenceRow, MOST_TOLD } from '../../../contract/api/drafts';
import type { Booking } from '../../../contract/records/booking';
import type { LocalDate } from '../../../contract/scalars';
import { dateOf, dayNumber } from '../../../domain/calendar';
import type { DaySum } from '../../../domain/day-sum';
import { type Change, changesBetween, contentOf, countsOf, kindOf } from '../../../domain/drafts';
import type { Steps } from '../../../domain/steps';
import { daySpan } from '../../../domain/time';
import { inTurns } from '../../loop';
import { type Store, settingsOf } from '../../store';
import { createDayMemory, type DayMemory } from '../desk/day-sums';
import { stampOf } from '../one-moment';
import { type Sources, withBookings } from '../sources';
import type { ScheduleView } from '../view';
import { conflictsOf } from './conflicts';
import { viewing } from './views';

/** No further display is begun after so long, ms. */
const LOOK_MS = 2500;
/** Beginnings anew when records change while it is worked out; then it is told as it is. */
const MOST_BEGINNINGS = 3;

interface Asked {
  before: readonly Booking[];
  after: readonly Booking[];
  from: LocalDate;
  days: number;
}

interface Sum {
  plays: { before: number; after: number };
  ms: { before: number; after: number };
}

export type Compare = (asked: Asked) => Promise<Difference>;

export function createCompare(store: Store, now: () => number): Compare {
  const memory = createDayMemory(store);
  return async (asked) => {
    for (let begun = 1; ; begun++) {
      const stamp = stampOf(store);
      const difference = await compare({ store, memory, now }, asked);
      if (stampOf(store) === stamp || begun === MOST_BEGINNINGS) return difference;
    }
  };
}

interface Need {
  store: Store;
  memory: DayMemory;
  now: () => number;
}

async function compare({ store, memory, now }: Need, asked: Asked): Promise<Difference> {
  const since = performance.now();
  const before = await frozenView(store, asked.before, memory);
  const after = await frozenView(store, asked.after, memory);
  const contentIn = ({ sources }: ScheduleView, id: string) => sources.get('booking', id)?.rev;
  const changes = changesBetween(asked.before, asked.after, ({ id }) => contentIn(before, id) === contentIn(after, id));
  const displayIds = touched(store, changes, before, after);
  const days = daysOf(store, asked);
  const sums = new Map<string, Sum>();
  let displays = 0;
  for (const displayId of displayIds) {
    if (displays > 0 && performance.now() - since > LOOK_MS) break;
    await addDays(sums, displayId, days, before, after);
    displays += 1;
  }
  const { conflicts, checked } = await conflictsOf(after, changes, spanned(asked), now());
  const rows = rowsOf(sums, changes, (id) => before.sources.get('booking', id)?.name);
  return {
    rows: rows.slice(0, MOST_TOLD),
    more: Math.max(0, rows.length - MOST_TOLD),
    counts: countsOf(changes),
    filler: sums.get('filler')?.ms ?? { before: 0, after: 0 },
    conflicts,
    looked: { displays, ofDisplays: displayIds.length, ...checked },
  };
}

/** Bookings by revisions made of their content, so that equal ones are equal whichever schedule they come from. */
async function frozenView(store: Store, bookings: readonly Booking[], memory: DayMemory): Promise<ScheduleView> {
  const all = await inTurns(byContent(bookings));
  const byId = new Map(all.map((booking) => [booking.id, booking]));
  const sources: Sources = withBookings(store, { get: (id) => byId.get(id), all: () => all, lastChange: () => 0 });
  const view = viewing(sources, memory);
  // Read here, where others have had their turn, and not when it is first asked.
  view.network();
  await breathe();
  return view;
}

/** Bookings between two pauses: about a millisecond. */
const STEP = 100;

function* byContent(bookings: readonly Booking[]): Steps<Booking[]> {
  const made: Booking[] = [];
  for (const [index, booking] of bookings.entries()) {
    made.push({ ...booking, rev: createHash('sha1').update(contentOf(booking)).digest().readUIntBE(0, 6) });
    if (index % STEP === STEP - 1) yield;
  }
  return made;
}

/** Displays that any touched booking names, before or after, in the station's order. */
function touched(store: Store, changes: readonly Change[], before: ScheduleView, after: ScheduleView): string[] {
  const named = new Set(
    changes.flatMap(({ bookingId }) => [before, after].flatMap(({ network }) => network().displaysOf(bookingId))),
  );
  return store.all('display').flatMap(({ id }) => (named.has(id) ? [id] : []));
}

const spanned = ({ from, days }: Asked) => ({ from, to: dateOf(dayNumber(from) + days - 1) });

function daysOf(store: Store, { from, days }: Asked): { from: number; until: number }[] {
  const { zone } = settingsOf(store);
  return Array.from({ length: days }, (_, index) => daySpan(dayNumber(from) + index, zone));
}

async function addDays(
  sums: Map<string, Sum>,
  displayId: string,
  days: readonly { from: number; until: number }[],
  before: ScheduleView,
  after: ScheduleView,
): Promise<void> {
  for (const day of days) {
    const isSame = before.sums.print(displayId, day) === after.sums.print(displayId, day);
    const was = await before.sums.of(displayId, day);
    const will = isSame ? was : await after.sums.of(displayId, day);
    if (was) add(sums, was, 'before');
    if (will) add(sums, will, 'after');
    await breathe();
  }
}

function add(sums: Map<string, Sum>, day: DaySum, side: 'before' | 'after'): void {
  for (const [place, owner] of day.owners.entries()) {
    const sum = sums.get(owner) ?? { plays: { before: 0, after: 0 }, ms: { before: 0, after: 0 } };
    sums.set(owner, sum);
    for (let at = place; at < day.ms.length; at += day.owners.length) {
      sum.ms[side] += day.ms[at] ?? 0;
      sum.plays[side] += day.plays[at] ?? 0;
    }
  }
}

/** Of the schedule's own. */
const NO_BOOKING: ReadonlySet<string> = new Set(['filler', 'slate']);
const NONE: Sum = { plays: { before: 0, after: 0 }, ms: { before: 0, after: 0 } };

function rowsOf(
  sums: ReadonlyMap<string, Sum>,
  changes: readonly Change[],
  nameOf: (id: string) => string | undefined,
): DifferenceRow[] {
  const changed = new Map(changes.map((change) => [change.bookingId, change]));
  const rows = changes.map((change): DifferenceRow => {
    const name = (change.after ?? change.before)?.name ?? '';
    return { ...change, name, kind: kindOf(change), ...(sums.get(change.bookingId) ?? NONE) };
  });
  for (const [bookingId, { plays, ms }] of sums) {
    const isOther = !changed.has(bookingId) && !NO_BOOKING.has(bookingId);
    if (!isOther || (plays.before === plays.after && ms.before === ms.after)) continue;
    rows.push({ bookingId, name: nameOf(bookingId) ?? '', kind: 'same', before: null, after: null, plays, ms });
  }
  const gain = ({ plays }: DifferenceRow) => Math.abs(plays.after - plays.before);
  const rank = ({ kind }: DifferenceRow) => (kind === 'same' ? 1 : 0);
  return rows.sort((a, b) => gain(b) - gain(a) || rank(a) - rank(b) || (a.bookingId < b.bookingId ? -1 : 1));
}
