/** Where the newest version is to air: what was approved and stands nowhere is seen by nobody. */
import type { PlacedVersion } from '../../contract/api/submissions';
import type { Booking } from '../../contract/records/booking';
import type { Submission } from '../../contract/records/submission';
import { isOnRadio } from '../../domain/spots/radio';
import { newest } from '../../domain/submission/workflow';
import { groupsByDisplay } from '../store';
import type { Room } from './room';

/** Bookings that are not over, the first to begin first, and whatever else airs it. Null: it is not approved. */
export function placedIn(room: Room, submission: Submission): PlacedVersion | null {
  const version = newest(submission);
  if (submission.state !== 'approved' || !version) return null;
  const uses = room.usesOf(version.assetId);
  const bookings = uses
    .flatMap(({ kind, id }) => (kind === 'booking' ? (room.store.get('booking', id) ?? []) : []))
    .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  const nameOf = namesIn(room);
  return {
    bookings: bookings.map((booking) => ({
      ...{ id: booking.id, name: booking.name, from: booking.from, to: booking.to, paused: booking.paused },
      ...{ radio: isOnRadio(booking), displays: nameOf(booking) },
    })),
    // A playlist that nothing plays airs nothing; those that are played are told by their bookings.
    others: uses.filter(({ kind }) => kind !== 'booking' && kind !== 'playlist'),
  };
}

/** Panels that a booking names, by themselves or by a group. */
function namesIn({ store }: Room) {
  const groupsOf = groupsByDisplay(store);
  const displays = store.all('display');
  return ({ where }: Booking): string[] =>
    displays
      .filter(({ id }) => where.displayIds.includes(id) || where.groupIds.some((group) => groupsOf(id).has(group)))
      .map(({ name }) => name)
      .sort();
}
