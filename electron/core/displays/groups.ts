/** Handlers of `groupsApi`. */
import type { groupsApi } from '../../contract/api/displays';
import type { HandlersOf } from '../../contract/api/handlers';
import { Failure } from '../../contract/failure';
import type { DisplayGroup } from '../../contract/records/display';
import { newId } from '../../contract/ulid';
import { type Clock, type Reader, requireRecord, type Store } from '../store';
import { groupUses, lostByLeaving } from './uses';

export function groupCommands({ store, clock }: { store: Store; clock: Clock }): HandlersOf<typeof groupsApi> {
  const commit = (command: string, actor: Parameters<Store['undo']>[0]) => ({
    command: `groups.${command}`,
    actor,
    undoable: true,
  });
  return {
    list: () => store.all('displayGroup').map((group) => withLiving(store, group)),

    create: ({ name, displayIds }, { actor }) =>
      store.commit(commit('create', actor), (tx) => {
        for (const id of displayIds) requireRecord(tx, 'display', id);
        return tx.put('displayGroup', { id: newId(clock.now()), rev: 0, name, displayIds: distinct(displayIds) });
      }),

    update: ({ id, rev, name, displayIds, evenIfBooked }, { actor }) =>
      store.commit(commit('update', actor), (tx) => {
        const held = requireRecord(tx, 'displayGroup', id);
        if (held.rev !== rev) throw new Failure('stale', { record: 'displayGroup' });
        for (const displayId of displayIds ?? []) requireRecord(tx, 'display', displayId);
        const members = displayIds ? distinct(displayIds) : held.displayIds;
        const leaving = evenIfBooked ? [] : held.displayIds.filter((member) => !members.includes(member));
        const lost = lostByLeaving(tx, held, leaving, clock.now());
        if (lost.length > 0) throw new Failure('leavesBookings', { name: held.name }, lost);
        return tx.put('displayGroup', { ...held, name: name ?? held.name, displayIds: members });
      }),

    remove: ({ id }, { actor }) =>
      store.commit(commit('remove', actor), (tx) => {
        const held = requireRecord(tx, 'displayGroup', id);
        const uses = groupUses(tx, id, clock.now());
        if (uses.length > 0) throw new Failure('inUse', { record: 'displayGroup', name: held.name }, uses);
        tx.remove('displayGroup', id);
        return null;
      }),
  };
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

/** A group keeps a removed display's id, so that undoing the removal puts it back; nobody else sees it. */
function withLiving(reader: Reader, group: DisplayGroup): DisplayGroup {
  return { ...group, displayIds: group.displayIds.filter((id) => reader.get('display', id)) };
}
