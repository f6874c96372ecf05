/** The bookings of one display as compile sees them: their windows and their material. */
import { type Booking, WHOLE_DAY } from '../contract/records/booking';
import type { Display, Profile } from '../contract/records/display';
import type { LoopPolicy } from '../contract/records/loop-policy';
import type { Agreement } from '../contract/records/partner';
import type { Settings } from '../contract/records/settings';
import { type Reason, reason, type Zone } from '../contract/scalars';
import { lastDayOf } from './agreement';
import type { Law } from './judge/types';
import { type Lookup, type Material, type Materials, materialsOf, type Piece, type Sources } from './material';
import { type Window, windowsNear, zoneFor } from './occurrences';
import { profileKey } from './profile';
import { type Part, partOf } from './sheet';
import type { Steps } from './steps';
import { toInstant } from './time';
import { type Hand, handOf } from './turns';

export interface CompileInput extends Sources {
  display: Pick<Display, 'id' | 'zone' | 'fillerPlaylistId'> & { profile: Profile };
  /** Groups this display is in. */
  groupIds: readonly string[];
  station: Pick<Settings, 'zone' | 'stillMs' | 'fillerPlaylistId'>;
  /** The policy its loop goes by; null where it has none. */
  policy: LoopPolicy | null;
  agreements: Lookup<Agreement>;
  /** In any order; those of other displays are passed over. */
  bookings: readonly Booking[];
  /** Absent: what may air is not asked, as where a length alone is wanted. */
  law?: Law | undefined;
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
  /** Those that would play in the interval, were their agreement to hold then; in the same order. */
  lapsed: Booking[];
  materials: Materials;
}

/** Bookings read between two pauses: half a millisecond's work. */
const STEP = 64;

export function* openBooks(input: CompileInput): Steps<Books> {
  const { stillMs, zone: stationZone } = input.station;
  const wanted = { profileKey: profileKey(input.display.profile), stillMs, zone: stationZone, law: input.law };
  const books: Books = { bills: [], paused: [], lapsed: [], materials: materialsOf(input, wanted) };
  for (const [index, booking] of bookingsOn(input).entries()) {
    if (index % STEP === STEP - 1) yield;
    const near = windowsOf(input, booking);
    const windows = asAgreed(input, booking, near);
    const plays = playsIn(windows, input.from, input.until);
    if (!booking.paused) books.bills.push(billOf(booking, windows, books.materials));
    else if (plays) books.paused.push(booking);
    if (!plays && !booking.paused && playsIn(near, input.from, input.until)) books.lapsed.push(booking);
  }
  return books;
}

/** What the windows of a booking depend on; `display` says on whose clock it may be read. */
export interface WindowInput extends Pick<CompileInput, 'agreements' | 'from' | 'until'> {
  display: { zone: Zone };
  station: { zone: Zone };
}

/** When it plays, as far as its agreement holds. */
export const windowsUnder = (input: WindowInput, booking: Booking): Window[] =>
  asAgreed(input, booking, windowsOf(input, booking));

/** When it plays, were its agreement to hold. */
function windowsOf({ station, display, from, until }: WindowInput, booking: Booking): Window[] {
  const zone = zoneFor(booking, station.zone, display.zone);
  // An exact time is kept whatever the daypart says.
  const times = booking.how.kind === 'exact' ? { ...booking, dayparts: WHOLE_DAY } : booking;
  return windowsNear(times, zone, from, until);
}

/** From the first to the last day of its agreement, on the station's clock. */
function asAgreed({ station, agreements }: WindowInput, { agreementId }: Booking, windows: Window[]): Window[] {
  if (agreementId === null) return windows;
  const agreement = agreements.get(agreementId);
  if (!agreement) return [];
  const from = toInstant(agreement.from, '00:00:00', station.zone);
  const until = toInstant(lastDayOf(agreement), '24:00:00', station.zone);
  return windows
    .map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, until) }))
    .filter(({ start, end }) => start < end);
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
  const because = ({ position }: Piece) => whyOf(booking, playlist, position, count);
  const owner = { bookingId: booking.id, because };
  return pieces.map((piece) => partOf(piece, owner));
}

function whyOf({ name: booking, how }: Booking, playlist: string | null, position: number, count: number): Reason {
  const list: Record<string, string | number> = playlist === null ? {} : { playlist, position, count };
  switch (how.kind) {
    case 'rotation':
      return playlist === null ? reason('why.bookingAsset', { booking }) : reason('why.booking', { booking, ...list });
    case 'slot':
      return reason('why.slot', { booking, slot: how.slot, every: how.every, ...list });
    case 'share':
      return reason('why.share', { booking, percent: how.percent, ...list });
    case 'frequency':
      return reason(how.per === 'hour' ? 'why.perHour' : 'why.perDay', { booking, plays: how.plays, ...list });
    case 'exact':
      return reason('why.exact', { booking, ...list });
    default:
      return how satisfies never;
  }
}

/** Whether a booking plays at any moment of [from, until). */
export function playsIn(windows: readonly Window[], from: number, until: number): boolean {
  return windows.some((window) => window.end > from && window.start < until);
}
