/** Handlers of `policiesApi`: how the open hours of displays are cut into loops of slots. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { LoopPolicyDraft, policiesApi } from '../../contract/api/policies';
import { Failure } from '../../contract/failure';
import type { LoopPolicy } from '../../contract/records/loop-policy';
import { newId } from '../../contract/ulid';
import { type Clock, type Reader, requireRecord, type Store } from '../store';
import { checkPolicy } from './check-policy';

export function createPolicies(store: Store, clock: Clock): HandlersOf<typeof policiesApi> {
  return {
    list: () => store.all('loopPolicy').map((policy) => withLiving(store, policy)),

    create: (draft, { actor }) =>
      store.commit({ command: 'policies.create', actor, undoable: true }, (tx) => {
        checkPolicy(tx, draft, null);
        const now = clock.now();
        return tx.put('loopPolicy', { id: newId(now), rev: 0, ...tidy(draft), createdAt: now });
      }),

    update: ({ id, rev, draft }, { actor }) =>
      store.commit({ command: 'policies.update', actor, undoable: true }, (tx) => {
        const held = requireRecord(tx, 'loopPolicy', id);
        if (held.rev !== rev) throw new Failure('stale', { record: 'loopPolicy', name: held.name });
        checkPolicy(tx, draft, held);
        return tx.put('loopPolicy', { ...held, ...tidy(draft) });
      }),

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'policies.remove', actor, undoable: true }, (tx) => {
        tx.remove('loopPolicy', requireRecord(tx, 'loopPolicy', id).id);
        return null;
      }),
  };
}

/** A policy keeps a removed display's id, so that undoing the removal puts it back under its loop; nobody else sees it. */
function withLiving(reader: Reader, policy: LoopPolicy): LoopPolicy {
  const displayIds = policy.where.displayIds.filter((id) => reader.get('display', id));
  const groupIds = policy.where.groupIds.filter((id) => reader.get('displayGroup', id));
  return { ...policy, where: { displayIds, groupIds } };
}

/** Each display and group once; hours and closures in order. */
function tidy(draft: LoopPolicyDraft): LoopPolicyDraft {
  const { displayIds, groupIds } = draft.where;
  return {
    ...draft,
    where: { displayIds: [...new Set(displayIds)], groupIds: [...new Set(groupIds)] },
    hours: [...draft.hours].sort((a, b) => a.weekday - b.weekday || (a.opens < b.opens ? -1 : 1)),
    closures: [...draft.closures].sort((a, b) => (a.from < b.from ? -1 : 1)),
  };
}
