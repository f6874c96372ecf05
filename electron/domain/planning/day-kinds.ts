/**
 * Days that are alike: with the same opening hours, the same windows of the same bookings and the same material, so that one of
 * them compiled stands for all. A day is all blocks that open on it, to the end of its night.
 */
import type { Booking } from '../../contract/records/booking';
import { type Bill, type CompileInput, openBooks } from '../bills';
import { blocksIn } from '../hours';
import type { Window } from '../occurrences';
import type { Steps } from '../steps';
import { instantOf, localDay } from '../time';
import { isTraffic } from '../traffic';

/** One display and its records; without an interval. */
export type Question = Omit<CompileInput, 'from' | 'until'>;

export interface DayKind {
  /** Day numbers on the display's calendar, in order. */
  days: number[];
  /** The blocks of the first of them. */
  blocks: Window[];
  /** Bookings with a window on them, by id. */
  lying: ReadonlySet<string>;
}

export interface DayKinds {
  kinds: DayKind[];
  /** False where turns go on from day to day, so that days alike may differ by a play. */
  exact: boolean;
}

export interface KindsOf {
  question: Question;
  /** Day numbers, both included. */
  first: number;
  last: number;
  /** Only days on which this booking has a window. */
  only?: Booking | undefined;
}

export const reachOf = ({ blocks }: Pick<DayKind, 'blocks'>): { from: number; until: number } => ({
  from: blocks[0]?.start ?? 0,
  until: blocks.at(-1)?.end ?? 0,
});

/** Kinds of days with open hours, in the order of their first day. */
export function* dayKinds({ question, first, last, only }: KindsOf): Steps<DayKinds> {
  const { zone } = question.display;
  const input = { ...question, from: instantOf(first, 0, zone), until: instantOf(last + 1, 0, zone) };
  const books = yield* openBooks(input);
  const byDay = new Map<number, Window[]>();
  for (const block of blocksIn(question.policy, zone, input.from, input.until)) {
    const day = localDay(block.start, zone);
    byDay.set(day, [...(byDay.get(day) ?? []), block]);
  }
  const kinds = new Map<string, DayKind>();
  const walks = books.bills.map((bill) => ({ bill, next: 0, material: materialMark(bill) }));
  for (const [day, blocks] of byDay) {
    if (day < first || day > last) continue;
    yield;
    const { from, until } = reachOf({ blocks });
    const lying = walks.flatMap((walk) => {
      while ((walk.bill.windows[walk.next]?.end ?? Number.POSITIVE_INFINITY) <= from) walk.next += 1;
      const windows = windowsFrom(walk.bill, walk.next, from, until);
      return windows.length === 0 ? [] : [{ ...walk, windows }];
    });
    if (only && !lying.some(({ bill }) => bill.booking.id === only.id)) continue;
    const key = JSON.stringify([
      blocks.map(({ start, end }) => [start - from, end - from]),
      clocksOf(question, from, until),
      lying.map(({ bill, windows, material }) => [bill.booking.id, windows, material(from, until)]),
    ]);
    const kind = kinds.get(key);
    if (kind) kind.days.push(day);
    else kinds.set(key, { days: [day], blocks, lying: new Set(lying.map(({ bill }) => bill.booking.id)) });
  }
  return { kinds: [...kinds.values()], exact: isTraffic(input, books) };
}

/** From the walk's place on; cut to the day and counted from its start. */
function windowsFrom({ windows }: Bill, next: number, from: number, until: number): [number, number][] {
  const found: [number, number][] = [];
  for (let at = next; ; at++) {
    const window = windows[at];
    if (!window || window.start >= until) return found;
    found.push([Math.max(0, window.start - from), Math.min(until, window.end) - from]);
  }
}

/** Where the midnights of both clocks lie: an exact time moves with them when clocks change. */
function clocksOf({ station, display }: Question, from: number, until: number): number[] {
  return [station.zone, display.zone].flatMap((zone) => {
    const day = localDay(from, zone);
    return [instantOf(day, 0, zone) - from, instantOf(localDay(until, zone) + 1, 0, zone) - from];
  });
}

/** Tells days apart on which other items of a booking may air. */
function materialMark(bill: Bill): (from: number, until: number) => unknown {
  let bounds: { from: number; until: number }[] | undefined;
  return (from, until) => {
    bounds ??= bill
      .material()
      .pieces.map(({ airs }) => airs)
      .filter((airs) => Number.isFinite(airs.from) || Number.isFinite(airs.until));
    if (bounds.length === 0) return 0;
    return bounds.map((airs) => [Math.max(0, airs.from - from), Math.min(until, airs.until) - from]);
  };
}
