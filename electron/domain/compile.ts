/**
 * What one display shows over an interval, and why. Pure: the same bookings, material and interval make the same
 * timeline, in whatever order they are handed over.
 *
 * The interval is cut into stretches at every start and end of a booking's window. Within a stretch the active bookings
 * take turns (see `turns.ts`), the cycle counted from the stretch's true start, so that what plays at a moment never
 * depends on when the compile was asked for. An item that would not end within its stretch is not begun: filler stands
 * for the rest and is cut at the edge. Where nothing is booked, filler; where there is no filler, the slate.
 *
 * First and last entry are kept whole: the timeline begins at or before `from` and ends at or after `until`. Only the
 * slate is cut there.
 */
import type { Plan } from '../contract/records/timeline';
import { reason } from '../contract/scalars';
import { type Bill, type Books, type CompileInput, openBooks, playsIn } from './bills';
import { createFiller, type Filler, type FillerWhy, fillerMaterials } from './filler';
import { enforced, isCapped, neverIn } from './judge/enforce';
import type { Law } from './judge/types';
import type { Need } from './material';
import { openSheet, pauseDue, type Sheet } from './sheet';
import { distinct, type Skipped, skippedOf } from './skipped';
import { atOnce, type Steps } from './steps';
import { type Stretch, stretchesOf } from './stretches';
import { daySpan, localDay, localTime } from './time';
import { isTraffic, layTraffic } from './traffic';
import type { Note } from './traffic/notes';
import { dealTurns } from './turns';
import { zoneLabel } from './zone-label';

export type { CompileInput } from './bills';
export type { Lookup, Need } from './material';

export type Compiled = Plan;

/** `from` must lie before `until`. `maxEntries` is for tests of the bound. */
export function compile(input: CompileInput, maxEntries?: number): Compiled {
  return atOnce(compileInSteps(input, maxEntries));
}

/** Records are read as they are needed: one that changes between two steps makes the result worthless. `listen` hears every note. */
export function* compileInSteps(input: CompileInput, maxEntries?: number, listen?: Note): Steps<Compiled> {
  return (yield* compileOpened(input, maxEntries, listen)).timeline;
}

export interface Survey {
  timeline: Compiled;
  /** The first start or end of a booking's window after the instant asked about; null when there is none. */
  nextEdge: number | null;
  /** Renditions still to be made, ordered or not, so that all that is booked in the interval, and the filler, can play. */
  needs: Need[];
}

/** A compile with what else the station wants to know at `now`, which must lie in the interval; cheaper than apart. */
export function* survey(input: CompileInput, now: number): Steps<Survey> {
  const { timeline, books } = yield* compileOpened(input);
  yield;
  return { timeline, nextEdge: edgeAfter(books.bills, now), needs: needsOf(input, books) };
}

function edgeAfter(bills: readonly Bill[], now: number): number | null {
  let next = Number.POSITIVE_INFINITY;
  for (const { windows } of bills) {
    for (const { start, end } of windows) {
      if (start > now) next = Math.min(next, start);
      else if (end > now) next = Math.min(next, end);
    }
  }
  return Number.isFinite(next) ? next : null;
}

function needsOf(input: CompileInput, { bills, materials }: Books): Need[] {
  const booked = bills.filter((bill) => playsIn(bill.windows, input.from, input.until));
  const wanted = new Set([...booked.map((bill) => bill.material()), ...fillerMaterials(input, materials)]);
  const needs = new Map<string, Need>();
  for (const material of wanted) for (const need of material.needs) needs.set(`${need.assetId} ${need.inMs}`, need);
  return [...needs.values()];
}

/** With what it was made of. */
interface Opened {
  timeline: Compiled;
  books: Books;
}

/** What may not air is taken out last, so that nothing is shown past the judge. Caps count days: those are laid from midnight. */
function* compileOpened(input: CompileInput, maxEntries?: number, listen?: Note): Steps<Opened> {
  const laid = yield* compileLaid(input, maxEntries, listen);
  if (!input.law) return laid;
  const law = amongOthers(input.law, input.bookings);
  const midnight = daySpan(localDay(input.from, input.station.zone), input.station.zone).from;
  const early = midnight < laid.timeline.from && isCapped(laid.timeline, law);
  const whole = early ? yield* compileLaid({ ...input, from: midnight }, maxEntries) : laid;
  const filler = fillerMaterials(input, laid.books.materials).find(({ pieces }) => pieces.length > 0);
  const lawful = yield* enforced(whole.timeline, law, filler?.pieces ?? [], filler?.playlist ?? '');
  const timeline = early ? since(lawful, input.from) : lawful;
  const booked = laid.books.bills.filter(({ windows }) => playsIn(windows, input.from, input.until));
  const wanted = booked.map((bill) => ({ bookingId: bill.booking.id, pieces: bill.material().pieces }));
  const never = neverIn(wanted, timeline, law);
  return { ...laid, timeline: { ...timeline, skipped: distinct([...timeline.skipped, ...never]), lawful: true } };
}

/** With what of the station's caps is others'. */
function amongOthers(law: Law, bookings: CompileInput['bookings']): Law {
  const used = law.together?.(bookings);
  return used ? { ...law, context: { ...law.context, used } } : law;
}

/** From the entry on that reaches into `from`. */
function since(plan: Compiled, from: number): Compiled {
  const entries = plan.entries.filter(([, start, ms]) => start + ms > from);
  return { ...plan, entries, from: entries[0]?.[1] ?? from };
}

/** Traffic opens books of its own, for whole blocks; under a policy no others need be looked at to know that it is traffic. */
function* compileLaid(input: CompileInput, maxEntries?: number, listen?: Note): Steps<Opened> {
  const sheet = openSheet(input.from, input.until, maxEntries);
  const books = input.policy ? null : yield* openBooks(input);
  if (books && !isTraffic(input, books)) return { timeline: yield* compilePlain(input, books, sheet), books };
  return yield* compileTraffic(input, sheet, listen);
}

/** Nothing but rotation: the cycle runs from edge to edge and knows no days. */
function* compilePlain(input: CompileInput, books: Books, sheet: Sheet): Steps<Compiled> {
  const filler = createFiller(input, books.materials, sheet);
  for (const stretch of stretchesOf(books.bills, input.from, input.until)) {
    if (stretch.start < sheet.until) yield* fillStretch(stretch, sheet, filler, input.display.zone);
  }
  return written(input, sheet, skippedOf(input, books, sheet, filler.leftOut(), []));
}

function* compileTraffic(input: CompileInput, sheet: Sheet, listen?: Note): Steps<Opened> {
  const { books, notes, leftOut } = yield* layTraffic(input, sheet, listen && { note: listen });
  return { timeline: written(input, sheet, skippedOf(input, books, sheet, leftOut, notes)), books };
}

function written(input: CompileInput, sheet: Sheet, skipped: Skipped[]): Compiled {
  const [first, last] = [sheet.entries[0], sheet.entries.at(-1)];
  return {
    displayId: input.display.id,
    from: first?.[1] ?? input.from,
    until: last ? last[1] + last[2] : input.until,
    fit: input.display.profile.fit,
    clips: sheet.clips,
    entries: sheet.entries,
    skipped,
  };
}

function* fillStretch({ start, end, active }: Stretch, sheet: Sheet, filler: Filler, zone: string): Steps<void> {
  yield;
  const turns = dealTurns(
    active.map((bill) => bill.hand()),
    end - start,
  );
  for (const bill of active) if (end - start > bill.longestMs) bill.longestMs = end - start;
  if (turns.cycleMs === 0) {
    return yield* filler.fill(start, end, active[0] ? instead(active[0]) : NOTHING_BOOKED);
  }
  let at = start + Math.max(0, Math.floor((sheet.from - start) / turns.cycleMs)) * turns.cycleMs;
  while (at < sheet.until) {
    const part = turns.next();
    if (at + part.ms > end) break;
    sheet.place(part, at, part.ms);
    at += part.ms;
    if (pauseDue(sheet)) yield;
  }
  if (at < sheet.until) yield* filler.fill(at, end, rest(end, zone));
}

const NOTHING_BOOKED: FillerWhy = { key: '', because: (playlist) => reason('why.filler', { playlist }) };

/** Booked, but nothing of it can play: saying "nothing is booked" would send a person looking in the wrong place. */
function instead({ booking }: Bill): FillerWhy {
  return {
    key: booking.id,
    because: (playlist) => reason('why.fillerInstead', { playlist, booking: booking.name }),
  };
}

function rest(end: number, zone: string): FillerWhy {
  const until = `${localTime(end, zone)} ${zoneLabel(zone, end)}`;
  return { key: until, because: (playlist) => reason('why.fillerRest', { playlist, until }) };
}
