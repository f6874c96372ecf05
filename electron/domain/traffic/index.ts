/** Traffic: a display's days with loops, slots, shares, frequencies and exact times. Start at `layTraffic`. */
import { reason } from '../../contract/scalars';
import { type Books, type CompileInput, openBooks } from '../bills';
import { fillerMaterials } from '../filler';
import { blocksIn } from '../hours';
import type { LeftOut } from '../material';
import { zoneFor } from '../occurrences';
import type { Sheet } from '../sheet';
import type { Steps } from '../steps';
import { layBlock, type SlotSeen } from './lay';
import { createNotes, type Note, type Noted } from './notes';
import { NO_SEPARATION } from './separation';
import { createStandIn } from './stand-in';

/** Whether a display asks for more than rotation from edge to edge. */
export function isTraffic(input: CompileInput, { bills }: Books): boolean {
  if (input.policy) return true;
  const first = bills[0]?.booking.priority;
  return bills.some(
    ({ booking, material }) =>
      booking.how.kind !== 'rotation' ||
      booking.priority !== first ||
      material().pieces.some(({ airs }) => Number.isFinite(airs.from) || Number.isFinite(airs.until)),
  );
}

export interface Laid {
  books: Books;
  notes: Noted[];
  leftOut: LeftOut[];
}

/** Who wants to hear more than the plan. */
export interface Listeners {
  /** Every decision against a booking. */
  note?: Note;
  slotSeen?: SlotSeen;
}

/** Lays whole blocks, from the first that reaches into the interval to the last; black where the display is closed. */
export function* layTraffic(input: CompileInput, sheet: Sheet, listeners: Listeners = {}): Steps<Laid> {
  const { policy, display, station, from, until } = input;
  const blocks = blocksIn(policy, display.zone, from, until);
  const [first, last] = [blocks[0], blocks.at(-1)];
  const reach = { from: Math.min(from, first?.start ?? from), until: Math.max(until, last?.end ?? until) };
  const books = yield* openBooks({ ...input, ...reach });
  const materials = fillerMaterials(input, books.materials);
  const { note, all } = createNotes(listeners.note);
  const out = { sheet, note, standIn: createStandIn(materials, sheet), slotSeen: listeners.slotSeen };
  const traffic = {
    bills: books.bills,
    slots: policy?.slots ?? null,
    separation: policy?.separation ?? NO_SEPARATION,
    zoneOf: ({ booking }: { booking: Parameters<typeof zoneFor>[0] }) => zoneFor(booking, station.zone, display.zone),
  };
  let at = from;
  for (const block of blocks) {
    sheet.placeDark(at, block.start, reason('why.closed'));
    yield* layBlock(block, traffic, out);
    at = block.end;
  }
  sheet.placeDark(at, until, reason('why.closed'));
  // Whether an item ever fits is said by the notes.
  for (const bill of books.bills) bill.longestMs = Number.POSITIVE_INFINITY;
  return { books, notes: all(), leftOut: materials.flatMap(({ leftOut }) => leftOut) };
}
