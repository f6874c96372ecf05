/** A feed that becomes another, and one that is being asked when the station stops: over real HTTP. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventually } from '../../../tests/lib/eventually';
import { openStore, type Store } from '../store';
import { caller, quiet, temporaryFolder } from '../store/samples';
import { type CardsRoom, createCards } from '.';
import { stateOf } from './room';

const clock = { now: () => Date.now() };
let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let cards: CardsRoom;
let server: Server;
let asked: (string | undefined)[];
let silent: boolean;

beforeEach(async () => {
  asked = [];
  silent = false;
  server = createServer((request, response) => {
    asked.push(request.headers['if-none-match']);
    if (silent) return;
    const same = request.headers['if-none-match'] === '"1"';
    response.writeHead(same ? 304 : 200, { etag: '"1"' }).end(same ? '' : '[{"lama":"Rapat","baru":"Pasar murah"}]');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  const library = { takeDrawn: () => Promise.reject(new Error('none here')), media: () => null };
  const media = { makeSlides: () => Promise.reject(new Error('none here')) };
  cards = createCards({ store, clock, log: quiet, media, library, dataDir: folder.dir, lookMs: 20 });
  cards.start();
});
afterEach(async () => {
  await cards.stop();
  await store.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  folder.remove();
});

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const fields = (column: string) => ({
  ...{ name: 'Agenda', rowsAt: '', mapping: { title: column }, everyMinutes: 60, staleAfterMinutes: 120 },
  ...{ whenStale: 'hide' as const, source: { kind: 'url' as const, format: 'json' as const, url: url() } },
});
const create = () => cards.handlers.cardFeeds.create(fields('lama'), caller) as Promise<{ id: string; rev: number }>;
const rows = async () => (await cards.handlers.cardFeeds.list(undefined, caller))[0]?.state?.rows;

it('is read anew and whole when its mapping changes, and again when that is undone', async () => {
  const { id, rev } = await create();
  await eventually(async () => expect(await rows()).toEqual([{ title: 'Rapat' }]));
  await cards.handlers.cardFeeds.update({ id, rev, fields: fields('baru') }, caller);
  await eventually(async () => expect(await rows()).toEqual([{ title: 'Pasar murah' }]));
  await store.undo(caller.actor);
  await eventually(async () => expect(await rows()).toEqual([{ title: 'Rapat' }]));
  expect(asked).toEqual([undefined, undefined, undefined]);
});

it('counts nothing that came by another mapping while the new one has not answered', async () => {
  const { id, rev } = await create();
  await eventually(async () => expect(await rows()).toEqual([{ title: 'Rapat' }]));
  silent = true;
  await cards.handlers.cardFeeds.update({ id, rev, fields: fields('baru') }, caller);
  const feed = store.get('cardFeed', id);
  expect(feed && stateOf(store, feed)).toBeUndefined();
});

it('does not hold the station up while it is silent', async () => {
  silent = true;
  const { id } = await create();
  await eventually(() => expect(asked).toHaveLength(1));
  // A feed is given fifteen seconds: a test that waits for them is over before.
  const ended = await Promise.race([
    cards.stop().then(() => 'stopped'),
    new Promise((done) => setTimeout(done, 5000, 'waits')),
  ]);
  expect(ended).toBe('stopped');
  expect(store.get('cardFeedState', id)).toBeUndefined();
});
