/** A draft laid on a display: its kinds of days, each compiled with the draft and without it. */
import type { Booking, BookingDraft } from '../../contract/records/booking';
import { reason, type Zone } from '../../contract/scalars';
import { windowsUnder } from '../bills';
import { dateOf, dayNumber } from '../calendar';
import { type Material, materialsOf } from '../material';
import { type Window, zoneFor } from '../occurrences';
import { profileKey } from '../profile';
import type { Steps } from '../steps';
import { toInstant } from '../time';
import { type DayKind, dayKinds, type Question, reachOf } from './day-kinds';
import { type Tally, tallyOf } from './tally';

/** A display, and others that agree with it on all that decides what they show. */
export interface Stage {
  /** At least one. */
  displayIds: readonly string[];
  /** Of the first of them; its bookings without the draft. */
  question: Question;
}

export interface Look {
  kind: DayKind;
  with: Tally;
  without: Tally;
  /** Open time of the draft's windows on the kind's first day. */
  open: Window[];
}

export interface Laid {
  stage: Stage;
  draft: Booking;
  zone: Zone;
  material: Material;
  /** Day numbers looked at, both included. */
  first: number;
  last: number;
  looks: Look[];
  /** Days on which it has open time. */
  days: number;
  exact: boolean;
}

/** A draft under an id that no record has; the newest of all, as it will be. */
const NO_ID = '0'.repeat(26);

export function asBooking(draft: BookingDraft, own: Booking | null): Booking {
  const made = own ?? { id: NO_ID, rev: 0, createdAt: Number.MAX_SAFE_INTEGER, createdBy: '' };
  const { id, rev, createdAt, createdBy } = made;
  return { ...draft, paused: false, id, rev, createdAt, createdBy };
}

export interface Reach {
  first: number;
  last: number;
  goesOn: boolean;
}

/** A little more than a year: every weekday, month and leap day is met. */
const LONGEST_DAYS = 400;

/** The days of a draft that are looked at, from today on; null when all are over. */
export function reachFrom({ from, to }: BookingDraft, today: number): Reach | null {
  const first = Math.max(dayNumber(from), today);
  const end = dayNumber(to);
  if (end < first) return null;
  const last = Math.min(end, first + LONGEST_DAYS - 1);
  return { first, last, goesOn: last < end };
}

/** What is remembered between drafts that differ by a way out: the days without it. */
export type Memory = Map<string, Tally>;

/** Kinds compiled; those with fewest days are taken to be like the rest. */
const MOST_KINDS = 12;

/** `more`: whether there is time for another kind of day; what was not looked at makes it inexact. */
export function* layOn(stage: Stage, made: Booking, reach: Reach, memory: Memory, more: () => boolean): Steps<Laid> {
  const { question } = stage;
  const { display, station } = question;
  const draft = { ...made, where: { displayIds: [display.id], groupIds: [] } };
  const bookings = [...question.bookings, draft];
  const span = spanOf(draft, reach);
  const { kinds, exact } = yield* dayKinds({ question: { ...question, bookings }, ...span, only: draft });
  const most = [...kinds].sort((a, b) => b.days.length - a.days.length).slice(0, MOST_KINDS);
  const looks: Look[] = [];
  let looked = 0;
  for (const kind of most) {
    if (looked > 0 && !more()) break;
    looked += 1;
    const tally = yield* tallyOf(question, bookings, kind);
    const without = yield* remembered(question, kind, memory);
    const open = openOf(question, draft, kind);
    if (open.length > 0) looks.push({ kind, with: tally, without, open });
  }
  const wanted = { profileKey: profileKey(display.profile), stillMs: station.stillMs, zone: station.zone };
  return {
    stage,
    draft,
    zone: zoneFor(draft, station.zone, display.zone),
    material: materialsOf(question, wanted)(draft.what),
    first: reach.first,
    last: reach.last,
    looks: looks.sort((a, b) => (a.kind.days[0] ?? 0) - (b.kind.days[0] ?? 0)),
    days: kinds.reduce((sum, { days }) => sum + days.length, 0),
    exact: exact && looked === kinds.length,
  };
}

/** On another clock its first hours may lie in the day before, its last in the day after. */
export function spanOf(draft: Booking, reach: Reach): { first: number; last: number } {
  const begins = reach.first === dayNumber(draft.from);
  return { first: begins ? reach.first - 1 : reach.first, last: reach.goesOn ? reach.last : reach.last + 1 };
}

export function* remembered(question: Question, kind: DayKind, memory: Memory): Steps<Tally> {
  const { from, until } = reachOf(kind);
  const key = `${question.display.id} ${from} ${until}`;
  const tally = memory.get(key) ?? (yield* tallyOf(question, question.bookings, kind));
  memory.set(key, tally);
  return tally;
}

export function openOf(question: Question, draft: Booking, kind: DayKind): Window[] {
  const windows = windowsUnder({ ...question, ...reachOf(kind) }, draft);
  return kind.blocks.flatMap((block) =>
    windows
      .map(({ start, end }) => ({ start: Math.max(start, block.start), end: Math.min(end, block.end) }))
      .filter(({ start, end }) => start < end),
  );
}

export const lengthOf = (windows: readonly Window[]): number =>
  windows.reduce((sum, { start, end }) => sum + end - start, 0);

/** A day as sentences take it: noon of the station's clock, epoch ms. */
export const dayParam = (day: number, zone: Zone): number => toInstant(dateOf(day), '12:00:00', zone);

export const LABELS = {
  to: (day: number, zone: Zone) => reason('plan.out.to', { day: dayParam(day, zone) }),
  from: (day: number, zone: Zone) => reason('plan.out.from', { day: dayParam(day, zone) }),
};
