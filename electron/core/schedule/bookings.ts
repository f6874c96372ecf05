/** Handlers of `bookingsApi`: what plays where and when. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { bookingsApi } from '../../contract/api/schedule';
import { Failure } from '../../contract/failure';
import type { Booking, BookingDraft } from '../../contract/records/booking';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { type Clock, requireRecord, type Store, type Tx } from '../store';
import { type Asked, checkDraft } from './check-draft';

export function createBookings(store: Store, clock: Clock): HandlersOf<typeof bookingsApi> {
  const make = (tx: Tx, draft: BookingDraft, by: string) => makeBooking(tx, draft, { by, now: clock.now() });
  return {
    list: () => [...store.all('booking')],

    create: (draft, { actor }) =>
      store.commit({ command: 'bookings.create', actor, undoable: true }, (tx) => make(tx, draft, actor.name)),

    update: ({ id, rev, draft }, { actor }) =>
      store.commit({ command: 'bookings.update', actor, undoable: true }, (tx) => {
        refuseStale(tx, [{ id, rev }]);
        return changeBooking(tx, id, draft);
      }),

    updateMany: ({ changed, made, removed }, { actor }) =>
      store.commit({ command: 'bookings.updateMany', actor, undoable: true }, (tx) => {
        refuseStale(tx, [...changed, ...removed]);
        for (const { id } of removed) tx.remove('booking', id);
        return [
          ...changed.map(({ id, draft }) => changeBooking(tx, id, draft)),
          ...made.map((draft) => make(tx, draft, actor.name)),
        ];
      }),

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'bookings.remove', actor, undoable: true }, (tx) => {
        tx.remove('booking', requireRecord(tx, 'booking', id).id);
        return null;
      }),
  };
}

/** Inside whichever commit it is part of. @throws Failure invalidInput, ruledOut */
export function makeBooking(
  tx: Tx,
  draft: BookingDraft,
  { by, now, ...asked }: Asked & { by: string; now: number },
): Booking {
  checkDraft(tx, draft, null, asked);
  return tx.put('booking', { id: newId(now), rev: 0, ...tidy(draft), createdAt: now, createdBy: by });
}

/** The same of one that is there. @throws Failure notFound, invalidInput, ruledOut */
export function changeBooking(tx: Tx, id: string, draft: BookingDraft, asked?: Asked): Booking {
  const held = requireRecord(tx, 'booking', id);
  checkDraft(tx, draft, held, asked);
  return tx.put('booking', { ...held, ...tidy(draft) });
}

/** Says of each that has changed which it is. */
function refuseStale(tx: Tx, edited: readonly { id: string; rev: number }[]): void {
  const stale = edited.filter(({ id, rev }) => requireRecord(tx, 'booking', id).rev !== rev);
  const names = stale.map(({ id }) => requireRecord(tx, 'booking', id).name);
  if (stale.length === 0) return;
  const details = names.map((booking) => reason('booking.changedMeanwhile', { booking }));
  throw new Failure('stale', { record: 'booking', name: names.join(', ') }, stale.length > 1 ? details : []);
}

/** Each day, display and group once. */
export function tidy(draft: BookingDraft): BookingDraft {
  const { displayIds, groupIds } = draft.where;
  const where = { displayIds: [...new Set(displayIds)], groupIds: [...new Set(groupIds)] };
  return { ...draft, where, weekdays: [...new Set(draft.weekdays)].sort((a, b) => a - b) };
}
