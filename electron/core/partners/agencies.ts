/** Handlers of `agenciesApi`. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { agenciesApi } from '../../contract/api/partners';
import { Failure } from '../../contract/failure';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { agencyPlaces } from '../../domain/references';
import { requireRecord, type Tx } from '../store';
import type { PartnersOptions } from './options';

export function createAgencies({ store, clock }: PartnersOptions): HandlersOf<typeof agenciesApi> {
  return {
    list: () => [...store.all('agency')],

    create: (fields, { actor }) =>
      store.commit({ command: 'agencies.create', actor, undoable: true }, (tx) => {
        checkName(tx, fields.name, null);
        const now = clock.now();
        return tx.put('agency', { id: newId(now), rev: 0, ...fields, createdAt: now });
      }),

    update: ({ id, rev, fields }, { actor }) =>
      store.commit({ command: 'agencies.update', actor, undoable: true }, (tx) => {
        const held = requireRecord(tx, 'agency', id);
        if (held.rev !== rev) throw new Failure('stale', { record: 'agency', name: held.name });
        checkName(tx, fields.name, id);
        return tx.put('agency', { ...held, ...fields });
      }),

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'agencies.remove', actor, undoable: true }, (tx) => {
        const { name } = requireRecord(tx, 'agency', id);
        const places = agencyPlaces(tx, id);
        if (places.length > 0) throw new Failure('inUse', { record: 'agency', name }, places);
        tx.remove('agency', id);
        return null;
      }),
  };
}

/** Two of one name could not be told apart where one is chosen. */
function checkName(tx: Tx, name: string, own: string | null): void {
  const same = (other: string) => other.toLocaleLowerCase('id') === name.toLocaleLowerCase('id');
  if (tx.all('agency').some((agency) => agency.id !== own && same(agency.name)))
    throw new Failure('invalidInput', { record: 'agency' }, [reason('agency.nameTaken', { name })]);
}
