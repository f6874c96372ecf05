import { generateKeyPairSync } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { openStore, type Store } from '../store';
import { quiet, temporaryFolder } from '../store/samples';
import { createSignedBook } from './signed-book';

afterEach(() => {
  vi.useRealTimers();
});

it('tries nothing again after it has stopped', async () => {
  const folder = temporaryFolder();
  const clock = { now: () => Date.now() };
  const store = await openStore({ dir: folder.dir, clock, log: quiet });
  let tried = 0;
  // As on a full disk; what else is asked of it is the store's.
  const full: Store = Object.assign(Object.create(store) as Store, {
    commit: async () => {
      tried += 1;
      await new Promise((done) => setImmediate(done));
      throw new Error('ENOSPC');
    },
  });
  const { privateKey: key } = generateKeyPairSync('ed25519');
  const book = createSignedBook({ store: full, clock, log: { error: () => {} }, key });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const started = book.start();
  await book.stop();
  await started;
  expect(tried).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(tried).toBe(1);
  vi.useRealTimers();
  await store.close();
  folder.remove();
});
