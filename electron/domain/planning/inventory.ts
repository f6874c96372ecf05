/** What of a display's open time is booked and what is free, by hour, day or month of its own clock. */
import type { InventoryCell, InventoryRow, InventoryUnit } from '../../contract/api/planning';
import type { LoopPolicy } from '../../contract/records/loop-policy';
import type { Clip } from '../../contract/records/timeline';
import { dateOf, HOUR_MS } from '../calendar';
import { compileInSteps } from '../compile';
import type { Window } from '../occurrences';
import { openSheet } from '../sheet';
import type { Steps } from '../steps';
import { localTime } from '../time';
import { layTraffic } from '../traffic';
import { type DayKind, dayKinds, type Question, reachOf } from './day-kinds';

export interface Wanted {
  question: Question;
  /** Day numbers on the display's calendar, both included. */
  first: number;
  last: number;
  by: InventoryUnit;
}

/** Cells in order; hours and days on which the display never opens have none. */
export function* inventoryOf({ question, first, last, by }: Wanted): Steps<InventoryRow> {
  const { kinds } = yield* dayKinds({ question, first, last });
  const slots = question.policy?.slots ?? [];
  const cells = new Map<string, InventoryCell>();
  for (const kind of kinds) {
    const parts = yield* partsOf(question, kind, by);
    for (const day of kind.days) {
      yield;
      for (const [hour, part] of parts) addTo(cells, labelOf(day, hour, by), part, slots.length);
    }
  }
  return {
    displayId: question.display.id,
    slots: slots.map(({ ms, purpose }) => ({ ms, purpose })),
    cells: [...cells.values()].sort((a, b) => (a.at < b.at ? -1 : 1)),
  };
}

function labelOf(day: number, hour: string, by: InventoryUnit): string {
  const date = dateOf(day);
  return by === 'month' ? date.slice(0, 7) : by === 'day' ? date : `${date}T${hour}`;
}

type Part = Omit<InventoryCell, 'at'>;

const emptyPart = (slots: number): Part => ({
  ...{ openMs: 0, plays: 0, bookedMs: 0, freeMs: 0 },
  slots: Array.from({ length: slots }, () => ({ plays: 0, free: 0 })),
});

function addTo(cells: Map<string, InventoryCell>, at: string, part: Part, slots: number): void {
  const cell = cells.get(at) ?? { at, ...emptyPart(slots) };
  cells.set(at, cell);
  cell.openMs += part.openMs;
  cell.plays += part.plays;
  cell.bookedMs += part.bookedMs;
  cell.freeMs += part.freeMs;
  part.slots.forEach((slot, index) => {
    const sum = cell.slots[index];
    if (sum) Object.assign(sum, { plays: sum.plays + slot.plays, free: sum.free + slot.free });
  });
}

/** One day of a kind by hour of the wall clock, under one key where hours are not asked for. */
function* partsOf(question: Question, kind: DayKind, by: InventoryUnit): Steps<Map<string, Part>> {
  const { policy, display } = question;
  const parts = new Map<string, Part>();
  const partAt = (at: number): Part => {
    const key = by === 'hour' ? localTime(at, display.zone).slice(0, 2) : '';
    const part = parts.get(key) ?? emptyPart(policy?.slots.length ?? 0);
    parts.set(key, part);
    return part;
  };
  const spread = ({ start, end }: Window, field: 'openMs' | 'bookedMs' | 'freeMs', sign = 1) => {
    for (const piece of by === 'hour' ? hoursOf({ start, end }) : [{ start, end }])
      partAt(piece.start)[field] += sign * (piece.end - piece.start);
  };
  for (const block of kind.blocks) {
    spread(block, 'openMs');
    spread(block, 'freeMs');
  }
  const { clips, entries } = yield* laid(question, kind, policy, (number, at, held, ms) => {
    const slot = partAt(at).slots[number - 1];
    if (slot) Object.assign(slot, { plays: slot.plays + 1, free: slot.free + (held ? 0 : 1) });
    if (policy?.slots[number - 1]?.purpose === 'filler') spread({ start: at, end: at + ms }, 'freeMs', -1);
  });
  const { from, until } = reachOf(kind);
  for (const [index, at, ms] of entries) {
    const clip = clips[index];
    if (!clip || clip.bookingId === null || at < from || at >= until) continue;
    const span = { start: at, end: Math.min(until, at + ms) };
    partAt(at).plays += 1;
    spread(span, 'bookedMs');
    if (!givesWay(clip)) spread(span, 'freeMs', -1);
  }
  return parts;
}

const givesWay = ({ because: { code } }: Clip) => code === 'why.booking' || code === 'why.bookingAsset';

type Seen = (number: number, at: number, held: boolean, ms: number) => void;

function* laid(question: Question, kind: DayKind, policy: LoopPolicy | null, seen: Seen) {
  const input = { ...question, ...reachOf(kind) };
  if (!policy) return yield* compileInSteps(input);
  const sheet = openSheet(input.from, input.until);
  yield* layTraffic(input, sheet, {
    slotSeen: (number, at, held) => seen(number, at, held, policy.slots[number - 1]?.ms ?? 0),
  });
  return sheet;
}

const QUARTER_MS = HOUR_MS / 4;

/** Cut at every quarter, since zones differ by quarters and hours do not begin together. */
function hoursOf({ start, end }: Window): Window[] {
  const pieces: Window[] = [];
  for (let at = start; at < end; ) {
    const next = Math.min(end, (Math.floor(at / QUARTER_MS) + 1) * QUARTER_MS);
    pieces.push({ start: at, end: next });
    at = next;
  }
  return pieces;
}
