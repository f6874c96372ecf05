/** Whether material and guests of an episode still have their leave, as the records stand. */
import { isDeepStrictEqual } from 'node:util';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { Episode } from '../../contract/records/episode';
import type { Reason } from '../../contract/scalars';
import { heldBack, type Known, lackingOf } from '../../domain/episode/leave';
import { judge, refusalsOf } from '../../domain/judge/judge';
import { channelPlace, contextOf, matterIn } from '../rules/book';
import type { Store } from '../store';

type Reader = Pick<Store, 'get'>;
type Ruled = Pick<Store, 'get' | 'all'>;

const knownTo = (reader: Reader): Known => ({
  assetOf: (id) => reader.get('asset', id),
  guestOf: (id) => reader.get('guest', id),
});

/** Why an episode that was made is in no feed: what its material and guests lack, and what the rules keep off feeds at this moment. */
export function withheldOf(store: Ruled, episode: Pick<Episode, 'pieces' | 'lacking'>, now: number): Reason[] {
  const lost = heldBack(episode, knownTo(store));
  return lost.length > 0 ? lost : againstFeed(store, episode, now);
}

function againstFeed(store: Ruled, { pieces }: Pick<Episode, 'pieces'>, now: number): Reason[] {
  const ids = new Set(pieces.flatMap(({ assetIds }) => assetIds));
  return [...ids].flatMap((id) => {
    const asset = store.get('asset', id);
    if (!asset) return [];
    // What was aired in its days may be listened to after them; its papers are asked above.
    const matter = { ...matterIn(store, asset), from: null, until: null, gone: 'no' as const };
    return refusalsOf(judge(matter, channelPlace('feed'), now, contextOf(store)));
  });
}

export const lackingNow = (store: Reader, episode: Pick<Episode, 'pieces' | 'lacking'>): string[] =>
  lackingOf(episode, knownTo(store));

/** Keeps with every episode what has no leave, for when it is deleted. Material lies in the bin for longer than lies between two calls. */
export async function noteLeave(store: Pick<Store, 'get' | 'timed' | 'commit'>): Promise<void> {
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
