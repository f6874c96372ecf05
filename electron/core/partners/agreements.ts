/** Handlers of `agreementsApi`. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { agreementsApi } from '../../contract/api/partners';
import { Failure } from '../../contract/failure';
import type { Agreement, AgreementFields } from '../../contract/records/partner';
import { type LocalDate, type Reason, reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { lastDayOf, prolongedBy } from '../../domain/agreement';
import { isOver } from '../../domain/period';
import { dayAt, type Reader, requireRecord, type Tx } from '../store';
import type { PartnersOptions } from './options';
import { usageOf } from './usage';

export function createAgreements({ store, clock }: PartnersOptions): HandlersOf<typeof agreementsApi> {
  return {
    list: () => [...store.all('agreement')],

    create: (fields, { actor }) =>
      store.commit({ command: 'agreements.create', actor, undoable: true }, (tx) => {
        check(tx, fields, null);
        const now = clock.now();
        return tx.put('agreement', { id: newId(now), rev: 0, ...fields, fileId: null, overrides: [], createdAt: now });
      }),

    update: ({ id, rev, fields }, { actor }) => {
      // What was made shorter is not made longer again by taking that back, once it is over.
      const undoable = store.get('agreement', id)?.to === fields.to;
      return store.commit({ command: 'agreements.update', actor, undoable }, (tx) => {
        const held = requireRecord(tx, 'agreement', id);
        if (held.rev !== rev) throw new Failure('stale', { record: 'agreement', name: held.number });
        check(tx, fields, id);
        refuseProlonged(held, fields, dayAt(tx, clock.now()));
        return tx.put('agreement', { ...held, ...fields });
      });
    },

    // Not undoable: what was let air, and why, stays on the agreement.
    override: ({ id, rev, until, reason: why }, { actor, role }) =>
      store.commit({ command: 'agreements.override', actor }, (tx) => {
        const held = requireRecord(tx, 'agreement', id);
        const { number } = held;
        if (held.rev !== rev) throw new Failure('stale', { record: 'agreement', name: number });
        if (until <= lastDayOf(held))
          throw new Failure('invalidInput', { record: 'agreement' }, [
            reason('agreement.notLater', { number, to: lastDayOf(held) }),
          ]);
        const by = { id: actor.id, name: actor.name, role };
        const override = { until, reason: why, by, at: clock.now() };
        return tx.put('agreement', { ...held, overrides: [...held.overrides, override] });
      }),

    usage: ({ id, month }) => usageOf({ store }, id, month),

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'agreements.remove', actor, undoable: true }, (tx) => {
        const { number } = requireRecord(tx, 'agreement', id);
        const places = agreementUses(tx, id, clock.now());
        if (places.length > 0) throw new Failure('inUse', { record: 'agreement', name: number }, places);
        tx.remove('agreement', id);
        return null;
      }),
  };
}

function check(tx: Tx, { agencyId, number, lent }: AgreementFields, own: string | null): void {
  const taken = tx.all('agreement').some((other) => other.id !== own && other.number === number);
  const unknown = lent.displayIds.some((id) => !tx.get('display', id));
  const reasons = [
    ...(unknown ? [reason('booking.noDisplay')] : []),
    ...(lent.groupIds.some((id) => !tx.get('displayGroup', id)) ? [reason('booking.noGroup')] : []),
    ...(tx.get('agency', agencyId) ? [] : [reason('agreement.noAgency')]),
    ...(taken ? [reason('agreement.numberTaken', { number })] : []),
  ];
  if (reasons.length > 0) throw new Failure('invalidInput', { record: 'agreement' }, reasons);
}

/**
 * What has begun ends on the day that was agreed: let air on it is by the head of office alone, with a reason (`override`).
 * @throws Failure refused
 */
function refuseProlonged(held: Agreement, { from, to }: AgreementFields, today: LocalDate): void {
  const reasons = prolongedBy(held, { from, to }, today);
  if (reasons.length > 0) throw new Failure('refused', { record: 'agreement', name: held.number }, reasons);
}

/** Bookings under it that are not over: without it they would not air. */
function agreementUses(reader: Reader, agreementId: string, now: number): Reason[] {
  const under = reader.all('booking').filter((booking) => booking.agreementId === agreementId && !isOver(booking, now));
  return under.map(({ name }) => reason('where.booking', { name }));
}
