/** Handlers of `playlistsApi`. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { PlaylistView, playlistsApi } from '../../contract/api/schedule';
import { Failure } from '../../contract/failure';
import type { Playlist } from '../../contract/records/playlist';
import { newId } from '../../contract/ulid';
import { type Clock, requireRecord, type Store, type Tx } from '../store';
import { checkItems } from './check-items';
import { checkRule } from './check-rule';
import { playlistUses } from './uses';
import { viewOf } from './view';

export interface PlaylistsOptions {
  store: Store;
  clock: Clock;
}

export function createPlaylists({ store, clock }: PlaylistsOptions): HandlersOf<typeof playlistsApi> {
  const edit = async (command: string, actor: Parameters<typeof store.undo>[0], change: (tx: Tx) => Playlist) =>
    viewOf(store, await store.commit({ command, actor, undoable: true }, change));
  return {
    list: (): PlaylistView[] => store.all('playlist').map((playlist) => viewOf(store, playlist)),

    get: ({ id }) => viewOf(store, requireRecord(store, 'playlist', id)),

    create: ({ name, items, smart }, { actor }) =>
      edit('playlists.create', actor, (tx) => {
        checkItems(tx, items, []);
        checkRule(tx, smart, null);
        const now = clock.now();
        return tx.put('playlist', { id: newId(now), rev: 0, name, items, smart, createdAt: now, updatedAt: now });
      }),

    update: ({ id, rev, name, items, smart }, { actor }) =>
      edit('playlists.update', actor, (tx) => {
        const held = requireRecord(tx, 'playlist', id);
        if (held.rev !== rev) throw new Failure('stale', { record: 'playlist', name: held.name });
        if (items) checkItems(tx, items, held.items);
        if (smart) checkRule(tx, smart, held.smart);
        const rule = smart === undefined ? held.smart : smart;
        const next = { ...held, name: name ?? held.name, items: items ?? held.items, smart: rule };
        return tx.put('playlist', { ...next, updatedAt: clock.now() });
      }),

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'playlists.remove', actor, undoable: true }, (tx) => {
        const held = requireRecord(tx, 'playlist', id);
        const uses = playlistUses(tx, id, clock.now());
        if (uses.length > 0) throw new Failure('inUse', { record: 'playlist', name: held.name }, uses);
        tx.remove('playlist', id);
        return null;
      }),
  };
}
