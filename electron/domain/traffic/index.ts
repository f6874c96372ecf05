/** Traffic: a display's days with loops, slots, shares, frequencies and exact times. Start at `layTraffic`. */
import { reason, type Zone } from '../../contract/scalars';
import { type Bill, type Books, type CompileInput, openBooks } from '../bills';
import { fillerMaterials } from '../filler';
import { blocksIn } from '../hours';
import type { LeftOut, Material } from '../material';
import { type Window, zoneFor } from '../occurrences';
import type { Sheet } from '../sheet';
import type { Steps } from '../steps';
import { createShapes, openBlock } from './block';
import { noteClosed } from './exacts';
import { layBlock, type SlotSeen } from './lay';
import { createNotes, type Note, type Noted } from './notes';
import { NO_SEPARATION } from './separation';
import { createStandIn } from './stand-in';
import { createRecorder, replay, type Tape } from './tape';

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
  const { policy, display, from, until } = input;
  const blocks = blocksIn(policy, display.zone, from, until);
  const [first, last] = [blocks[0], blocks.at(-1)];
  const reach = { from: Math.min(from, first?.start ?? from), until: Math.max(until, last?.end ?? until) };
  const books = yield* openBooks({ ...input, ...reach });
  const materials = fillerMaterials(input, books.materials);
  const { note, all } = createNotes(listeners.note);
  const { slotSeen } = listeners;
  const hearsAll = listeners.note !== undefined;
  const repeats = blocks.length > 1 && !hearsAll && slotSeen === undefined;
  const zoneOf = ({ booking }: Bill) => zoneFor(booking, input.station.zone, display.zone);
  const lay = createLayer({ books, materials, sheet, note, hearsAll, slotSeen, repeats, zoneOf, policy });
  function* close(start: number, end: number): Steps<void> {
    sheet.placeDark(start, end, reason('why.closed'));
    yield* noteClosed(books.bills, { start, end }, zoneOf, note);
  }
  let at = from;
  for (const block of blocks) {
    yield* close(at, block.start);
    yield* lay(block);
    at = block.end;
  }
  yield* close(at, until);
  // Whether an item ever fits is said by the notes.
  for (const bill of books.bills) bill.longestMs = Number.POSITIVE_INFINITY;
  return { books, notes: all(), leftOut: materials.flatMap(({ leftOut }) => leftOut) };
}

interface Layer extends Pick<CompileInput, 'policy'> {
  books: Books;
  /** Filler. */
  materials: readonly Material[];
  sheet: Sheet;
  note: Note;
  hearsAll: boolean;
  slotSeen: SlotSeen | undefined;
  /** Whether blocks that are alike are laid once. */
  repeats: boolean;
  zoneOf(bill: Bill): Zone;
}

/**
 * Lays one block after another, those that are alike once. What such a one notes was noted by the first; but who listens is to
 * hear it of every block.
 */
function createLayer({ books, materials, sheet, note, hearsAll, slotSeen, repeats, zoneOf, policy }: Layer) {
  const recorder = createRecorder(sheet);
  const ground = repeats ? recorder : sheet;
  const out = { sheet: ground, note, hearsAll, standIn: createStandIn(materials, ground), slotSeen };
  const rules = { slots: policy?.slots ?? null, separation: policy?.separation ?? NO_SEPARATION };
  const every = () => [...materials, ...books.bills.map(({ material }) => material())];
  const shapeOf = repeats ? createShapes(every()) : () => null;
  const tapes = new Map<string, Tape>();

  return function* lay(window: Window): Steps<void> {
    const block = yield* openBlock(window, books.bills, zoneOf);
    const shape = shapeOf(block);
    const known = shape === null ? undefined : tapes.get(shape);
    if (known) return yield* replay(known, block.start, sheet);
    recorder.record(block.start);
    const whole = yield* layBlock(block, rules, out);
    if (whole && shape !== null) tapes.set(shape, recorder.finish());
  };
}
