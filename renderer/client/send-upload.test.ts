/** One file over a real tus server: whose it is, and a refusal that is said once and in the station's words. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server as TusServer } from '@tus/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { failureOf } from './failure';
import { sendBy } from './send-upload';
import { type TransferFor, tusTransfers } from './transfer';

const ASSET = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const SUBMISSION = '01ARZ3NDEKTSV4RRFFQ69G5FAW';
let folder: string;
let http: Server;
let endpoint: string;
let asked: { method: string | undefined; code: unknown }[];
let metadata: Record<string, string | null> | undefined;
let refusal: { status: number; body: string } | null;

beforeEach(async () => {
  [asked, metadata, refusal] = [[], undefined, null];
  folder = await mkdtemp(join(tmpdir(), 'suar-send-'));
  const tus = new TusServer({
    path: '/uploads',
    datastore: new FileStore({ directory: folder }),
    async onUploadCreate(_request, upload) {
      metadata = upload.metadata;
      if (refusal) throw { status_code: refusal.status, body: refusal.body };
      return {};
    },
    onUploadFinish: async () => ({ headers: { 'Suar-Asset-Id': ASSET } }),
  });
  http = createServer((request, response) => {
    asked.push({ method: request.method, code: request.headers['suar-hand-in'] });
    void tus.handle(request, response);
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  endpoint = `http://127.0.0.1:${(http.address() as AddressInfo).port}/uploads`;
});
afterEach(async () => {
  http.closeAllConnections();
  http.close();
  await rm(folder, { recursive: true, force: true });
});

/** Node has no `File` that tus reads. */
const source = { data: Buffer.alloc(300_000, 7), name: 'ayo.mp4', type: 'video/mp4' };
const send = (given: TransferFor | null, progress = (_bytes: number) => {}) =>
  sendBy(tusTransfers(endpoint, given), source, progress);

it('sends a file whole and says which asset it became', async () => {
  let sent = 0;
  await expect(send(null, (bytes) => (sent = bytes))).resolves.toMatchObject({ assetId: ASSET });
  expect(sent).toBe(source.data.length);
  expect(metadata).toEqual({ filename: 'ayo.mp4', filetype: 'video/mp4' });
});

it('says for which submission it is, and by which link it comes', async () => {
  await send({ submissionId: SUBMISSION, code: 'kode' });
  expect(metadata).toMatchObject({ submission: SUBMISSION });
  expect(new Set(asked.map(({ code }) => code))).toEqual(new Set(['kode']));
});

it('asks once where the station refuses, and hands on why', async () => {
  const data = { code: 'refused', params: {}, details: [{ code: 'submission.fileKnown', params: { title: 'Ayo' } }] };
  refusal = { status: 422, body: JSON.stringify({ code: 'refused', data }) };
  const fault: unknown = await send(null).catch((why: unknown) => why);
  expect(failureOf(fault)).toEqual(data);
  expect(asked).toHaveLength(1);
});
