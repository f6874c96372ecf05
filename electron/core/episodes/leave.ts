/** Whether material and guests of an episode still have their leave, as the records stand. */
import { isDeepStrictEqual } from 'node:util';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { Episode } from '../../contract/records/episode';
import { type Known, lackingOf } from '../../domain/episode/leave';
import type { Store } from '../store';

type Reader = Pick<Store, 'get' | 'all'>;

const knownTo = (reader: Reader): Known => ({
  assetOf: (id) => reader.get('asset', id),
  guestOf: (id) => reader.get('guest', id),
});

export const lackingNow = (store: Reader, episode: Pick<Episode, 'pieces' | 'lacking'>): string[] =>
  lackingOf(episode, knownTo(store));

/** Keeps with every episode what has no leave, for when it is deleted. Material lies in the bin for longer than lies between two calls. */
export async function noteLeave(store: Pick<Store, 'get' | 'all' | 'timed' | 'commit'>): Promise<void> {
  const moved = store.timed
    .between('episode', 0, Number.MAX_SAFE_INTEGER)
    .filter((episode) => !isDeepStrictEqual(lackingNow(store, episode), episode.lacking));
  if (moved.length === 0) return;
  await store.commit({ command: 'episodes.noteLeave', actor: STATION_ACTOR, audited: false }, (tx) => {
    for (const { id } of moved) {
      const episode = tx.get('episode', id);
      if (episode) tx.put('episode', { ...episode, lacking: lackingNow(tx, episode) });
    }
  });
}
