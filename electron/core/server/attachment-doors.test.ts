import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, type Kit, quiet, signedIn, startKit } from '../../../tests/lib/server-kit';
import { type AttachmentsRoom, createAttachments } from '../rundowns/attachments';
import { roomWith, write } from '../rundowns/fresh-rundowns';

let kit: Kit;
let room: AttachmentsRoom;
let itemId: string;
let viewer: { cookie: string };
beforeAll(async () => {
  kit = await startKit({
    doors: {
      takeAttachment: (incoming, actor) => room.attach(incoming, actor),
      attachmentFile: (id) => room.file(id),
    },
  });
  const { room: rundowns, id } = await roomWith(kit.store, kit.clock);
  [itemId = ''] = await write(rundowns, id, { title: 'Pembuka' });
  rundowns.stop();
  room = createAttachments({ store: kit.store, clock: kit.clock, log: quiet, dataDir: kit.dir });
  viewer = { cookie: (await signedIn(kit, 'viewer')).cookie };
});
afterAll(() => kit.close());

const bearer = () => ({ authorization: `Bearer ${kit.token}` });
const place = (name: string, of = itemId) => `/api/attachments/files?${new URLSearchParams({ itemId: of, name })}`;
const post = (name: string, body: Buffer, headers: Record<string, string> = {}) =>
  ask(kit, place(name), { method: 'POST', body, headers: { ...bearer(), ...headers } });
const made = async (name: string, body: Buffer) => (await post(name, body)).json() as { id: string; hash: string };

it.each(['application/json', 'text/html', 'application/octet-stream', ''])(
  'takes bytes as they are, said to be %j',
  async (type) => {
    const body = Buffer.from(`{"a": "isi ${type}"`);
    const answer = await post('📄 surat.json', body, type ? { 'content-type': type } : {});
    expect(answer.json()).toMatchObject({
      name: '📄 surat.json',
      bytes: body.length,
      hash: createHash('sha256').update(body).digest('hex'),
    });
  },
);

it('hands them out to be saved, and never to be run or shown', async () => {
  const body = Buffer.from('<script>alert(1)</script>');
  const { id } = await made('halaman "1".html', body);
  const answer = await ask(kit, `/api/attachments/${id}/file`, { headers: viewer });
  expect(answer.body.equals(body)).toBe(true);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-length': String(body.length),
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
  });
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="halaman _1_.html"/);
  expect(answer.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
  const part = await ask(kit, `/api/attachments/${id}/file`, { headers: { ...viewer, range: 'bytes=1-6' } });
  expect([part.status, part.text]).toEqual([206, 'script']);
});

it('asks who it is', async () => {
  const { id } = await made('a.txt', Buffer.from('isi'));
  const file = `/api/attachments/${id}/file`;
  expect((await ask(kit, file)).status).toBe(401);
  expect((await ask(kit, place('a.txt'), { method: 'POST', body: 'isi' })).status).toBe(401);
  expect((await ask(kit, place('b.txt'), { method: 'POST', body: 'isi', headers: viewer })).status).toBe(403);
  const stranger = { ...bearer(), origin: 'https://lain.example' };
  expect((await ask(kit, place('b.txt'), { method: 'POST', body: 'isi', headers: stranger })).status).toBe(403);
});

it('finds nothing under what is no attachment', async () => {
  for (const id of ['x', '..%2F..%2Fadmin-token', itemId])
    expect((await ask(kit, `/api/attachments/${id}/file`, { headers: bearer() })).status).toBe(404);
  expect((await ask(kit, place('a.txt', 'x'), { method: 'POST', body: 'isi', headers: bearer() })).status).toBe(400);
});

it('says in a sentence why a file is refused, also while it is still being sent', async () => {
  expect((await post('a.txt', Buffer.alloc(0))).json()).toMatchObject({
    code: 'refused',
    data: { details: [{ code: 'attachment.empty' }] },
  });
  const large = await post('a.bin', Buffer.alloc(26 * 1024 ** 2));
  expect([large.status, large.json()]).toMatchObject([413, { data: { details: [{ code: 'attachment.tooLarge' }] } }]);
  expect(await sendInPieces('a.bin', 80)).toBe(413);
  expect(await sendInPieces('b.bin', 2)).toBe(200);
});

it('keeps nothing of a file whose sender goes away', async () => {
  const faults: unknown[] = [];
  const folder = join(kit.dir, 'attachments');
  const before = await readdir(folder);
  const attach = room.attach;
  room.attach = (incoming, actor) =>
    attach(incoming, actor).catch((fault) => Promise.reject(faults.push(fault) && fault));
  const headers = { ...bearer(), 'content-length': '2000000' };
  const options = {
    host: '127.0.0.1',
    port: kit.port,
    path: place('putus.bin'),
    method: 'POST',
    headers,
    agent: false,
  };
  const sent = request(options);
  sent.on('error', () => {});
  sent.write(Buffer.alloc(1_000_000));
  await expect.poll(() => readdir(folder)).toHaveLength(before.length + 1);
  sent.destroy();
  await expect.poll(() => faults).toHaveLength(1);
  expect(await readdir(folder)).toEqual(before);
});

/** So many megabytes, without saying how many. */
function sendInPieces(name: string, megabytes: number): Promise<number | undefined> {
  return new Promise((done, fail) => {
    const headers = { ...bearer(), 'transfer-encoding': 'chunked' };
    const options = { host: '127.0.0.1', port: kit.port, path: place(name), method: 'POST', headers, agent: false };
    const sent = request(options, (answer) => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode));
    });
    sent.on('error', fail);
    for (let n = 0; n < megabytes; n += 1) sent.write(Buffer.alloc(1024 ** 2, n));
    sent.end();
  });
}
