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

interface Reach {
  from: number;
  until: number;
}

/** So many numbers are quickest to tell apart as a text of as many letters. */
const asText = new TextDecoder('utf-16le');

export const reachOf = ({ blocks }: Pick<DayKind, 'blocks'>): Reach => ({
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
  const walks = books.bills.map(walkOf);
  const shapes = new Uint16Array(walks.length);
  const onlyWalk = only && walks.find(({ id }) => id === only.id);
  for (const [day, blocks] of byDay) {
    if (day < first || day > last) continue;
    yield;
    const { from, until } = reachOf({ blocks });
    if (only && !onlyWalk?.shapeOn(from, until)) continue;
    const hours = blocks.map(({ start, end }) => [start - from, end - from]);
    for (const [index, walk] of walks.entries()) shapes[index] = walk.shapeOn(from, until);
    const key = JSON.stringify([hours, clocksOf(question, from, until), asText.decode(shapes)]);
    const kind = kinds.get(key);
    if (kind) kind.days.push(day);
    else kinds.set(key, { days: [day], blocks, lying: lyingOn(walks, from, until) });
  }
  return { kinds: [...kinds.values()], exact: isTraffic(input, books) };
}

/** A bill looked at day by day, in order. */
interface Walk {
  id: string;
  /** What it has of a day, as a number: the same on days on which it has the same; 0 where it has no window. */
  shapeOn(from: number, until: number): number;
}

/** Thousands of bills are asked about hundreds of days: what a day has is told by what the one before had wherever it can be. */
function walkOf({ booking: { id }, windows, material }: Bill): Walk {
  const markMaterial = materialMark(material);
  const shapes = new Map<string, number>();
  let next = 0;
  let before: number[] = [];
  let shape = 0;
  return {
    id,
    shapeOn(from, until) {
      while ((windows[next]?.end ?? Number.POSITIVE_INFINITY) <= from) next += 1;
      if ((windows[next]?.start ?? Number.POSITIVE_INFINITY) >= until) return 0;
      const marks: number[] = [];
      markMaterial(marks, from, until);
      markWindows(marks, windows, next, { from, until });
      if (marks.length === before.length && marks.every((mark, at) => mark === before[at])) return shape;
      const key = marks.join();
      before = marks;
      shape = shapes.get(key) ?? shapes.size + 1;
      shapes.set(key, shape);
      return shape;
    },
  };
}

const lyingOn = (walks: readonly Walk[], from: number, until: number): Set<string> =>
  new Set(walks.filter((walk) => walk.shapeOn(from, until) > 0).map(({ id }) => id));

/** From a place on; cut to the day and counted from its start. */
function markWindows(marks: number[], windows: readonly Window[], next: number, { from, until }: Reach): void {
  for (let at = next; ; at++) {
    const window = windows[at];
    if (!window || window.start >= until) return;
    marks.push(Math.max(0, window.start - from), Math.min(until, window.end) - from);
  }
}

/** Where the midnights of both clocks lie: an exact time moves with them when clocks change. */
function clocksOf({ station, display }: Question, from: number, until: number): number[] {
  return [station.zone, display.zone].flatMap((zone) => {
    const day = localDay(from, zone);
    return [instantOf(day, 0, zone) - from, instantOf(localDay(until, zone) + 1, 0, zone) - from];
  });
}

/** Tells days apart on which other items of a booking may air. As many numbers on each. */
function materialMark(material: Bill['material']): (marks: number[], from: number, until: number) => void {
  let bounds: { from: number; until: number }[] | undefined;
  return (marks, from, until) => {
    bounds ??= material()
      .pieces.map(({ airs }) => airs)
      .filter((airs) => Number.isFinite(airs.from) || Number.isFinite(airs.until));
    for (const airs of bounds) marks.push(Math.max(0, airs.from - from), Math.min(until, airs.until) - from);
  };
}
