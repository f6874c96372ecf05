/** Handlers of `guestsApi`, and the forgetting of contact data whose time is over. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { GuestView, guestsApi } from '../../contract/api/programmes';
import { Failure } from '../../contract/failure';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { Guest } from '../../contract/records/guest';
import { mayDo, type Role } from '../../contract/records/user';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { type Clock, dayAt, newestBroadcast, requireRecord, requireRev, type Store } from '../store';

export interface GuestsNeed {
  store: Store;
  clock: Clock;
}

/** Undo would bring back what a person asked to have forgotten, so none of these can be taken back. */
export function guestHandlers({ store, clock }: GuestsNeed): HandlersOf<typeof guestsApi> {
  return {
    list: (_input, { role }) => store.all('guest').map((guest) => viewOf(guest, role)),

    create: async (fields, { actor, role }) =>
      viewOf(
        await store.commit({ command: 'guests.create', actor }, (tx) => {
          const now = clock.now();
          return tx.put('guest', { id: newId(now), rev: 0, ...fields, createdAt: now });
        }),
        role,
      ),

    update: async ({ id, rev, fields }, { actor, role }) =>
      viewOf(
        await store.commit({ command: 'guests.update', actor }, (tx) =>
          tx.put('guest', { ...requireRev(tx, 'guest', id, rev), ...fields }),
        ),
        role,
      ),

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'guests.remove', actor }, (tx) => {
        const { name } = requireRecord(tx, 'guest', id);
        const uses = tx
          .all('rundown')
          .filter(({ guests }) => guests.some(({ guestId }) => guestId === id))
          .filter((rundown) => newestBroadcast(store, rundown.id) === null);
        if (uses.length > 0) {
          const places = uses
            .slice(0, 20)
            .map((rundown) => reason('where.rundown', { name: `${rundown.name}, ${rundown.date}` }));
          throw new Failure('inUse', { record: 'guest', name }, places);
        }
        tx.remove('guest', id);
        return null;
      }),
  };
}

/** Those whose contact data is past its day lose it; the history never has it. Answers how many. */
export async function forgetGuests({ store, clock }: GuestsNeed): Promise<number> {
  const today = dayAt(store, clock.now());
  const due = store.all('guest').filter((guest) => isDue(guest, today));
  if (due.length === 0) return 0;
  await store.commit({ command: 'guests.forget', actor: STATION_ACTOR }, (tx) => {
    for (const guest of due) tx.put('guest', { ...guest, phone: '', email: '', notes: '' });
  });
  return due.length;
}

function isDue({ keepUntil, phone, email, notes }: Guest, today: string): boolean {
  return keepUntil !== null && keepUntil < today && `${phone}${email}${notes}` !== '';
}

function viewOf({ phone, email, notes, ...seen }: Guest, role: Role): GuestView {
  return { ...seen, contact: mayDo(role, 'rundown') ? { phone, email, notes } : null };
}
