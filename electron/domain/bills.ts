/** The bookings of one display as compile sees them: their windows and their material. */
import type { Booking } from '../contract/records/booking';
import type { Display, Profile } from '../contract/records/display';
import type { Settings } from '../contract/records/settings';
import { reason } from '../contract/scalars';
import { type Material, type Materials, materialsOf, type Piece, type Sources } from './material';
import { type Window, windowsNear, zoneFor } from './occurrences';
import { profileKey } from './profile';
import { type Part, partOf } from './sheet';
import type { Steps } from './steps';
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

/** What a compile works on, read once from its input. */
export interface Books {
  /** Bookings that play on this display, in the order in which they take their turns: oldest first. */
  bills: Bill[];
  /** Those that would play in the interval, were they not paused; in the same order. */
  paused: Booking[];
  materials: Materials;
}

/** Bookings read between two pauses: half a millisecond's work. */
const STEP = 64;

export function* openBooks(input: CompileInput): Steps<Books> {
  const wanted = { profileKey: profileKey(input.display.profile), stillMs: input.station.stillMs };
  const books: Books = { bills: [], paused: [], materials: materialsOf(input, wanted) };
  for (const [index, booking] of bookingsOn(input).entries()) {
    if (index % STEP === STEP - 1) yield;
    const zone = zoneFor(booking, input.station.zone, input.display.zone);
    const windows = windowsNear(booking, zone, input.from, input.until);
    if (!booking.paused) books.bills.push(billOf(booking, windows, books.materials));
    else if (playsIn(windows, input.from, input.until)) books.paused.push(booking);
  }
  return books;
}

function bookingsOn({ display: { id }, groupIds, bookings }: CompileInput): Booking[] {
  const here = bookings.filter(
    ({ where }) => where.displayIds.includes(id) || where.groupIds.some((group) => groupIds.includes(group)),
  );
  return here.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

function billOf(booking: Booking, windows: Window[], materials: Materials): Bill {
  let material: Material | undefined;
  let hand: Hand<Part> | undefined;
  const bill: Bill = {
    booking,
    windows,
    material: () => (material ??= materials(booking.what)),
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
