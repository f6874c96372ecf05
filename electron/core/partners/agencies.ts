/** Handlers of `agenciesApi`. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { agenciesApi } from '../../contract/api/partners';
import { Failure } from '../../contract/failure';
import type { Agency, AgencyContact } from '../../contract/records/partner';
import { mayDo, type Role } from '../../contract/records/user';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { agencyPlaces } from '../../domain/references';
import { requireRecord, type Tx } from '../store';
import type { PartnersOptions } from './options';

export function createAgencies({ store, clock }: PartnersOptions): HandlersOf<typeof agenciesApi> {
  return {
    list: (_input, { role }) => store.all('agency').map((agency) => asSeenBy(role, agency)),

    create: (fields, { actor }) =>
      store.commit({ command: 'agencies.create', actor, undoable: true }, (tx) => {
        checkName(tx, fields.name, null);
        const now = clock.now();
        return tx.put('agency', { id: newId(now), rev: 0, ...fields, logoId: null, folder: null, createdAt: now });
      }),

    update: ({ id, rev, fields }, { actor }) =>
      store.commit({ command: 'agencies.update', actor, undoable: true }, (tx) => {
        const held = requireRecord(tx, 'agency', id);
        if (held.rev !== rev) throw new Failure('stale', { record: 'agency', name: held.name });
        checkName(tx, fields.name, id);
        return tx.put('agency', { ...held, ...fields });
      }),

    watch: ({ id, folder }, { actor }) =>
      store.commit({ command: 'agencies.watch', actor, undoable: true }, (tx) =>
        tx.put('agency', { ...requireRecord(tx, 'agency', id), folder }),
      ),

    dropLogo: ({ id }, { actor }) =>
      store.commit({ command: 'agencies.dropLogo', actor, undoable: true }, (tx) => {
        const agency = requireRecord(tx, 'agency', id);
        if (agency.logoId) tx.remove('paper', agency.logoId);
        return tx.put('agency', { ...agency, logoId: null });
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

/** Telephone numbers and addresses of people are for those who work with them (UU 27/2022). */
function asSeenBy(role: Role, agency: Agency): Agency {
  return mayDo(role, 'desk') ? agency : { ...agency, contacts: agency.contacts.map(masked), folder: null };
}

const masked = (contact: AgencyContact): AgencyContact => ({ ...contact, phone: '', email: '' });

/** Two of one name could not be told apart where one is chosen. */
function checkName(tx: Tx, name: string, own: string | null): void {
  const same = (other: string) => other.toLocaleLowerCase('id') === name.toLocaleLowerCase('id');
  if (tx.all('agency').some((agency) => agency.id !== own && same(agency.name)))
    throw new Failure('invalidInput', { record: 'agency' }, [reason('agency.nameTaken', { name })]);
}
