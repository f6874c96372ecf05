/** Feeds over real HTTP from a server that behaves as servers do: changes, fails, is slow, sends rubbish, sends too much. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../contract/ulid';
import { openStore, type Store } from '../store';
import { caller, quiet, temporaryFolder } from '../store/samples';
import { fetchFeed } from './feed-fetch';
import { feedHandlers, isDue, refresh } from './feeds';

let server: Server;
let address = '';
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: IncomingMessage['headers'][] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.headers);
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/agenda`;
});
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(() => {
  asked = [];
});

const says =
  (text: string, headers = {}, status = 200) =>
  (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status, headers).end(text);

describe('fetchFeed', () => {
  it('asks with what it knows and takes an unchanged answer for good', async () => {
    answer = says('{}', { etag: '"1"' });
    expect(await fetchFeed(address, undefined)).toMatchObject({ kind: 'fresh', text: '{}', etag: '"1"' });
    answer = says('', {}, 304);
    expect(await fetchFeed(address, { etag: '"1"', lastModified: null })).toEqual({ kind: 'same' });
    expect(asked[1]?.['if-none-match']).toBe('"1"');
  });

  it.each([
    ['fails', says('no', {}, 500), 'feed.answers'],
    ['is too large', says('x'.repeat(1_100_000)), 'feed.tooLarge'],
    [
      'never ends',
      (_: IncomingMessage, response: ServerResponse) => void response.writeHead(200).write('['),
      'feed.slow',
    ],
    ['leads in a ring', says('', { location: '/agenda' }, 302), 'feed.tooManyHops'],
    ['leads to the keys of a cloud', says('', { location: 'http://169.254.169.254/latest' }, 302), 'feed.forbidden'],
    ['leads off the web', says('', { location: 'file:///etc/passwd' }, 302), 'feed.forbidden'],
  ])('says why where it %s', async (_, how, code) => {
    answer = how;
    expect(await fetchFeed(address, undefined, { patienceMs: 400 })).toMatchObject({
      kind: 'failed',
      because: { code },
    });
  });

  it('connects to the address that was judged, at each hop, whatever the name means a moment later', async () => {
    const names: string[] = [];
    // As a name server that wants to be let in: a good address to whoever judges, and to whoever asks again the keys of a cloud.
    const resolve = async (name: string) => {
      const address = names.includes(name) ? '169.254.169.254' : '127.0.0.1';
      names.push(name);
      return [{ address, family: 4 }];
    };
    const { port } = new URL(address);
    answer = ({ headers: { host } }, response) =>
      void response
        .writeHead(host === `one.example:${port}` ? 302 : 200, { location: `http://two.example:${port}/` })
        .end('[]');
    expect(await fetchFeed(`http://one.example:${port}/`, undefined, { resolve })).toMatchObject({ text: '[]' });
    expect(names).toEqual(['one.example', 'two.example']);
    expect(asked.map(({ host }) => host)).toEqual(names.map((name) => `${name}:${port}`));
    expect(await fetchFeed(`http://one.example:${port}/`, undefined, { resolve })).toMatchObject({
      because: { code: 'feed.forbidden', params: { host: 'one.example' } },
    });
    expect(asked).toHaveLength(2);
  });

  it('reads what comes packed, and no more of it than a feed can be', async () => {
    answer = (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('[1]'));
    expect(await fetchFeed(address, undefined)).toMatchObject({ kind: 'fresh', text: '[1]' });
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    answer = (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    expect(await fetchFeed(address, undefined)).toMatchObject({ because: { code: 'feed.tooLarge' } });
  });

  it('says that nobody is there', async () => {
    expect(await fetchFeed('http://127.0.0.1:9/', undefined)).toMatchObject({ because: { code: 'feed.unreachable' } });
  });
});

describe('a feed that is kept', () => {
  let now = Date.parse('2026-11-23T02:00:00Z');
  const clock = { now: () => now };
  const feed = {
    ...{ id: newId(), rev: 0, name: 'Agenda', rowsAt: '', mapping: { title: 'judul' }, createdAt: 1 },
    ...{ everyMinutes: 10, staleAfterMinutes: 60, whenStale: 'hide' as const },
    source: { kind: 'url' as const, format: 'json' as const, url: '' },
  };

  it('keeps its last good rows through failures, rubbish and a restart', async () => {
    const folder = temporaryFolder();
    const open = () => openStore({ dir: folder.dir, clock, log: quiet });
    let store: Store = await open();
    const here = { ...feed, source: { ...feed.source, url: address } };
    await store.commit({ command: 'tests.seed', actor: caller.actor }, (tx) => tx.put('cardFeed', here));
    const state = () => store.get('cardFeedState', feed.id);
    answer = says('[{"judul":"Rapat"}]', { etag: '"a"' });
    await refresh({ store, clock }, here, fetchFeed);
    expect(state()).toMatchObject({ rows: [{ title: 'Rapat' }], goodAt: now, failure: null });
    const goodAt = now;
    now += 10 * 60_000;
    answer = says('<html>sedang dalam perbaikan</html>');
    await refresh({ store, clock }, here, fetchFeed);
    expect(state()).toMatchObject({
      rows: [{ title: 'Rapat' }],
      goodAt,
      etag: null,
      failure: { code: 'feed.unreadable' },
    });
    await store.close();
    store = await open();
    expect(state()).toMatchObject({ rows: [{ title: 'Rapat' }], goodAt });
    answer = says('[{"judul":"Pasar murah"}]', { etag: '"b"' });
    await refresh({ store, clock }, here, fetchFeed);
    expect(state()).toMatchObject({ rows: [{ title: 'Pasar murah' }], goodAt: now, failure: null });
    now += 10 * 60_000;
    answer = says('', {}, 304);
    await refresh({ store, clock }, here, fetchFeed);
    expect(state()).toMatchObject({ rows: [{ title: 'Pasar murah' }], goodAt: now });
    await store.close();
    folder.remove();
  });

  it('is asked when its minutes are over, and when the clock was set back', () => {
    const state = {
      id: feed.id,
      rev: 0,
      of: '',
      rows: [],
      goodAt: null,
      etag: null,
      lastModified: null,
      failure: null,
    };
    expect(isDue(feed, undefined, now)).toBe(true);
    expect(isDue(feed, { ...state, triedAt: now - 9 * 60_000 }, now)).toBe(false);
    expect(isDue(feed, { ...state, triedAt: now - 10 * 60_000 }, now)).toBe(true);
    expect(isDue(feed, { ...state, triedAt: now + 60_000 }, now)).toBe(true);
  });

  it('is not removed while a card names it', async () => {
    const folder = temporaryFolder();
    const store = await openStore({ dir: folder.dir, clock, log: quiet });
    const handlers = feedHandlers({ store, clock });
    const { name, rowsAt, mapping, everyMinutes, staleAfterMinutes, whenStale } = feed;
    const source = { ...feed.source, url: address };
    const fields = { name, source, rowsAt, mapping, everyMinutes, staleAfterMinutes, whenStale };
    const made = (await handlers.create(fields, caller)) as { id: string };
    await store.commit({ command: 'tests.seed', actor: caller.actor }, (tx) =>
      tx.put('card', {
        ...{ id: newId(), rev: 0, name: 'Agenda pekan ini', logoAssetId: null, agencyId: null, category: null, qr: '' },
        fields: { template: 'agenda', heading: '', entries: [] },
        ...{ feedId: made.id, look: { theme: 'dark', slideMs: 10_000 }, assetId: null, published: null, hidden: null },
        ...{ createdAt: 1, createdBy: 'x', updatedAt: 1 },
      }),
    );
    await expect(async () => handlers.remove({ id: made.id }, caller)).rejects.toMatchObject({
      data: { code: 'inUse', details: [{ code: 'where.card', params: { name: 'Agenda pekan ini' } }] },
    });
    await store.close();
    folder.remove();
  });
});
