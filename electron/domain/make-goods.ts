/**
 * What is owed to a booking: the plays planned on a display's day, less those shown, less those that other bookings gave for
 * them. Pure. A play is known by its number and counts once, for one thing.
 */
import type { Debt, WhyOwed } from '../contract/api/make-goods';
import type { Booking, BookingDraft, MakeGood } from '../contract/records/booking';
import type { PlannedLine } from '../contract/records/planned-day';
import type { PlayOutcome } from '../contract/records/play';
import type { Plan } from '../contract/records/timeline';
import type { LocalDate, Reason } from '../contract/scalars';
import { DAY_MS, dayNumber, HOUR_MS, timeMs } from './calendar';
import { daysOf, type Window } from './occurrences';
import { playsOf } from './planned';

/** What became of one play. Instants epoch ms. */
export interface Fate {
  /** The play's own number. */
  key: number;
  bookingId: string | null;
  plannedStart: number;
  plannedMs: number;
  shownMs: number;
  outcome: PlayOutcome;
  because: Reason | null;
}

/** A play that began late or ended early still counts when this much of it was seen. */
const ENOUGH = 0.5;

export function wasShown({ outcome, shownMs, plannedMs }: Fate): boolean {
  return outcome === 'shown' || (outcome === 'partial' && shownMs >= plannedMs * ENOUGH);
}

/** How many of them were shown, each once, and their planned length together, ms. */
export function sumShown(fates: Iterable<Fate>): { plays: number; ms: number } {
  const lengths = new Map<number, number>();
  for (const fate of fates) if (wasShown(fate)) lengths.set(fate.key, fate.plannedMs);
  return { plays: lengths.size, ms: sum(lengths.values()) };
}

export const countShown = (fates: Iterable<Fate>): number => sumShown(fates).plays;

function sum(numbers: Iterable<number>): number {
  let all = 0;
  for (const each of numbers) all += each;
  return all;
}

export type Balance = Pick<Debt, 'planned' | 'shown' | 'given' | 'waived' | 'owed' | 'coming'>;

/** `coming` is what bookings that make it good will still give, as far as it is owed. */
export function balance({ planned, shown, given, waived, coming }: Omit<Balance, 'owed'>): Balance {
  const owed = Math.max(0, planned - shown - given - waived);
  return { planned, shown, given, waived, owed, coming: Math.min(coming, owed) };
}

/** By the planned length of each play, ms. What is waived and owed has none of its own: they take their part of what was lost. */
export function lengthsOf(
  { planned, shown, waived, owed }: Balance,
  lengths: Pick<Debt['ms'], 'planned' | 'shown' | 'given'>,
): Debt['ms'] {
  const each = Math.max(0, lengths.planned - lengths.shown) / Math.max(1, planned - shown);
  return { ...lengths, waived: Math.round(waived * each), owed: Math.round(owed * each) };
}

/** Lengths are those planned, ms: of a play that counts as shown the whole. */
export interface Losses {
  planned: number;
  shown: number;
  plannedMs: number;
  shownMs: number;
  why: Debt['why'];
}

/**
 * What one line was promised up to `until` and what it got. `fates`: of its booking on that display and day. `takeovers`: when
 * one lay above the display, for plays that nothing was reported of.
 */
export function lossesOf(
  line: PlannedLine,
  fates: readonly Fate[],
  takeovers: readonly Window[],
  until: number,
): Losses {
  const due = [...playsOf(line)].filter(({ start, ms }) => start + ms <= until);
  // A play shown after `until` would otherwise stand in for one that was lost before it.
  const shown = sumShown(fates.filter(({ plannedStart, plannedMs }) => plannedStart + plannedMs <= until));
  const lost = Math.max(0, due.length - shown.plays);
  const why = lost === 0 ? [] : whyOf(due, fates, takeovers, lost);
  const plannedMs = sum(due.map(({ ms }) => ms));
  return { planned: due.length, shown: shown.plays, plannedMs, shownMs: shown.ms, why };
}

/** Of each planned start what is known; as many as are lost, in their order. */
function whyOf(due: readonly { start: number }[], fates: readonly Fate[], takeovers: readonly Window[], lost: number) {
  const byStart = new Map(fates.map((fate) => [fate.plannedStart, fate]));
  for (const fate of fates) if (wasShown(fate)) byStart.set(fate.plannedStart, fate);
  const counts = new Map<WhyOwed, number>();
  let left = lost;
  for (const { start } of due.toSorted((a, b) => a.start - b.start)) {
    const fate = byStart.get(start);
    if (left === 0 || (fate && wasShown(fate))) continue;
    const taken = takeovers.some((window) => window.start <= start && start < window.end);
    const kind = taken ? 'takeover' : fate ? kindOf(fate) : 'away';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    left -= 1;
  }
  return [...counts].map(([kind, plays]) => ({ kind, plays }));
}

/** By the reason the display gave; see `play.*` in the reasons of the locales. */
const KINDS: readonly [code: RegExp, kind: WhyOwed][] = [
  [/takeover|takenOver/i, 'takeover'],
  [/^play\.(missing|undecodable|noTimeline)$/, 'notReady'],
  [/^(rule|judge)\.|refused|locked|recalled/i, 'refused'],
  [/^play\.(asleep|pageDied)$/, 'away'],
];

function kindOf({ because }: Fate): WhyOwed {
  return KINDS.find(([code]) => because && code.test(because.code))?.[1] ?? 'cut';
}

/** How often a booking that makes good still plays from day number `today` on, less what it gave today; 0 where that is not set. */
export function comingOf(booking: Booking, today: number, givenToday: number): number {
  const { how, paused, dayparts } = booking;
  if (how.kind !== 'frequency' || paused) return 0;
  const openMs = dayparts.reduce((sum, { start, end }) => sum + spanMs(timeMs(start), timeMs(end)), 0);
  const aDay = how.per === 'day' ? how.plays : Math.round((openMs / HOUR_MS) * how.plays);
  const playsOn = daysOf(booking);
  let plays = playsOn(today) ? Math.max(0, aDay - givenToday) : 0;
  for (let day = Math.max(today + 1, dayNumber(booking.from)); day <= dayNumber(booking.to); day++)
    if (playsOn(day)) plays += aDay;
  return plays;
}

const spanMs = (start: number, end: number) => (end <= start ? end + DAY_MS - start : end - start);

/** The booking that gives `plays` of what another lost: the same material for the same purpose, in the same dayparts of one day. */
export function makeGoodDraft(lost: Booking, owed: MakeGood, day: LocalDate, plays: number): BookingDraft {
  const { name, what, priority, agreementId, purpose, dayparts, zone } = lost;
  return {
    ...{ what, priority, agreementId, purpose, dayparts, zone },
    name: `${name.slice(0, 170)} (+${plays}, ${owed.day})`,
    where: { displayIds: [owed.displayId], groupIds: [] },
    how: { kind: 'frequency', plays, per: 'day' },
    from: day,
    to: day,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    rule: null,
    exceptions: [],
    paused: false,
    makeGoodFor: owed,
  };
}

/** How many plays a timeline gives each booking. */
export function playsPerBooking({ clips, entries }: Pick<Plan, 'clips' | 'entries'>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [clip] of entries) {
    const id = clips[clip]?.bookingId;
    if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Whether a booking loses plays that it has a claim to; rotation has none, it makes room. */
export function somebodyLoses(bookings: readonly Booking[], before: Plays, after: Plays): boolean {
  const claims = bookings.filter(({ how }) => how.kind !== 'rotation');
  return claims.some(({ id }) => (after.get(id) ?? 0) < (before.get(id) ?? 0));
}
type Plays = ReadonlyMap<string, number>;
