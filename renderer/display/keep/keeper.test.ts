import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHUNK_BYTES, type DisplayDb, openDisplayDb, readFile } from './db';
import { chunkReader, type Wanted } from './download';
import { createKeeper, type KeeperNews } from './keeper';

const bytesOf = (size: number, seed: number) =>
  Buffer.from(Array.from({ length: size }, (_, i) => (i * 31 + seed) % 251));
const still = (body: Buffer): Wanted => ({
  hash: createHash('sha256').update(body).digest('hex'),
  bytes: body.length,
  mime: 'image/png',
});

describe('keeper', () => {
  let db: DisplayDb;
  let server: Server;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let requests: { url: string; range: string | undefined; authorization: string | undefined }[];
  let news: KeeperNews[];
  let stop: AbortController;
  let wall: number;
  let count = 0;

  beforeEach(async () => {
    db = await openDisplayDb(undefined, `keeper-${++count}`);
    requests = [];
    news = [];
    wall = 1_700_000_000_000;
    stop = new AbortController();
    server = createServer((request, response) => {
      requests.push({
        url: request.url ?? '',
        range: request.headers.range,
        authorization: request.headers.authorization,
      });
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    stop.abort();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  function start(put?: () => void) {
    const { port } = server.address() as AddressInfo;
    const watched = put ? failing(db, put) : db;
    const keeper = createKeeper({
      db: watched,
      fetch: (url, headers) => fetch(`http://127.0.0.1:${port}${url}`, { headers }),
      tell: (each) => news.push(each),
      sleep: (_ms, wake) =>
        new Promise((resolve) => {
          wall += 60_000;
          const timer = setTimeout(resolve, 5);
          wake.addEventListener('abort', () => {
            clearTimeout(timer);
            resolve();
          });
        }),
      wall: () => wall,
    });
    void keeper.work(stop.signal);
    return keeper;
  }

  /** The same database, whose chunk writes first ask `put`. */
  function failing(real: DisplayDb, put: () => void): DisplayDb {
    return new Proxy(real, {
      get(target, key) {
        if (key !== 'transaction') {
          const value = Reflect.get(target, key);
          return typeof value === 'function' ? value.bind(target) : value;
        }
        return (stores: string[], mode: 'readwrite') => {
          if (Array.isArray(stores) && stores[0] === 'chunks') put();
          return target.transaction(stores as ['chunks', 'files'], mode);
        };
      },
    });
  }

  const until = async (check: () => boolean) => {
    await expect.poll(check, { interval: 5 }).toBe(true);
  };
  const whole = (file: Wanted) => news.some((each) => each.type === 'whole' && each.hash === file.hash);
  const serve = (bodies: Buffer[]) => {
    answer = (request, response) => {
      const body = bodies.find((each) => request.url === `/media/${still(each).hash}`);
      const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
      if (!body) return void response.writeHead(404).end();
      response.writeHead(from > 0 ? 206 : 200).end(body.subarray(from));
    };
  };

  it('keeps bytes that came in another way, and none that are not what they should be', async () => {
    const file = bytesOf(CHUNK_BYTES + 77, 3);
    serve([]);
    const keeper = start();
    await keeper.order({ type: 'bring', file: still(file), bytes: new Blob([bytesOf(CHUNK_BYTES + 77, 4)]) });
    expect(await readFile(db, still(file).hash)).toBeNull();
    await keeper.order({ type: 'bring', file: still(file), bytes: new Blob([file]) });
    expect(whole(still(file))).toBe(true);
    expect(Buffer.from(await chunkReader(db, still(file).hash)(0, file.length)).equals(file)).toBe(true);
    expect(requests).toEqual([]);
  });

  it('fetches in order of need with the token, keeps the bytes, says what is missing', async () => {
    const [a, b] = [bytesOf(3000, 1), bytesOf(CHUNK_BYTES * 2 + 77, 2)];
    serve([a, b]);
    await start().order({ type: 'want', files: [still(b), still(a)], token: 'secret' });
    await until(() => whole(still(a)) && whole(still(b)));
    expect(requests.map((each) => each.url)).toEqual([`/media/${still(b).hash}`, `/media/${still(a).hash}`]);
    expect(requests[0]?.authorization).toBe('Bearer secret');
    expect(Buffer.from(await chunkReader(db, still(b).hash)(0, b.length)).equals(b)).toBe(true);
    expect(Buffer.from(await chunkReader(db, still(b).hash)(CHUNK_BYTES - 5, CHUNK_BYTES + 5))).toEqual(
      b.subarray(CHUNK_BYTES - 5, CHUNK_BYTES + 5),
    );
    await until(() => news.at(-1)?.type === 'missing' && (news.at(-1) as { bytes: number }).bytes === 0);
  });

  it('deletes what is recalled, says how much there was, and does not keep it however it comes', async () => {
    const [gone, other] = [bytesOf(CHUNK_BYTES + 77, 5), bytesOf(500, 6)];
    serve([gone, other]);
    const keeper = start();
    await keeper.order({ type: 'want', files: [still(gone), still(other)], token: 'secret' });
    await until(() => whole(still(gone)) && whole(still(other)));
    await keeper.order({ type: 'ban', hashes: [still(gone).hash] });
    expect(news).toContainEqual({ type: 'gone', hash: still(gone).hash });
    expect(news).toContainEqual({ type: 'banned', files: [{ hash: still(gone).hash, bytes: gone.length }] });
    const nothing = async () => {
      expect(await readFile(db, still(gone).hash)).toBeNull();
      expect((await db.getAllKeys('chunks')).map(([hash]) => hash)).toEqual([still(other).hash]);
    };
    await nothing();
    await keeper.order({ type: 'want', files: [still(gone), still(other)], token: 'again' });
    await keeper.order({ type: 'bring', file: still(gone), bytes: new Blob([gone]) });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await nothing();
    await keeper.order({ type: 'ban', hashes: [] });
    await keeper.order({ type: 'want', files: [still(gone)], token: 'free' });
    await until(() => news.filter((each) => each.type === 'whole' && each.hash === still(gone).hash).length === 2);
  });

  it('leaves nothing of a file that is recalled while it comes', async () => {
    const body = bytesOf(CHUNK_BYTES * 3, 7);
    let finish = () => {};
    answer = (_request, response) => {
      response.write(body.subarray(0, CHUNK_BYTES));
      finish = () => response.end(body.subarray(CHUNK_BYTES));
    };
    const keeper = start();
    await keeper.order({ type: 'want', files: [still(body)], token: 'secret' });
    await until(() => requests.length === 1);
    const chunks = async () => (await db.getAllKeys('chunks')).length;
    for (let i = 0; i < 1000 && (await chunks()) === 0; i++) await new Promise((resolve) => setTimeout(resolve, 5));
    const banned = keeper.order({ type: 'ban', hashes: [still(body).hash] });
    finish();
    await banned;
    expect(await chunks()).toBe(0);
    expect(await readFile(db, still(body).hash)).toBeNull();
    expect(whole(still(body))).toBe(false);
  });

  it('resumes a broken transfer by range, also in a later page', async () => {
    const body = bytesOf(CHUNK_BYTES * 3 + 10, 3);
    const reach = CHUNK_BYTES * 2 + 500;
    answer = (request, response) => {
      const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
      response.writeHead(from > 0 ? 206 : 200, { 'content-length': body.length - from });
      response.write(body.subarray(from, reach), () => setTimeout(() => response.destroy(), 300));
    };
    await start().order({ type: 'want', files: [still(body)], token: 't' });
    await until(() => requests.length > 0);
    await until(() => requests.some((each) => each.range === `bytes=${CHUNK_BYTES * 2}-`));
    stop.abort();
    stop = new AbortController();
    serve([body]);
    await start().order({ type: 'want', files: [still(body)], token: 't' });
    await until(() => whole(still(body)));
    expect(requests.at(-1)?.range).toBe(`bytes=${CHUNK_BYTES * 2}-`);
  });

  it('drops bytes whose hash is wrong and fetches them again, with one fault if it goes on', async () => {
    const body = bytesOf(5000, 4);
    let wrong = 4;
    answer = (_request, response) => void response.writeHead(200).end(wrong-- > 0 ? bytesOf(5000, 9) : body);
    await start().order({ type: 'want', files: [still(body)], token: 't' });
    await until(() => whole(still(body)));
    expect(requests).toHaveLength(5);
    expect(news.filter((each) => each.type === 'fault')).toMatchObject([{ reason: { code: 'fault.mediaCorrupt' } }]);
  });

  it('says that a video no display can play is broken, and does not fetch it again', async () => {
    const body = bytesOf(5000, 5);
    serve([body]);
    await start().order({ type: 'want', files: [{ ...still(body), mime: 'video/mp4' }], token: 't' });
    await until(() => news.some((each) => each.type === 'broken'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(requests).toHaveLength(1);
  });

  it('makes room by dropping what is longest unneeded, never what the timeline needs; else reports once', async () => {
    const [old, older, kept, next] = [bytesOf(100, 6), bytesOf(100, 7), bytesOf(100, 8), bytesOf(100, 9)];
    serve([old, older, kept, next]);
    let full = 0;
    const keeper = start(() => {
      if (full-- > 0) throw new DOMException('full', 'QuotaExceededError');
    });
    await keeper.order({ type: 'want', files: [still(older)], token: 't' });
    await until(() => whole(still(older)));
    wall += 1000;
    await keeper.order({ type: 'want', files: [still(old), still(kept)], token: 't' });
    await until(() => whole(still(old)) && whole(still(kept)));
    full = 3;
    await keeper.order({ type: 'want', files: [still(kept), still(next)], token: 't' });
    await until(() => whole(still(next)));
    const gone = news.flatMap((each) => (each.type === 'gone' ? [each.hash] : []));
    expect(gone).toEqual([still(older).hash, still(old).hash]);
    expect(await readFile(db, still(kept).hash)).toMatchObject({ whole: true });
    expect(news.filter((each) => each.type === 'fault')).toMatchObject([{ reason: { code: 'fault.displayDiskFull' } }]);
  });

  it('waits when its token is refused', async () => {
    answer = (_request, response) => void response.writeHead(401).end();
    await start().order({ type: 'want', files: [still(bytesOf(10, 1))], token: 'old' });
    await until(() => news.some((each) => each.type === 'refused'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(requests).toHaveLength(1);
  });
});
