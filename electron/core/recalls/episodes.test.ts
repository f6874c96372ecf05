/** Episodes of the podcast that hold recalled material: told beforehand, held back by it, named in the letter. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReadyEpisode } from '../../contract/records/episode';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { newId } from '../../contract/ulid';
import { video } from '../../domain/compile-fixtures';
import type { Paper } from '../rundown-files/papers/paper';
import { openStore, type Store } from '../store';
import { caller, operator, quiet, temporaryFolder } from '../store/samples';
import { createRecalls, type Recalls } from '.';

const T0 = Date.parse('2026-11-23T03:00:00Z');
let now = T0;
const CLIP = video(1, 10_000);
let store: Store;
let room: Recalls;
let folder: ReturnType<typeof temporaryFolder>;
let drawn: Paper[];

const put = (change: Parameters<Store['commit']>[1]) =>
  store.commit({ command: 'tests.seed', actor: operator, audited: false }, change);

const episode = (over: Partial<ReadyEpisode>): ReadyEpisode => ({
  ...{ id: newId(now), rev: 0, showId: newId(), rundownId: newId(), programmeId: newId(), album: 'Ruang Pemilih' },
  ...{ title: 'Cegah DBD bersama Dinkes', description: '', airedAt: T0 - 9000, lacking: [], createdBy: 'x' },
  pieces: [{ stepId: `${newId()}:${newId()}`, title: 'Insert', from: 0, until: 1, assetIds: [CLIP.id], guestIds: [] }],
  ...{ createdAt: now, state: 'ready', hash: 'a'.repeat(64), bytes: 9, durationMs: 1, chapters: [] },
  ...{ loudnessLufs: null, taggedTitle: 'x', madeAt: now },
  ...over,
});

beforeEach(async () => {
  now = T0;
  drawn = [];
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock: { now: () => now }, log: quiet });
  room = createRecalls({
    ...{ store, clock: { now: () => now }, log: quiet },
    line: { connected: () => [], has: () => false, send: () => {} },
    ...{ usesOf: () => [], timelineOf: async () => null, onPanel: () => null },
    draw: async (paper) => {
      drawn.push(paper);
      return Buffer.from('%PDF');
    },
  });
  await put((tx) => {
    tx.put('asset', CLIP);
    tx.put('settings', { ...DEFAULT_SETTINGS, podcast: { open: true, address: null } });
    tx.put('episode', episode({}));
    tx.put('episode', episode({ title: 'Tanpa acara', programmeId: null }));
  });
});
afterEach(async () => {
  await room.stop();
  await store.close();
  folder.remove();
});

const recall = async () =>
  (
    await room.handlers.recall(
      { assetId: CLIP.id, hash: CLIP.hash, reason: 'Angkanya keliru sekali', letterNumber: null, keep: [] },
      caller,
    )
  ).id;
const heardIn = (touches: readonly { name: string; now: boolean }[]) => touches.map(({ name, now: on }) => [name, on]);
async function letterFacts(id: string): Promise<string> {
  await room.letter(id, { language: 'id', paper: 'A4' }, caller.role);
  return JSON.stringify(drawn.at(-1)?.facts);
}

it('are in the podcast before it where anybody can fetch them, and not after it', async () => {
  const asked = { assetId: CLIP.id };
  const before = await room.handlers.preview(asked, caller);
  expect(heardIn(before.touches)).toEqual([
    ['Cegah DBD bersama Dinkes', true],
    ['Tanpa acara', false],
  ]);
  await put((tx) => tx.put('settings', { ...DEFAULT_SETTINGS, podcast: { open: false, address: null } }));
  expect((await room.handlers.preview(asked, caller)).touches.some((touch) => touch.now)).toBe(false);
  await put((tx) => tx.put('settings', { ...DEFAULT_SETTINGS, podcast: { open: true, address: null } }));
  const { touches } = await room.handlers.get({ id: await recall() }, caller);
  expect(heardIn(touches)).toEqual([
    ['Cegah DBD bersama Dinkes', false],
    ['Tanpa acara', false],
  ]);
});

it('stand in the letter with what cannot be reached, those made later do not', async () => {
  const id = await recall();
  now += 1000;
  await put((tx) => tx.put('episode', episode({ title: 'Dibuat kemudian' })));
  const facts = await letterFacts(id);
  expect(facts).toMatch(/Cegah DBD bersama Dinkes; Tanpa acara\. .*tidak dapat kami tarik kembali/);
  expect(facts).not.toContain('Dibuat kemudian');
  const { rev } = (await room.handlers.get({ id }, caller)).recall;
  await room.handlers.lift({ id, rev, reason: 'Angkanya benar.' }, caller);
  expect(await letterFacts(id)).toContain('selama penarikan');
});
