/**
 * A block as it was laid, told from its start on. One that is its like in every respect need not be laid again: a week of equal
 * days is one day laid and six told again.
 */
import type { Reason } from '../../contract/scalars';
import type { Part, Sheet } from '../sheet';
import type { Steps } from '../steps';

/** What a block is laid on. */
export type Ground = Pick<Sheet, 'until' | 'place' | 'placeSlate'>;

interface Piece {
  /** Null: the slate. */
  part: Part | null;
  because: Reason | null;
  at: number;
  ms: number;
}

export type Tape = readonly Piece[];

export interface Recorder extends Ground {
  /** Begins a tape for a block that starts at `start`. */
  record(start: number): void;
  /** What was laid since. */
  finish(): Tape;
}

/** Passes all on to the sheet. */
export function createRecorder(sheet: Sheet): Recorder {
  let tape: Piece[] = [];
  let from = 0;
  return {
    get until() {
      return sheet.until;
    },
    place(part, start, ms) {
      tape.push({ part, because: null, at: start - from, ms });
      sheet.place(part, start, ms);
    },
    placeSlate(start, end, because) {
      tape.push({ part: null, because, at: start - from, ms: end - start });
      sheet.placeSlate(start, end, because);
    },
    record(start) {
      tape = [];
      from = start;
    },
    finish: () => tape,
  };
}

/** Pieces told between two pauses: half a millisecond's work. */
const STEP = 4096;

/** Lays it again from `start` on, as far as the sheet goes. */
export function* replay(tape: Tape, start: number, sheet: Sheet): Steps<void> {
  for (let first = 0; first < tape.length; first += STEP) {
    replaySome(tape, first, start, sheet);
    yield;
  }
}

function replaySome(tape: Tape, first: number, start: number, sheet: Sheet): void {
  for (let index = first; index < Math.min(first + STEP, tape.length); index++) {
    const { part, because, at, ms } = tape[index] as Piece;
    if (start + at >= sheet.until) return;
    if (part) sheet.place(part, start + at, ms);
    else if (because) sheet.placeSlate(start + at, start + at + ms, because);
  }
}
