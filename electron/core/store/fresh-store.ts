/** For tests: a store of its own for each test of the file that asks for it, in a folder that goes with it. */
import { afterEach, beforeEach } from 'vitest';
import { quiet, temporaryFolder } from './samples';
import { openStore } from './store';
import type { Clock, Store } from './types';

export function freshStore(take: (store: Store) => void, clock: Clock = { now: () => 1 }): void {
  let close: () => Promise<void>;
  beforeEach(async () => {
    const { dir, remove } = temporaryFolder();
    const store = await openStore({ dir, clock, log: quiet });
    close = async () => {
      await store.close();
      remove();
    };
    take(store);
  });
  afterEach(() => close());
}
