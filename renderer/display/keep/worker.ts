/** The keeper in a worker of its own: hashing and writing never hold up the page's picture. */
import { z } from 'zod';
import { type DisplayDb, openDisplayDb } from './db';
import { createKeeper, type KeeperNews, type KeeperOrder } from './keeper';

z.config({ jitless: true });

function sleep(ms: number, wake: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    wake.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

const OPEN_AGAIN_MS = 5000;

/** The page knows from its keeper what may be shown, so it must come to work. */
async function openDb(): Promise<DisplayDb> {
  for (;;) {
    try {
      return await openDisplayDb();
    } catch {
      await sleep(OPEN_AGAIN_MS, new AbortController().signal);
    }
  }
}

const keeper = openDb().then((db) =>
  createKeeper({
    db,
    fetch: (url, headers) => fetch(url, { headers, cache: 'no-store' }),
    tell: (news: KeeperNews) => postMessage(news),
    sleep,
    wall: () => Date.now(),
  }),
);
void keeper.then((each) => each.work(new AbortController().signal));
addEventListener('message', (event: MessageEvent<KeeperOrder>) => void keeper.then((each) => each.order(event.data)));
