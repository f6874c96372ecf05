/** The items of a rundown with the edits made here, the station behind them. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { client } from '../../client/client';
import { failureOf } from '../../client/failure';
import type { RundownState } from '../../client/rundown-state';
import { faultText } from '../../operator/i18n/say';
import { toastFault } from '../../ui';
import { EditQueue, type QueueState } from './edit-queue';

export function useItems({ rundown, items }: RundownState, by: string): QueueState & { queue: EditQueue } {
  const { id } = rundown;
  const [queue] = useState(
    () =>
      new EditQueue(items, {
        edit: (changes) => client.rundowns.edit({ id, changes }),
        newest: async () => (await client.rundowns.get({ id })).items,
        isStale: (fault) => failureOf(fault)?.code === 'stale',
        refused: (fault) => toastFault(faultText(fault)),
        now: () => Date.now(),
        by,
        rundownId: id,
      }),
  );
  useEffect(() => queue.receive(items), [queue, items]);
  const state = useSyncExternalStore(queue.subscribe, queue.snapshot);
  return { ...state, queue };
}
