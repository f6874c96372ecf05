/** How slots lie on one line. Pure; seconds on the line, whose zero is the station instant `zeroAt`. */
import type { Slot } from '../player/slot';
import type { Piece } from './lane';

/** A remainder shorter than this at the end of an entry is the rounding of its file's length. */
const ROUNDING_S = 0.06;
/** A line is left for a fresh one after this long: times stay small, and a media element does not live for months. */
export const LINE_MS = 60 * 60_000;
/** What is nearer than this has already been taken up by the decoders. */
const TAKEN_UP_S = 1.5;

/** The showings of its file that fill a slot: one, or several where the entry is longer than the file. */
export function piecesOf(slot: Slot, zeroAt: number, from: number): Piece[] {
  if (slot.shows.kind !== 'video') return [];
  const lengthS = Math.max(0.1, slot.shows.durationMs / 1000);
  const [start, end] = [(slot.start - zeroAt) / 1000, (slot.end - zeroAt) / 1000];
  const pieces: Piece[] = [];
  for (let zero = start; end - zero > ROUNDING_S || pieces.length === 0; zero += lengthS) {
    const last = end - (zero + lengthS) <= ROUNDING_S;
    const to = last ? end : zero + lengthS;
    if (to > from) pieces.push({ slot, zero, from: Math.max(zero, from), to });
    if (last) break;
  }
  return pieces;
}

/** The first slots of `plan` that one line can show, from `plan[0]` on. */
export function lineOf(plan: readonly Slot[], zeroAt: number, sound: (slot: Slot) => boolean): Slot[] {
  const line: Slot[] = [];
  for (const slot of plan) {
    const before = line.at(-1);
    if (slot.shows.kind !== 'video') break;
    if (before && (slot.start !== before.end || sound(slot) !== sound(before))) break;
    if (before && slot.end - zeroAt > LINE_MS) break;
    line.push(slot);
  }
  return line;
}

/**
 * How a line changes from `old` to `wanted`: keep the first `keep` slots, take away from `cutAt` (seconds; null when
 * nothing laid is wrong). Null when what must change is too near or already over: then another line must come.
 */
export function change(
  old: readonly Slot[],
  wanted: readonly Slot[],
  zeroAt: number,
  playheadS: number,
): { keep: number; cutAt: number | null } | null {
  let keep = 0;
  while (keep < old.length && sameShowing(old[keep], wanted[keep])) keep++;
  const wrong = old[keep];
  if (!wrong) return { keep, cutAt: null };
  const cutAt = (wrong.start - zeroAt) / 1000;
  return keep > 0 && cutAt - playheadS > TAKEN_UP_S ? { keep, cutAt } : null;
}

function sameShowing(a: Slot | undefined, b: Slot | undefined): boolean {
  return a !== undefined && b !== undefined && a.id === b.id && a.end === b.end;
}
