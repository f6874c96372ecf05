/** The bookings of one display as compile sees them: their windows, their material, and the stretches between their edges. */
import type { Booking } from '../contract/records/booking';
import type { Display, Profile } from '../contract/records/display';
import type { Settings } from '../contract/records/settings';
import { reason } from '../contract/scalars';
import { type Material, materialOf, type Piece, type Sources, type Wanted } from './material';
import { type Window, windowsNear, zoneFor } from './occurrences';
import { profileKey } from './profile';
import { type Part, partOf } from './sheet';
import { type Hand, handOf } from './turns';

export interface CompileInput extends Sources {
  display: Pick<Display, 'id' | 'zone' | 'fillerPlaylistId'> & { profile: Profile };
  /** Groups this display is in. */
  groupIds: readonly string[];
  station: Pick<Settings, 'zone' | 'stillMs' | 'fillerPlaylistId'>;
  /** In any order; those of other displays are passed over. */
  bookings: readonly Booking[];
  /** Epoch ms, `from` before `until`. */
  from: number;
  until: number;
}

export interface Bill {
  booking: Booking;
  /** Those in the interval and the nearest on either side. */
  windows: Window[];
  /** Resolved when first asked. */
  material(): Material;
  hand(): Hand<Part>;
  /** The longest stretch it was given, ms. */
  longestMs: number;
}

export function wantedOf(input: CompileInput): Wanted {
  return { profileKey: profileKey(input.display.profile), stillMs: input.station.stillMs };
}

/** Bookings on this display, paused or not, in the order in which they take their turns: oldest first. */
export function bookingsOn(input: CompileInput): Booking[] {
  const { id } = input.display;
  const here = input.bookings.filter(
    ({ where }) => where.displayIds.includes(id) || where.groupIds.some((group) => input.groupIds.includes(group)),
  );
  return here.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

export function billOf(booking: Booking, input: CompileInput, wanted: Wanted): Bill {
  const zone = zoneFor(booking, input.station.zone, input.display.zone);
  let material: Material | undefined;
  let hand: Hand<Part> | undefined;
  const bill: Bill = {
    booking,
    windows: windowsNear(booking, zone, input.from, input.until),
    material: () => (material ??= materialOf(booking.what, input, wanted)),
    hand: () => (hand ??= handOf(partsOf(booking, bill.material()))),
    longestMs: 0,
  };
  return bill;
}

function partsOf(booking: Booking, { playlist, count, pieces }: Material): Part[] {
  const because = ({ position }: Piece) =>
    playlist === null
      ? reason('why.bookingAsset', { booking: booking.name })
      : reason('why.booking', { booking: booking.name, playlist, position, count });
  const owner = { bookingId: booking.id, because };
  return pieces.map((piece) => partOf(piece, owner));
}

/** Whether a booking plays at any moment of [from, until). */
export function playsIn(windows: readonly Window[], from: number, until: number): boolean {
  return windows.some((window) => window.end > from && window.start < until);
}

/** A time between two edges with nothing but the same bookings active. */
export interface Stretch {
  /** Its true start, also when that lies before the interval; 0 when nothing was ever booked before. */
  start: number;
  /** Its true end; infinite when nothing is booked after. */
  end: number;
  active: Bill[];
}

/** The stretches that cover [from, until), in order. Edges are the starts and ends of windows. */
export function stretchesOf(bills: readonly Bill[], from: number, until: number): Stretch[] {
  const cursors = new Array<number>(bills.length).fill(0);
  const activeAt = (instant: number) => bills.filter((bill, index) => covers(bill.windows, cursors, index, instant));
  const [first = 0, ...edges] = edgesAround(bills, from, until);
  let start = Math.max(first, 0);
  return edges.map((end) => {
    const stretch = { start, end, active: activeAt(start) };
    start = end;
    return stretch;
  });
}

/**
 * The edges inside (from, until), in order, each once, between the last edge up to `from` (-Infinity without one) and
 * the first from `until` on (Infinity without one).
 */
export function edgesAround(bills: readonly Pick<Bill, 'windows'>[], from: number, until: number): number[] {
  let before = Number.NEGATIVE_INFINITY;
  let after = Number.POSITIVE_INFINITY;
  const inside = new Set<number>();
  const take = (edge: number) => {
    if (edge <= from) before = Math.max(before, edge);
    else if (edge >= until) after = Math.min(after, edge);
    else inside.add(edge);
  };
  for (const { windows } of bills) {
    for (const { start, end } of windows) {
      take(start);
      take(end);
    }
  }
  return [before, ...[...inside].sort((a, b) => a - b), after];
}

/** Asked with instants in order only: the cursor of each bill walks its windows once. */
function covers(windows: readonly Window[], cursors: number[], index: number, instant: number): boolean {
  let at = cursors[index] ?? 0;
  let window = windows[at];
  while (window && window.end <= instant) {
    at += 1;
    window = windows[at];
  }
  cursors[index] = at;
  return window !== undefined && window.start <= instant;
}
