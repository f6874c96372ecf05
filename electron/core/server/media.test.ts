import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, type Kit, signedIn, startKit } from '../../../tests/lib/server-kit';
import { STATION_ACTOR } from '../../contract/records/audit';
import { newId } from '../../contract/ulid';
import { sampleDisplay } from '../store/samples';
import type { MediaFile } from './types';

const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
const hash = 'a'.repeat(64);
const gone = 'b'.repeat(64);
const page = 'c'.repeat(64);
const pictureId = newId();
let folder: string;
let kit: Kit;
let headers: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suar-media-'));
  const path = join(folder, 'clip');
  await writeFile(path, bytes);
  const clip: MediaFile = { path, bytes: bytes.length, mime: 'video/mp4', fileName: null };
  const files: Record<string, MediaFile> = {
    [hash]: clip,
    [gone]: { ...clip, path: `${path}-gone` },
    [page]: { ...clip, mime: 'text/html', fileName: 'nama "aneh"\\ ../é.mp4' },
  };
  kit = await startKit({
    doors: {
      media: (asked) => files[asked] ?? null,
      displayPicture: (id) => (id === pictureId ? { jpeg: Buffer.from([0xff, 0xd8]), at: 1000 } : null),
      playsCsv: (query, language) => rowsOf(JSON.stringify({ query, language })),
    },
  });
  headers = { cookie: (await signedIn(kit, 'viewer')).cookie };
});
afterAll(async () => {
  await kit.close();
  await rm(folder, { recursive: true });
});

async function* rowsOf(first: string): AsyncGenerator<string> {
  yield `${first}\n`;
  for (let row = 0; row < 50_000; row += 1) yield `${row},shown\n`;
}

const get = (path: string, more: Record<string, string> = {}, method = 'GET') =>
  ask(kit, path, { method, headers: { ...headers, ...more } });

it('gives media whole, for ever, and by its hash', async () => {
  const answer = await get(`/media/${hash}`);
  expect(answer.status).toBe(200);
  expect(answer.body.equals(bytes)).toBe(true);
  expect(answer.headers).toMatchObject({
    'content-type': 'video/mp4',
    'content-length': '1000',
    'accept-ranges': 'bytes',
    etag: `"${hash}"`,
    'x-content-type-options': 'nosniff',
  });
  expect(answer.headers['cache-control']).toContain('immutable');
  expect(answer.headers['content-security-policy']).toMatch(/^sandbox/);
  expect(answer.headers['content-disposition']).toBeUndefined();
  expect((await get(`/media/${hash}`, { 'if-none-match': `"${hash}"` })).status).toBe(304);
});

it('gives a range, and the head of one', async () => {
  const part = await get(`/media/${hash}`, { range: 'bytes=100-199' });
  expect([part.status, part.headers['content-range']]).toEqual([206, 'bytes 100-199/1000']);
  expect(part.body.equals(bytes.subarray(100, 200))).toBe(true);
  const head = await get(`/media/${hash}`, { range: 'bytes=-10' }, 'HEAD');
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([206, '10', 0]);
  const beyond = await get(`/media/${hash}`, { range: 'bytes=1000-' });
  expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */1000']);
  expect((await get(`/media/${hash}`, { range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200);
  expect((await get(`/media/${hash}`, { range: 'bytes=0-9', 'if-range': `"${hash}"` })).status).toBe(206);
});

it('resumes as a display does, and asks for its token', async () => {
  const token = 'display-token-of-forty-three-characters-xxx';
  const sha256 = createHash('sha256').update(token).digest('hex');
  const display = sampleDisplay({ token: { hash: sha256, instanceId: '12345678', issuedAt: 1 } });
  await kit.store.commit({ command: 'test', actor: STATION_ACTOR }, (tx) => tx.put('display', display));
  const asDisplay = (given: string) => ask(kit, `/media/${hash}`, { headers: { authorization: `Bearer ${given}` } });
  expect((await asDisplay(token)).status).toBe(200);
  expect((await asDisplay('other')).status).toBe(401);
  expect((await ask(kit, `/media/${hash}`)).status).toBe(401);
  expect((await ask(kit, '/api/station', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
  const revoked = { ...display, rev: 1, token: null };
  await kit.store.commit({ command: 'test', actor: STATION_ACTOR }, (tx) => tx.put('display', revoked));
  expect((await asDisplay(token)).status).toBe(401);
});

it('says when a file is not known, or gone from the disk', async () => {
  expect((await get(`/media/${'d'.repeat(64)}`)).json()).toMatchObject({ code: 'notFound' });
  expect((await get('/media/..%2f..%2fadmin-token')).status).toBe(404);
  const answer = await get(`/media/${gone}`);
  expect([answer.status, answer.json()]).toEqual([404, { code: 'fileGone', params: {}, details: [] }]);
});

it('never serves what was handed in as a page', async () => {
  const answer = await get(`/media/${page}`);
  expect(answer.headers['content-type']).toBe('application/octet-stream');
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename="nama _aneh__ .._?.mp4"; filename*=UTF-8''nama%20%22aneh%22%5C%20..%2F%C3%A9.mp4`.replace(
      '?',
      '_',
    ),
  );
});

it('gives the picture of a display to who is signed in', async () => {
  const answer = await get(`/displays/${pictureId}/picture`);
  expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
    200,
    'image/jpeg',
    'no-store',
  ]);
  expect((await get(`/displays/${newId()}/picture`)).status).toBe(404);
  expect((await ask(kit, `/displays/${pictureId}/picture`)).status).toBe(401);
});

it('streams the play log as CSV with the filters of the query', async () => {
  const answer = await get(`/api/plays.csv?displayId=${pictureId}&from=5&language=en`);
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(answer.headers['content-disposition']).toContain('suar-plays.csv');
  const lines = answer.text.split('\n');
  expect(JSON.parse(lines[0] ?? '')).toEqual({ query: { displayId: pictureId, from: '5' }, language: 'en' });
  expect(lines).toHaveLength(50_002);
  const wrong = await get('/api/plays.csv?outcome=nonsense');
  expect([wrong.status, wrong.text.includes('"field":"outcome"')]).toEqual([400, true]);
  expect((await ask(kit, '/api/plays.csv')).status).toBe(401);
});
