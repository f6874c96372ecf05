/** The saver of one playlist, with the station behind it. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { PlaylistView } from '../../../../../electron/contract/api/schedule';
import { client, orpc } from '../../../../client/client';
import { failureOf } from '../../../../client/failure';
import { toastFault } from '../../../../ui';
import { faultText } from '../../../i18n/say';
import { Saver, type SaverState } from '../saver';

export function useSaver(list: PlaylistView): SaverState & { saver: Saver } {
  const queries = useQueryClient();
  const [saver] = useState(
    () =>
      new Saver(list, {
        async update(input) {
          const saved = await client.playlists.update(input);
          queries.setQueryData(orpc.playlists.list.queryKey(), (all) =>
            all?.map((each) => (each.id === saved.id ? saved : each)),
          );
          return saved;
        },
        newest: (id) => client.playlists.get({ id }),
        isStale: (fault) => failureOf(fault)?.code === 'stale',
        refused: (fault) => toastFault(faultText(fault)),
      }),
  );
  useEffect(() => saver.receive(list), [saver, list]);
  const state = useSyncExternalStore(saver.subscribe, saver.snapshot);
  return { ...state, saver };
}
