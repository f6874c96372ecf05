/** The recalls that stand, by what is asked of them; made anew only when a recall changes. */
import type { Recall } from '../../contract/records/recall';
import { assetsOf, stands } from '../../domain/recall';
import { madeAnew, type Store } from '../store';

export interface Standing {
  /** Oldest first. */
  all: readonly Recall[];
  byAsset: ReadonlyMap<string, Recall>;
  /** Of every file that is played. */
  byFile: ReadonlyMap<string, Recall>;
  /** The same and small pictures of it: what no door hands out. */
  byMedia: ReadonlyMap<string, Recall>;
}

export function standingIn(store: Pick<Store, 'all' | 'lastChange'>): () => Standing {
  return madeAnew(
    () => store.lastChange('recall'),
    () => {
      const all = store.all('recall').filter(stands);
      const of = (hashes: (recall: Recall) => readonly string[]) =>
        new Map(all.flatMap((recall) => hashes(recall).map((hash) => [hash, recall] as const)));
      return {
        all,
        byAsset: of(assetsOf),
        byFile: of(({ hashes }) => hashes),
        byMedia: of(({ hashes, pictures }) => [...hashes, ...pictures]),
      };
    },
  );
}
