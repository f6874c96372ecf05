/** An answer leaves one of its places. Read `takeOff` first. */
import type { Caller } from '../../contract/api/handlers';
import type { HoaxPlaceRef } from '../../contract/api/hoaxes';
import { Failure } from '../../contract/failure';
import type { HoaxCase } from '../../contract/records/hoax-case';
import { mayDo } from '../../contract/records/user';
import { type Id, reason } from '../../contract/scalars';
import { type Clock, requireRecord, type Store, type Tx } from '../store';
import { hasAired, wasReadOut } from './answered';
import { cardAssetOf, ownIn } from './bookings';
import { isSomewhere, placesOf } from './places';
import { checkRundown, type ReadOutNeed, readOutIn } from './read-out';

export interface TakeOffNeed extends ReadOutNeed {
  store: Store;
  clock: Clock;
}

interface Leaving {
  place: HoaxPlaceRef;
  caller: Caller;
}

/**
 * With the last place, where nobody has seen or heard any of it, it is as if it had never been published: ready, and its clock goes on. What
 * has aired was answered when it could air, and stays so.
 * @throws Failure notAllowed, notFound, refused
 */
export function takeOff(need: TakeOffNeed, tx: Tx, one: HoaxCase, { place, caller }: Leaving): HoaxCase {
  const { store, clock } = need;
  const ground = { reader: tx, log: store };
  leave(need, tx, one, { place, caller });
  const left = {
    ...one,
    playlistIds: one.playlistIds.filter((id) => place.kind !== 'playlist' || id !== place.id),
    rundownIds: one.rundownIds.filter((id) => place.kind !== 'rundown' || id !== place.id),
    bookingIds: ownIn(tx, one),
  };
  const again = !isSomewhere(placesOf(tx, left, clock.now())) && one.state === 'published' && !hasAired(ground, one);
  return tx.put('hoaxCase', again ? { ...left, state: 'clarified', publishedAt: null } : left);
}

function leave(need: TakeOffNeed, tx: Tx, one: HoaxCase, { place, caller: { actor, role } }: Leaving): void {
  switch (place.kind) {
    case 'playlist': {
      const playlist = requireRecord(tx, 'playlist', place.id);
      const assetId = cardAssetOf(tx, one);
      const items = playlist.items.filter((item) => item.assetId !== assetId);
      return void tx.put('playlist', { ...playlist, items, updatedAt: need.clock.now() });
    }
    case 'rundown': {
      checkRundown(tx, place.id, role);
      const id = readOutIn(place.id, one);
      const { name } = requireRecord(tx, 'rundown', place.id);
      // Its log tells of it: what was read stays written.
      if (wasReadOut({ reader: tx, log: need.store }, { id: one.id, rundownIds: [place.id] }))
        throw new Failure('refused', {}, [reason('rundown.wasOnAir', { name })]);
      return need.rundowns.editIn(tx, { id: place.id, changes: [{ type: 'remove', id }], by: actor.name });
    }
    case 'display':
    case 'group':
    case 'radio':
      if (!mayDo(role, 'schedule')) throw new Failure('notAllowed', { needs: 'schedule' });
      return leaveBooking(tx, one, place);
    default:
      return place satisfies never;
  }
}

type Booked = Extract<HoaxPlaceRef, { bookingId: Id }>;

/** A booking without a place is none. What somebody else booked may be there for more than this answer. */
function leaveBooking(tx: Tx, one: HoaxCase, { id, bookingId }: Booked): void {
  const booking = requireRecord(tx, 'booking', bookingId);
  const { name, what, where } = booking;
  const own = [cardAssetOf(tx, one), one.spokenId];
  if (what.kind !== 'asset' || !own.includes(what.assetId)) throw new Failure('notFound', { record: 'booking' });
  if (!one.bookingIds.includes(bookingId)) throw new Failure('refused', {}, [reason('hoax.othersBooking', { name })]);
  const not = (each: Id) => each !== id;
  const left = { displayIds: where.displayIds.filter(not), groupIds: where.groupIds.filter(not) };
  if (left.displayIds.length + left.groupIds.length === 0) tx.remove('booking', bookingId);
  else tx.put('booking', { ...booking, where: left });
}
