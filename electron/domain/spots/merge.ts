/** What a break holds after it was filled: spots put in by hand stay, booked ones are the new; one that stays keeps its key. Pure. */
import type { ItemSpot } from '../../contract/records/rundown-item';
import type { Id } from '../../contract/scalars';
import type { PlacedSpot } from './types';

/** Booked spots come where the first booked one stood, else behind all others. `makeKey` is asked once for each new spot. */
export function mergedSpots(before: readonly ItemSpot[], placed: readonly PlacedSpot[], makeKey: () => Id): ItemSpot[] {
  const old = before.filter(({ bookingId }) => bookingId !== null);
  const booked = placed.map(({ bookingId, piece: { assetId } }): ItemSpot => {
    const at = old.findIndex((spot) => spot.bookingId === bookingId && spot.assetId === assetId);
    const [kept] = at < 0 ? [] : old.splice(at, 1);
    return kept ?? { key: makeKey(), assetId, bookingId };
  });
  const first = before.findIndex(({ bookingId }) => bookingId !== null);
  const head = first < 0 ? before : before.slice(0, first);
  const tail = first < 0 ? [] : before.slice(first).filter(({ bookingId }) => bookingId === null);
  return [...head, ...booked, ...tail];
}

/** Whether both play the same for the same bookings in the same order. */
export function isSame(a: readonly ItemSpot[], b: readonly ItemSpot[]): boolean {
  return (
    a.length === b.length &&
    a.every((spot, at) => spot.assetId === b[at]?.assetId && spot.bookingId === b[at]?.bookingId)
  );
}
