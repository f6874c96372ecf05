/** Filler where traffic leaves time: one item after another, begun anew with each block; the slate where there is none. */
import { type Reason, reason } from '../../contract/scalars';
import { type Material, mayAir } from '../material';
import { type Part, partOf } from '../sheet';
import type { Neighbours } from './separation';
import type { Ground } from './tape';

/** Says why filler is here; `key` tells reasons apart, so that equal ones share their clips. */
export interface StandInWhy {
  key: string;
  because(playlist: string): Reason;
}

export interface StandIn {
  /** Begins at the top again. */
  restart(): void;
  /** Shows one item from `at`, no longer than to `end`. @returns when it is over; null where none can be shown */
  one(at: number, end: number, why: StandInWhy, neighbours: Neighbours): number | null;
  /** Shows the slate. @returns `end` */
  slate(at: number, end: number): number;
}

/** @param materials those that may fill, best first; the first with anything to play is used */
export function createStandIn(materials: readonly Material[], sheet: Ground): StandIn {
  const used = materials.find(({ pieces }) => pieces.length > 0);
  const pieces = used?.pieces ?? [];
  /** By the key of the reason, then as the pieces stand. */
  const parts = new Map<string, (Part | undefined)[]>();
  let next = 0;
  const partFor = (index: number, why: StandInWhy): Part | null => {
    const piece = pieces[index];
    if (!piece) return null;
    const known = parts.get(why.key) ?? [];
    if (known.length === 0) parts.set(why.key, known);
    const because = () => why.because(used?.playlist ?? '');
    const part = known[index] ?? partOf(piece, { bookingId: null, because });
    known[index] = part;
    return part;
  };
  return {
    restart() {
      next = 0;
    },
    one(at, end, why, neighbours) {
      for (let step = 0; step < pieces.length; step++) {
        const index = (next + step) % pieces.length;
        const part = partFor(index, why);
        if (!part || !mayAir(part.piece, at, Math.min(at + part.ms, end)) || !neighbours.allows(part, at)) continue;
        next = (index + 1) % pieces.length;
        const ms = Math.min(part.ms, end - at);
        sheet.place(part, at, ms);
        neighbours.note(part, at);
        return at + ms;
      }
      return null;
    },
    slate(at, end) {
      sheet.placeSlate(at, end, reason('why.slate'));
      return end;
    },
  };
}
