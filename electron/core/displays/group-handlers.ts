/** Handlers of `groupsApi`. */
import type { groupsApi } from '../../contract/api/displays';
import type { HandlersOf } from '../../contract/api/handlers';
import { Failure } from '../../contract/failure';
import type { DisplayGroup } from '../../contract/records/display';
import { newId } from '../../contract/ulid';
import type { Clock, Store, Tx } from '../store';
import { groupUses } from './places';

export function groupHandlers(store: Store, clock: Clock): HandlersOf<typeof groupsApi> {
  return {
    list: () => [...store.all('displayGroup')],

    create: ({ name, displayIds }, { actor }) =>
      store.commit({ command: 'groups.create', actor, undoable: true }, (tx) =>
        tx.put('displayGroup', { id: newId(clock.now()), rev: 0, name, displayIds: members(tx, displayIds, []) }),
      ),

    update: ({ id, rev, name, displayIds }, { actor }) =>
      store.commit({ command: 'groups.update', actor, undoable: true }, (tx) => {
        const group = requireGroup(tx, id);
        if (group.rev !== rev) throw new Failure('stale', { record: 'displayGroup', name: group.name });
        const next = displayIds ? members(tx, displayIds, group.displayIds) : group.displayIds;
        return tx.put('displayGroup', { ...group, name: name ?? group.name, displayIds: next });
      }),

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'groups.remove', actor, undoable: true }, (tx) => {
        const { name } = requireGroup(tx, id);
        const uses = groupUses(tx, id, clock.now());
        if (uses.length > 0) throw new Failure('inUse', { record: 'displayGroup', name }, uses);
        tx.remove('displayGroup', id);
        return null;
      }),
  };
}

function requireGroup(tx: Tx, id: string): DisplayGroup {
  const group = tx.get('displayGroup', id);
  if (!group) throw new Failure('notFound', { record: 'displayGroup' });
  return group;
}

/** Each once; what was a member before is not held against the group when it is gone. */
function members(tx: Tx, ids: readonly string[], before: readonly string[]): string[] {
  const unknown = ids.find((id) => !before.includes(id) && !tx.get('display', id));
  if (unknown) throw new Failure('notFound', { record: 'display' });
  return [...new Set(ids)];
}
