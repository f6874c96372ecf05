/** Handlers of `bookingsApi`: what plays where and when. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { bookingsApi } from '../../contract/api/schedule';
import { Failure } from '../../contract/failure';
import type { Booking, BookingDraft } from '../../contract/records/booking';
import { newId } from '../../contract/ulid';
import type { Clock, Store, Tx } from '../store';
import { checkDraft } from './check-draft';

export function createBookings(store: Store, clock: Clock): HandlersOf<typeof bookingsApi> {
  return {
    list: () => [...store.all('booking')],

    create: (draft, { actor }) =>
      store.commit({ command: 'bookings.create', actor, undoable: true }, (tx) => {
        checkDraft(tx, draft, null);
        const now = clock.now();
        return tx.put('booking', { id: newId(now), rev: 0, ...tidy(draft), createdAt: now, createdBy: actor.name });
      }),

    update: ({ id, rev, draft }, { actor }) =>
      store.commit({ command: 'bookings.update', actor, undoable: true }, (tx) => {
        const held = requireBooking(tx, id);
        if (held.rev !== rev) throw new Failure('stale', { record: 'booking', name: held.name });
        checkDraft(tx, draft, held);
        return tx.put('booking', { ...held, ...tidy(draft) });
      }),

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'bookings.remove', actor, undoable: true }, (tx) => {
        tx.remove('booking', requireBooking(tx, id).id);
        return null;
      }),
  };
}

export function requireBooking(tx: Tx, id: string): Booking {
  const booking = tx.get('booking', id);
  if (!booking) throw new Failure('notFound', { record: 'booking' });
  return booking;
}

/** Each day, display and group once. */
export function tidy(draft: BookingDraft): BookingDraft {
  const { displayIds, groupIds } = draft.where;
  const where = { displayIds: [...new Set(displayIds)], groupIds: [...new Set(groupIds)] };
  return { ...draft, where, weekdays: [...new Set(draft.weekdays)].sort((a, b) => a - b) };
}
