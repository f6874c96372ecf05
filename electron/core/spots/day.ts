/** The breaks and the bookings of one radio day, as `domain/spots` asks for them. */
import type { Booking } from '../../contract/records/booking';
import type { Rundown } from '../../contract/records/rundown';
import type { ItemKind, ItemSpot, RundownItem } from '../../contract/records/rundown-item';
import type { Id } from '../../contract/scalars';
import { windowsUnder } from '../../domain/bills';
import { dateOf } from '../../domain/calendar';
import type { CartWanted } from '../../domain/cart-material';
import { type Plan, planOf } from '../../domain/rundown/plan';
import { pieceFinder, spotMaterial } from '../../domain/spots/pieces';
import { onRadio } from '../../domain/spots/radio';
import type { Claimant, PlacedSpot, SpotBreak, SpotLaw, SpotPiece } from '../../domain/spots/types';
import type { Steps } from '../../domain/steps';
import { daySpan, localDay } from '../../domain/time';
import { BREAKS, contextOf, matterIn, othersPart } from '../rules/book';
import { lookups, newestBroadcast, type Reader, type Store, settingsOf, stepsOf } from '../store';

export interface DayNeed {
  store: Pick<Store, keyof Reader | 'rundownParts'>;
  /** Of a rundown, as last committed. */
  items(rundownId: Id): readonly RundownItem[];
}

export interface SpotDay {
  breaks: SpotBreak[];
  claimants: Claimant[];
  law: SpotLaw;
}

/** A spot as it stands in a rundown, with when it ought to begin. */
export interface StandingSpot {
  rundownId: Id;
  itemId: RundownItem['id'];
  spot: ItemSpot;
  piece: SpotPiece | null;
  /** As planned, epoch ms. */
  start: number;
}

/**
 * All that begins on these days of the station's clock, both included. The breaks of every broadcast to come are open, so that whichever
 * rundown is filled first, each gets what is its own.
 */
export function* radioDay(
  need: DayNeed,
  days: { first: number; last: number },
  bookings: readonly Booking[] = onRadio(need.store.all('booking')),
): Steps<SpotDay> {
  const { store } = need;
  const law = lawOf(store, bookings);
  const pieceOf = pieces(store);
  const breaks: SpotBreak[] = [];
  for (const rundown of rundownsNear(store, days)) {
    const all = breaksOf(need, rundown, pieceOf);
    breaks.push(...all.filter(({ start }) => isWithin(localDay(start, law.zone), days)));
    yield;
  }
  return { breaks, claimants: yield* claimantsOf(store, bookings, days), law };
}

const isWithin = (day: number, { first, last }: { first: number; last: number }) => first <= day && day <= last;

/** One that began the evening before may reach into the first day; on another clock its day may differ by one. */
export function rundownsNear(store: Pick<Reader, 'all'>, { first, last }: { first: number; last: number }): Rundown[] {
  const [from, to] = [dateOf(first - 2), dateOf(last + 1)];
  return store.all('rundown').filter(({ date }) => from <= date && date <= to);
}

type PieceOf = (assetId: Id) => SpotPiece | null;

export const finderOf = (store: Pick<Reader, 'get' | 'all'>) =>
  pieceFinder({ get: (id) => store.get('asset', id) }, wantedOf(store), (asset, ms) => matterIn(store, asset, ms));

/** Null for what cannot be played. */
export function pieces(store: Pick<Reader, 'get' | 'all'>): PieceOf {
  const find = finderOf(store);
  return (assetId) => {
    const found = find(assetId);
    return 'because' in found ? null : found;
  };
}

/** @param bookings of the radio, as they are or would be */
export function lawOf(
  store: Pick<Reader, 'get' | 'all' | 'find'>,
  bookings: readonly Booking[] = onRadio(store.all('booking')),
): SpotLaw {
  const { zone, spots } = settingsOf(store);
  return {
    zone,
    separation: spots.separation,
    judged: { place: BREAKS, context: { ...contextOf(store), ...together(store, bookings) } },
  };
}

function together(store: Pick<Reader, 'get' | 'all' | 'find'>, bookings: readonly Booking[]) {
  const used = othersPart(store, { place: BREAKS, bookings });
  return used ? { used } : {};
}

function wantedOf(store: Pick<Reader, 'get'>): CartWanted {
  const { audioLoudnessLufs: loudnessLufs, zone } = settingsOf(store);
  return { loudnessLufs, zone, at: 0 };
}

/** Kinds whose spots are advertising or announcements; jingles and music are neither. */
export const ADVERTISES: ReadonlySet<ItemKind> = new Set<ItemKind>(['spotBreak', 'ilm']);

/** Spot breaks, and items for announcements, which count with them and are never filled. */
function breaksOf(need: DayNeed, rundown: Rundown, pieceOf: PieceOf): SpotBreak[] {
  const over = overIn(need, rundown.id);
  return planOf(rundown, need.items(rundown.id)).running.flatMap(({ item, start, ms }): SpotBreak[] => {
    if (start === null || !ADVERTISES.has(item.kind)) return [];
    const known = item.spots.flatMap((spot) => {
      const piece = pieceOf(spot.assetId);
      return piece ? [{ spot, piece }] : [];
    });
    const first = known.findIndex(({ spot }) => spot.bookingId !== null);
    const head = first < 0 ? known : known.slice(0, first);
    const byHand = head.map(({ piece }) => piece);
    const behind = known.slice(head.length).flatMap(({ spot, piece }) => (spot.bookingId === null ? [piece] : []));
    const booked = known.flatMap(({ spot, piece }): PlacedSpot[] =>
      spot.bookingId === null ? [] : [{ bookingId: spot.bookingId, piece }],
    );
    const open = item.kind === 'spotBreak' && over !== null && !over.has(item.id);
    return [{ itemId: item.id, start, ms, byHand, behind, booked, open }];
  });
}

/** Items that have been or are on air; null where the broadcast is over. */
export function overIn({ store }: Pick<DayNeed, 'store'>, rundownId: Id): ReadonlySet<string> | null {
  const show = newestBroadcast(store, rundownId);
  if (!show) return new Set();
  if (show.state !== 'onAir') return null;
  return new Set(stepsOf(store, show).map(({ itemId }) => itemId));
}

/** When each booking may air on these days; those that never may are left out. */
export function bookedOn(
  store: Pick<Reader, 'get' | 'find'>,
  bookings: readonly Booking[],
  { first, last }: { first: number; last: number },
): Pick<Claimant, 'booking' | 'windows'>[] {
  const { zone } = settingsOf(store);
  const span = { from: daySpan(first, zone).from, until: daySpan(last, zone).until };
  const input = { ...span, display: { zone }, station: { zone }, agreements: lookups(store).agreements };
  return bookings.flatMap((booking) => {
    const windows = windowsUnder(input, booking).filter(({ start, end }) => end > span.from && start < span.until);
    return windows.length === 0 ? [] : [{ booking, windows }];
  });
}

function* claimantsOf(
  store: DayNeed['store'],
  bookings: readonly Booking[],
  days: { first: number; last: number },
): Steps<Claimant[]> {
  const sources = lookups(store);
  const pieceOf = finderOf(store);
  const claimants: Claimant[] = [];
  for (const booking of bookings) {
    const [booked] = bookedOn(store, [booking], days);
    if (booked) claimants.push({ ...booked, ...spotMaterial(booking.what, sources, pieceOf) });
    yield;
  }
  return claimants;
}

/** Every spot of its breaks and announcements in their order, each with its planned start. */
export function standingIn(need: DayNeed, rundown: Rundown, pieceOf: PieceOf): StandingSpot[] {
  return planOf(rundown, need.items(rundown.id)).running.flatMap(({ item, start }) => {
    if (start === null || !ADVERTISES.has(item.kind)) return [];
    let at = start;
    return item.spots.map((spot): StandingSpot => {
      const piece = pieceOf(spot.assetId);
      const standing = { rundownId: rundown.id, itemId: item.id, spot, piece, start: at };
      at += piece?.ms ?? 0;
      return standing;
    });
  });
}

/** The days of the station's clock on which its items begin. */
export function daysOfPlan(
  store: Pick<Reader, 'get'>,
  { start, end }: Pick<Plan, 'start' | 'end'>,
): { first: number; last: number } {
  const { zone } = settingsOf(store);
  return { first: localDay(start, zone), last: Math.max(localDay(start, zone), localDay(end, zone)) };
}
