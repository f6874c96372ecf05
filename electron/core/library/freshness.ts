/**
 * Whether a person's view of an asset is current, where the station's own bookkeeping does not count: who renames a
 * clip while it is being transcoded has seen all that matters.
 */
import type { Committed, Store } from '../store';
import { STEP } from './room';

export interface Freshness {
  /** True when nobody but the station has changed the asset since it stood at `rev`. */
  isFresh(assetId: string, rev: number): boolean;
  note(committed: Committed): void;
}

export function createFreshness(store: Store): Freshness {
  /** Oldest revision that still shows what people see, for assets that bookkeeping moved since. */
  const shown = new Map<string, number>();

  return {
    isFresh(assetId, rev) {
      const now = store.get('asset', assetId)?.rev ?? 0;
      return rev <= now && rev >= (shown.get(assetId) ?? now);
    },
    note({ command, changes }) {
      for (const { record, id } of changes) {
        if (record !== 'asset') continue;
        if (command !== STEP) shown.delete(id);
        else if (!shown.has(id)) shown.set(id, (store.get('asset', id)?.rev ?? 1) - 1);
      }
    },
  };
}
