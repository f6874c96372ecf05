/** The timeline being written: clips numbered as they are first used, entries that abut. */
import type { Clip, Entry } from '../contract/records/timeline';
import type { Reason } from '../contract/scalars';
import type { Piece } from './material';

/**
 * A compile stops here and ends its timeline early. Eight days of five-second stills are 138,240 entries; more than
 * this would be a message of several megabytes to every display.
 */
export const MAX_ENTRIES = 150_000;

/** Who puts pieces on the sheet, and what it says of each. Asked once for each clip. */
export interface Owner {
  bookingId: string | null;
  because(piece: Piece): Reason;
}

/** A piece with its owner. One object stands for one clip. */
export interface Part {
  readonly piece: Piece;
  readonly ms: number;
  readonly owner: Owner;
  /** Where in its file it begins, ms, when it joins in progress. */
  readonly fromMs: number;
  /** Its number among the clips; -1 until it is first placed. */
  clip: number;
}

export function partOf(piece: Piece, owner: Owner, fromMs = 0): Part {
  return { piece, ms: piece.ms - fromMs, owner, fromMs, clip: -1 };
}

export interface Sheet {
  readonly from: number;
  /** Nothing that starts at or after it is taken. Moves to the end of the last entry when the sheet is full. */
  readonly until: number;
  readonly full: boolean;
  readonly clips: Clip[];
  readonly entries: Entry[];
  /**
   * Takes the part when any of [start, start + ms) lies in the interval. It is kept whole: an entry cut at its start
   * could not say from where in the file to play.
   */
  place(part: Part, start: number, ms: number): void;
  /** Shows the slate over as much of [start, end) as lies in the interval; joins a slate just before it. */
  placeSlate(start: number, end: number, because: Reason): void;
  /** As the slate, but black. */
  placeDark(start: number, end: number, because: Reason): void;
}

/** Entries written between two pauses: half a millisecond's work. */
const STEP = 2048;

export function pauseDue({ entries }: Sheet): boolean {
  return entries.length % STEP === 0;
}

export function openSheet(from: number, until: number, maxEntries = MAX_ENTRIES): Sheet {
  const clips: Clip[] = [];
  const entries: Entry[] = [];
  const numbers = { slate: -1, dark: -1 };
  const push = (clip: number, start: number, ms: number) => {
    entries.push([clip, start, ms]);
    if (entries.length < maxEntries) return;
    sheet.full = true;
    sheet.until = Math.min(sheet.until, start + ms);
  };
  function drawn(how: 'slate' | 'dark', start: number, end: number, because: Reason): void {
    const first = Math.max(start, from);
    const last = Math.min(end, sheet.until);
    if (first >= last) return;
    if (numbers[how] < 0) {
      const dark = how === 'dark' ? { dark: true } : {};
      numbers[how] = clips.push({ kind: 'slate', bookingId: null, because, ...dark }) - 1;
    }
    const before = entries.at(-1);
    if (before?.[0] === numbers[how]) before[2] += last - first;
    else push(numbers[how], first, last - first);
  }
  const sheet = {
    from,
    until,
    full: false,
    clips,
    entries,
    place(part: Part, start: number, ms: number) {
      if (start + ms <= from || start >= sheet.until) return;
      if (part.clip < 0) part.clip = clips.push(clipOf(part)) - 1;
      push(part.clip, start, ms);
    },
    placeSlate: (start: number, end: number, because: Reason) => drawn('slate', start, end, because),
    placeDark: (start: number, end: number, because: Reason) => drawn('dark', start, end, because),
  };
  return sheet;
}

function clipOf({ piece, owner, fromMs }: Part): Clip {
  const joins = fromMs > 0 ? { fromMs } : {};
  return { ...piece.media, ...joins, bookingId: owner.bookingId, because: owner.because(piece) };
}
