/** The queue against a real tus server on this machine. */
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server as TusServer } from '@tus/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tusTransfers } from '../../../../client/transfer';
import { UploadQueue } from './queue';
import { needsSignIn, type Upload } from './uploads';

const ASSET = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
let folder: string;
let http: Server;
let queue: UploadQueue;
let answer: { headers?: Record<string, string>; refuse?: { status: number; body: string } };
/** What the gate before tus answers every request with; null lets all in. */
let gate: number | null;
let asked: string[];

beforeEach(async () => {
  answer = {};
  gate = null;
  asked = [];
  folder = await mkdtemp(join(tmpdir(), 'suar-uploads-'));
  const tus = new TusServer({
    path: '/uploads',
    datastore: new FileStore({ directory: folder }),
    async onUploadCreate() {
      if (answer.refuse) throw { status_code: answer.refuse.status, body: answer.refuse.body };
      return {};
    },
    async onUploadFinish() {
      return { headers: answer.headers ?? {} };
    },
  });
  http = createServer((request, response) => {
    asked.push(request.method ?? '');
    if (gate === null) return void tus.handle(request, response);
    const body = gate === 401 ? JSON.stringify({ code: 'notSignedIn', params: {}, details: [] }) : '';
    response.writeHead(gate, { connection: 'close' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  queue = new UploadQueue(tusTransfers(`http://127.0.0.1:${(http.address() as AddressInfo).port}/uploads`));
});

afterEach(async () => {
  http.closeAllConnections();
  http.close();
  await rm(folder, { recursive: true, force: true });
});

const source = (name: string, bytes: number) => ({ name, type: 'video/mp4', data: Buffer.alloc(bytes, 7), bytes });

/** Waits until every upload satisfies `fits`. */
function until(fits: (upload: Upload) => boolean): Promise<readonly Upload[]> {
  return new Promise((resolve) => {
    const look = () => {
      if (!queue.snapshot().every(fits)) return;
      stop();
      resolve(queue.snapshot());
    };
    const stop = queue.subscribe(look);
    queueMicrotask(look);
  });
}

it('sends every file whole, never more than three at once', async () => {
  let most = 0;
  queue.subscribe(() => {
    most = Math.max(most, queue.snapshot().filter((upload) => upload.state === 'sending').length);
  });
  queue.add(Array.from({ length: 7 }, (_, index) => source(`klip ${index}.mp4`, 300_000)));
  await until((upload) => upload.state === 'done');
  const files = (await readdir(folder)).filter((file) => !file.endsWith('.json'));
  expect(files).toHaveLength(7);
  const sizes = await Promise.all(files.map(async (file) => (await readFile(join(folder, file))).length));
  expect(new Set(sizes)).toEqual(new Set([300_000]));
  expect(most).toBe(3);
});

it('says which asset it became and that it was there before', async () => {
  answer = { headers: { 'Suar-Asset-Id': ASSET, 'Suar-Duplicate': 'true' } };
  queue.add([source('sama.mp4', 1000)]);
  const [upload] = await until((each) => each.state === 'done');
  expect(upload).toMatchObject({ assetId: ASSET, duplicate: true, sent: 1000 });
});

it("keeps the station's refusal at the file and does not insist", async () => {
  const refusal = { code: 'diskFull', params: { need: 10 }, details: [] };
  answer = { refuse: { status: 507, body: JSON.stringify(refusal) } };
  queue.add([source('besar.mp4', 1000)]);
  const [upload] = await until((each) => each.state === 'failed');
  expect(upload?.failure).toEqual(refusal);
});

it('tries again after a refusal when asked', async () => {
  answer = { refuse: { status: 507, body: JSON.stringify({ code: 'diskFull', params: {}, details: [] }) } };
  queue.add([source('besar.mp4', 1000)]);
  const [failed] = await until((each) => each.state === 'failed');
  answer = {};
  queue.retry(failed?.id ?? '');
  await until((each) => each.state === 'done');
});

it('pauses and goes on', async () => {
  queue.add([source('panjang.mp4', 20_000_000)]);
  const id = queue.snapshot()[0]?.id ?? '';
  queue.pause(id);
  expect(queue.snapshot()[0]?.state).toBe('paused');
  queue.resume(id);
  const [upload] = await until((each) => each.state === 'done');
  expect(upload?.sent).toBe(20_000_000);
});

it('takes a cancelled file off the tray and starts the next', async () => {
  queue.add(Array.from({ length: 4 }, (_, index) => source(`klip ${index}.mp4`, 5_000_000)));
  queue.remove(queue.snapshot()[0]?.id ?? '');
  const rest = await until((each) => each.state === 'done');
  expect(rest.map((each) => each.name)).toEqual(['klip 1.mp4', 'klip 2.mp4', 'klip 3.mp4']);
  queue.clearDone();
  expect(queue.snapshot()).toEqual([]);
});

/** Sends some of a file, so that the station holds a beginning of it. */
async function half(): Promise<string> {
  queue.add([source('panjang.mp4', 50_000_000)]);
  const id = queue.snapshot()[0]?.id ?? '';
  await expect.poll(async () => (await heldBytes()) > 0, { interval: 5 }).toBe(true);
  queue.pause(id);
  return id;
}

async function heldBytes(): Promise<number> {
  const [file] = (await readdir(folder)).filter((name) => !name.endsWith('.json'));
  return file === undefined ? 0 : (await stat(join(folder, file))).size;
}

it('stops when the session ends, holds back the rest, and goes on where it was after signing in', async () => {
  const id = await half();
  gate = 401;
  queue.resume(id);
  const [refused] = await until((each) => needsSignIn(each));
  expect(refused?.failure?.code).toBe('notSignedIn');
  queue.add([source('lain.mp4', 1000)]);
  expect(queue.snapshot().map(({ state }) => state)).toEqual(['paused', 'waiting']);
  queue.resume(id);
  await expect.poll(() => queue.snapshot().some(needsSignIn)).toBe(true);
  gate = null;
  asked = [];
  queue.resumeSignedIn();
  await until((each) => each.state === 'done');
  expect(asked.filter((method) => method === 'POST')).toHaveLength(1);
  expect(asked[0]).toBe('HEAD');
});

it('does not begin anew because a station in trouble cannot say how far it was', async () => {
  const id = await half();
  gate = 500;
  asked = [];
  queue.resume(id);
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  gate = null;
  await until((each) => each.state === 'done');
  expect(asked).not.toContain('POST');
});
