import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import * as tus from 'tus-js-client';
import { afterEach, describe, expect, it } from 'vitest';
import { ask, type Kit, signedIn, startKit } from '../../../../tests/lib/server-kit';
import { Failure } from '../../../contract/failure';
import { newId } from '../../../contract/ulid';
import type { FinishedUpload, ServerDoors } from '../types';

interface Library extends Pick<ServerDoors, 'finishUpload' | 'admitUpload'> {
  taken: (FinishedUpload & { content: Buffer; assetId: string })[];
  /** Thrown by the next adoption. */
  refuseWith: unknown;
}

/** Adopts as the library does: moves the file away and knows content it has. */
function library(): Library {
  const self: Library = {
    taken: [],
    refuseWith: null,
    async finishUpload(upload) {
      if (self.refuseWith) throw self.refuseWith;
      const content = await readFile(upload.path);
      await rm(upload.path);
      const held = self.taken.find((one) => one.content.equals(content));
      const assetId = held?.assetId ?? newId();
      self.taken.push({ ...upload, content, assetId });
      return { assetId, duplicate: held !== undefined };
    },
    async admitUpload({ originalName, bytes }) {
      if (bytes === 0) throw new Failure('emptyFile');
      if (originalName.endsWith('.exe')) throw new Failure('unsupportedMedia', { name: originalName });
      if (bytes !== null && bytes > 1e12) throw new Failure('diskFull', { needs: bytes });
    },
  };
  return self;
}

let kit: Kit;
let shelf: Library;
afterEach(() => kit.close());

async function begin(options: { dir?: string; keep?: boolean } = {}): Promise<void> {
  shelf = library();
  kit = await startKit({ ...options, doors: { finishUpload: shelf.finishUpload, admitUpload: shelf.admitUpload } });
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const headers = (more: Record<string, string> = {}) => ({
  authorization: `Bearer ${kit.token}`,
  'tus-resumable': '1.0.0',
  ...more,
});
const named = (name: string) => ({ 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}` });

async function create(bytes: number, name = 'klip.mp4', more: Record<string, string> = {}) {
  const all = headers({ 'upload-length': String(bytes), ...named(name), ...more });
  const answer = await ask(kit, '/uploads', { method: 'POST', headers: all });
  return { ...answer, path: String(answer.headers.location ?? '') };
}
const patch = (path: string, offset: number, body: Buffer) =>
  ask(kit, path, {
    method: 'PATCH',
    body,
    headers: headers({ 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) }),
  });
const head = (path: string) => ask(kit, path, { method: 'HEAD', headers: headers() });
const files = () => readdir(join(kit.dir, 'uploads'));

/** Sends part of a body and breaks the connection. */
function breakOff(path: string, offset: number, whole: Buffer, sent: number): Promise<void> {
  return new Promise((resolve) => {
    const all = headers({
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      'content-length': String(whole.length - offset),
    });
    const sending = request({ host: '127.0.0.1', port: kit.port, path, method: 'PATCH', headers: all, agent: false });
    sending.on('error', () => resolve());
    sending.write(whole.subarray(offset, offset + sent), () => setTimeout(() => sending.destroy(), 100));
    sending.on('close', () => resolve());
  });
}

describe('an upload', () => {
  it('arrives through the client our pages use, hashed on the way', async () => {
    await begin();
    const content = randomBytes(3_000_000);
    const seen = await new Promise<string | undefined>((resolve, reject) => {
      const upload = new tus.Upload(content, {
        endpoint: `${kit.origin}/uploads`,
        headers: { authorization: `Bearer ${kit.token}` },
        metadata: { filename: 'Ayo ke "TPS" 🗳 ../é.mp4' },
        chunkSize: 1_000_000,
        onSuccess: ({ lastResponse }) => resolve(lastResponse.getHeader('Suar-Asset-Id')),
        onError: reject,
      });
      upload.start();
    });
    const [taken] = shelf.taken;
    expect(seen).toBe(taken?.assetId);
    expect(taken).toMatchObject({ originalName: 'Ayo ke "TPS" 🗳 ../é.mp4', bytes: 3_000_000, hash: sha256(content) });
    expect(taken?.content.equals(content)).toBe(true);
    expect(taken?.actor.kind).toBe('token');
  });

  it('goes on where a broken connection left it, with one hash over all', async () => {
    await begin();
    const content = randomBytes(5_000_000);
    const { path } = await create(content.length);
    await breakOff(path, 0, content, 2_500_000);
    const reached = Number((await head(path)).headers['upload-offset']);
    expect(reached).toBeGreaterThan(0);
    expect(reached).toBeLessThanOrEqual(2_500_000);
    const done = await patch(path, reached, content.subarray(reached));
    expect([done.status, done.headers['suar-asset-id']]).toEqual([204, shelf.taken[0]?.assetId]);
    expect(shelf.taken[0]?.hash).toBe(sha256(content));
    expect(shelf.taken[0]?.content.equals(content)).toBe(true);
  });

  it('goes on after a restart of the station, to be hashed anew', async () => {
    await begin({ keep: true });
    const { dir } = kit;
    const content = randomBytes(300_000);
    const { path } = await create(content.length);
    await patch(path, 0, content.subarray(0, 100_000));
    await kit.close();
    await begin({ dir });
    expect((await head(path)).headers['upload-offset']).toBe('100000');
    expect((await patch(path, 100_000, content.subarray(100_000))).status).toBe(204);
    expect(shelf.taken[0]).toMatchObject({ hash: null, bytes: 300_000, originalName: 'klip.mp4' });
    expect(shelf.taken[0]?.content.equals(content)).toBe(true);
  });

  it('that had arrived whole when the station died is taken up at the next start', async () => {
    await begin({ keep: true });
    const { dir } = kit;
    shelf.refuseWith = new Failure('stopping');
    const content = randomBytes(1000);
    const { path } = await create(content.length);
    expect((await patch(path, 0, content)).status).toBe(503);
    await kit.close();
    await begin({ dir });
    await expect.poll(() => shelf.taken.length).toBe(1);
    const answer = await head(path);
    expect(answer.headers).toMatchObject({ 'upload-offset': '1000', 'suar-asset-id': shelf.taken[0]?.assetId });
    expect(shelf.taken).toHaveLength(1);
  });

  it('says again what became of it when the last answer was lost', async () => {
    await begin();
    const content = randomBytes(1000);
    const { path } = await create(content.length);
    await patch(path, 0, content);
    for (let time = 0; time < 2; time += 1) {
      const { headers: said } = await head(path);
      expect(said).toMatchObject({
        'upload-offset': '1000',
        'upload-length': '1000',
        'suar-asset-id': shelf.taken[0]?.assetId,
      });
    }
    const again = await create(content.length);
    expect((await patch(again.path, 0, content)).headers).toMatchObject({
      'suar-duplicate': 'true',
      'suar-asset-id': shelf.taken[0]?.assetId,
    });
  });

  it('is gone when it is cancelled', async () => {
    await begin();
    const { path } = await create(1000);
    await patch(path, 0, Buffer.alloc(10));
    expect((await ask(kit, path, { method: 'DELETE', headers: headers() })).status).toBe(204);
    expect((await head(path)).status).toBe(404);
    expect(await files()).toEqual([]);
  });

  it('is gone a week after its last byte, not after its first', async () => {
    await begin({ keep: true });
    const { dir } = kit;
    const abandoned = await startedAt(8);
    const slow = await startedAt(30);
    await patch(slow.path, 5, Buffer.alloc(5));
    const stray = join(dir, 'uploads', 'f'.repeat(32));
    await writeFile(stray, 'bytes without a record');
    await utimes(stray, 1000, 1000);
    await kit.close();
    await begin({ dir });
    await expect.poll(files).toEqual([slow.id, `${slow.id}.json`]);
    expect((await head(abandoned.path)).status).toBe(404);
    expect((await head(slow.path)).headers['upload-offset']).toBe('10');
    expect((await patch(slow.path, 10, Buffer.alloc(10))).status).toBe(204);
  });

  it('is left where it is while the disk will not say how old it is or whose', async () => {
    await begin({ keep: true });
    const { dir } = kit;
    const { id, path } = await startedAt(30);
    const record = join(dir, 'uploads', `${id}.json`);
    await rename(record, `${dir}/aside`);
    // Every look at it fails, though not because it is absent.
    await symlink(record, record);
    await kit.close();
    await begin({ dir, keep: true });
    expect((await head(path)).status).toBe(500);
    const beside = await startedAt(30);
    await kit.close();
    await begin({ dir });
    await expect.poll(files).not.toContain(beside.id);
    expect(await files()).toContain(id);
    await unlink(record);
    await rename(`${dir}/aside`, record);
    expect((await head(path)).headers['upload-offset']).toBe('5');
  });

  it('that arrived whole is taken up first, however long the station was off', async () => {
    await begin({ keep: true });
    const { dir } = kit;
    shelf.refuseWith = new Failure('stopping');
    const { path } = await create(10);
    await patch(path, 0, Buffer.alloc(10));
    await age(idOf(path), 30);
    await kit.close();
    await begin({ dir });
    await expect.poll(() => shelf.taken.length).toBe(1);
  });
});

const idOf = (path: string) => path.split('/').at(-1) ?? '';

/** An upload of 20 bytes begun so many days ago, its fifth byte sent then. */
async function startedAt(days: number): Promise<{ path: string; id: string }> {
  const { path } = await create(20);
  await patch(path, 0, Buffer.alloc(5));
  await age(idOf(path), days);
  return { path, id: idOf(path) };
}

async function age(id: string, days: number): Promise<void> {
  const then = new Date(Date.now() - days * 86_400_000);
  const record = join(kit.dir, 'uploads', `${id}.json`);
  const held = JSON.parse(await readFile(record, 'utf8')) as object;
  await writeFile(record, JSON.stringify({ ...held, creation_date: then.toISOString() }));
  for (const file of [record, join(kit.dir, 'uploads', id)]) await utimes(file, then, then);
}

describe('a refused upload', () => {
  it('is refused before its first byte', async () => {
    await begin();
    const codeOf = (answer: { json(): unknown }) => (answer.json() as { code: string }).code;
    expect(codeOf(await create(0))).toBe('emptyFile');
    const exe = await create(10, 'x.exe');
    expect([exe.status, codeOf(exe)]).toEqual([415, 'unsupportedMedia']);
    const huge = await create(2e12);
    expect([huge.status, codeOf(huge)]).toEqual([507, 'diskFull']);
    expect(await files()).toEqual([]);
  });

  it('leaves nothing when the library will not have it', async () => {
    await begin();
    shelf.refuseWith = new Failure('unsupportedMedia');
    const { path } = await create(10);
    const answer = await patch(path, 0, Buffer.alloc(10));
    expect([answer.status, answer.json()]).toMatchObject([415, { code: 'unsupportedMedia' }]);
    expect(await files()).toEqual([]);
  });

  it('keeps its bytes when the library stumbles, and tries again when it is asked for', async () => {
    await begin();
    shelf.refuseWith = new Error('stumbled');
    const { path } = await create(10);
    const answer = await patch(path, 0, Buffer.alloc(10, 7));
    expect([answer.status, answer.json()]).toMatchObject([
      500,
      { code: 'internal', params: { reference: expect.any(String) } },
    ]);
    shelf.refuseWith = null;
    expect((await head(path)).headers['suar-asset-id']).toBe(shelf.taken[0]?.assetId);
  });

  it('keeps what arrived when the disk is full, and goes on when there is room', async () => {
    await begin();
    const content = randomBytes(4_000_000);
    const { path } = await create(content.length);
    await patch(path, 0, content.subarray(0, 1_000_000));
    const file = join(kit.dir, 'uploads', path.split('/').at(-1) ?? '');
    await rename(file, `${file}-aside`);
    // Writes there fail as they do on a full disk.
    await symlink('/dev/full', file);
    const full = await patch(path, 0, content);
    expect([full.status, full.json()]).toEqual([507, { code: 'diskFull', params: {}, details: [] }]);
    await unlink(file);
    await rename(`${file}-aside`, file);
    expect((await head(path)).headers['upload-offset']).toBe('1000000');
    expect((await patch(path, 1_000_000, content.subarray(1_000_000))).status).toBe(204);
    expect(shelf.taken[0]?.content.equals(content)).toBe(true);
    expect([null, sha256(content)]).toContain(shelf.taken[0]?.hash);
  });

  it('of somebody outside makes room for the sixth one begun, and what is inside is counted for nobody', async () => {
    shelf = library();
    const holder = (code: string) => ({ kind: 'token' as const, id: `link-${code}`, name: 'Tautan' });
    const outsideSender: ServerDoors['outsideSender'] = (_identity, code) => (code === null ? null : holder(code));
    kit = await startKit({ doors: { ...shelf, outsideSender } });
    const outside = (method: string, at: string, code: string) =>
      ask(kit, at, { method, headers: { 'tus-resumable': '1.0.0', 'upload-length': '10', 'suar-hand-in': code } });
    const begun: string[] = [];
    for (let n = 0; n < 7; n++) begun.push(String((await outside('POST', '/uploads', 'a')).headers.location));
    const [other, own] = [String((await outside('POST', '/uploads', 'b')).headers.location), await create(10)];
    const there = await Promise.all(begun.map(async (at) => (await outside('HEAD', at, 'a')).status));
    expect(there).toEqual([404, 404, 200, 200, 200, 200, 200]);
    expect([(await outside('HEAD', other, 'b')).status, (await head(own.path)).status]).toEqual([200, 200]);
    for (let n = 0; n < 6; n++) await create(10);
    expect((await head(own.path)).status).toBe(200);
    const atOnce = await Promise.all(Array.from({ length: 12 }, () => outside('POST', '/uploads', 'c')));
    const left = atOnce.map(async ({ headers: { location } }) => (await outside('HEAD', String(location), 'c')).status);
    expect((await Promise.all(left)).filter((status) => status === 200)).toHaveLength(5);
  });

  it('comes from nobody, from a viewer, or from someone else', async () => {
    await begin();
    const { path } = await create(10);
    const viewer = await signedIn(kit, 'viewer');
    const operator = await signedIn(kit, 'operator');
    const asking = (cookie: string, at: string, method: string) =>
      ask(kit, at, { method, headers: { cookie, 'tus-resumable': '1.0.0', 'upload-length': '10' } });
    expect((await asking('', '/uploads', 'POST')).status).toBe(401);
    expect((await asking(viewer.cookie, '/uploads', 'POST')).status).toBe(403);
    expect((await asking(operator.cookie, '/uploads', 'POST')).status).toBe(201);
    expect((await asking(operator.cookie, path, 'HEAD')).status).toBe(404);
    expect((await asking(operator.cookie, path, 'DELETE')).status).toBe(404);
    expect((await head(path)).status).toBe(200);
  });

  it.each([
    '..%2f..%2fadmin-token',
    '../../admin-token',
    '%00',
    'a'.repeat(32),
    'A'.repeat(32),
    `${'a'.repeat(32)}.json`,
  ])('names no file outside: %s', async (id) => {
    await begin();
    for (const method of ['HEAD', 'DELETE', 'PATCH']) {
      const more = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
      const { status } = await ask(kit, `/uploads/${id}`, { method, headers: headers(more) });
      expect([400, 404], method).toContain(status);
    }
    expect((await readFile(join(kit.dir, 'admin-token'), 'utf8')).trim()).toBe(kit.token);
  });
});
