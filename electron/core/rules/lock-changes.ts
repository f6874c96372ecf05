/** Handlers of `lockChangesApi`: what the store refused to one person for a lock's sake is made when another confirms it. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { LockChangeView, lockChangesApi } from '../../contract/api/lock-changes';
import { needsOf } from '../../contract/api/needs';
import { Failure } from '../../contract/failure';
import type { RecordName } from '../../contract/records';
import type { LockChange } from '../../contract/records/lock-change';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { type Reader, replay, requireRecord } from '../store';
import { linesOf } from './change-lines';
import { checkAgain } from './check-again';
import type { RulesOptions } from './options';
import { refuseTooLarge } from './room-for';
import { askedBy, confirmed, confirmerAgainst, ended, notAProgram, refuse } from './two-people';

export function createLockChangeHandlers({ store, clock, checks }: RulesOptions): HandlersOf<typeof lockChangesApi> {
  return {
    list: (_, { actor }) =>
      [...store.all('lockChange')]
        .sort((a, b) => b.askedAt - a.askedAt)
        .map((change) => ({
          ...viewOf(store, change),
          against: confirmerAgainst(store, change, actor, askerNeeds(change)),
        })),

    mine: (_, { actor }) => {
      const held = store.heldBack.of(actor, clock.now());
      return held && { at: held.at, command: held.command, loosens: held.loosens, lines: linesOf(store, held.changes) };
    },

    drop: ({ at }, { actor }) => {
      // A newer one that was refused meanwhile is another.
      if (store.heldBack.of(actor, clock.now())?.at === at) store.heldBack.forget(actor);
      return null;
    },

    ask: async ({ at, reason: why }, { actor }) => {
      const view = await store.commit({ command: 'lockChanges.ask', actor }, (tx) => {
        const now = clock.now();
        const held = store.heldBack.of(actor, now);
        refuse(notAProgram(actor));
        if (held?.at !== at) throw nothingHeld();
        const { command, changes, loosens } = held;
        const id = newId(now);
        return viewOf(
          store,
          tx.put('lockChange', { id, rev: 0, command, changes, loosens, ...askedBy(actor, why, now) }),
        );
      });
      store.heldBack.forget(actor);
      return view;
    },

    confirm: ({ id }, { actor }) => {
      // Only what was said to both is loosened: a lock that was made meanwhile is not.
      const { loosens: agreed, command: makes } = requireRecord(store, 'lockChange', id);
      return store.commit({ command: 'lockChanges.confirm', actor, agreed, makes }, (tx) => {
        const held = requireRecord(tx, 'lockChange', id);
        const now = clock.now();
        const change = tx.put(
          'lockChange',
          confirmed(store, held, actor, { now, needs: askerNeeds({ command: makes }) }),
        );
        replay(tx, held.changes, now);
        const { askedAt } = held;
        for (const { record, id: of } of held.changes)
          checkAgain(record as RecordName, { before: store, after: tx }, checks, { id: of, askedAt, now });
        refuseTooLarge(tx);
        return viewOf(store, change);
      });
    },

    end: ({ id }, { actor }) =>
      store.commit({ command: 'lockChanges.end', actor }, (tx) => {
        const held = requireRecord(tx, 'lockChange', id);
        if (held.confirmedBy !== null) refuse([reason('rules.liftConfirmed', { name: held.confirmedBy.name })]);
        return viewOf(store, tx.put('lockChange', ended(held, actor, clock.now())));
      }),
  };
}

const askerNeeds = ({ command }: Pick<LockChange, 'command'>) => needsOf(command) ?? 'approve';

const nothingHeld = () => new Failure('refused', {}, [reason('rules.changeGone')]);

function viewOf(reader: Pick<Reader, 'get'>, change: LockChange): LockChangeView {
  const { rev: _rev, changes, ...said } = change;
  return { ...said, lines: linesOf(reader, changes) };
}
