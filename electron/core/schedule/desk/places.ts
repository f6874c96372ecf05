import type { SilentPart } from '../../../contract/api/planner';
import type { Reason } from '../../../contract/scalars';
import type { Silent } from '../../../domain/day-sum';

/** Where an owner stands in `owners`, the table that grows with each day that is answered; at its end when it is new. */
export function placeIn(owners: string[], owner: string): number {
  const known = owners.indexOf(owner);
  return known >= 0 ? known : owners.push(owner) - 1;
}

/** Into the tables of an answer; many bookings share a reason but for their own name in it. */
export function silentIn(silent: readonly Silent[], owners: string[], reasons: Reason[]): SilentPart[] {
  return silent.map(({ bookingId, because }) => {
    const same = JSON.stringify(because);
    const known = reasons.findIndex((each) => JSON.stringify(each) === same);
    return [placeIn(owners, bookingId), known >= 0 ? known : reasons.push(because) - 1];
  });
}
