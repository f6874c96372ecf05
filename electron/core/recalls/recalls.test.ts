/** Recalls on a real store: what is held back, whom it is told, and what displays say of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../tests/lib/eventually';
import type { Caller } from '../../contract/api/handlers';
import { ToDisplay } from '../../contract/display-protocol';
import type { Asset } from '../../contract/records/asset';
import type { Card } from '../../contract/records/card';
import type { Recall, RecallOrder, ToldReceipt } from '../../contract/records/recall';
import type { Takeover } from '../../contract/records/takeover';
import { newId } from '../../contract/ulid';
import { cartMaterial } from '../../domain/cart-material';
import { idFor, video } from '../../domain/compile-fixtures';
import { materialsOf } from '../../domain/material';
import { holds } from '../../domain/takeover';
import { withheldOf } from '../episodes/leave';
import { usageOf } from '../library/usage';
import type { Paper } from '../rundown-files/papers/paper';
import { openStore, type Store } from '../store';
import {
  caller as anyone,
  operator,
  quiet,
  refused,
  sampleDisplay,
  samplePlay,
  samplePlaylist,
  sampleSubmission,
  temporaryFolder,
} from '../store/samples';
import { createRecalls, type Recalls } from '.';

const T0 = Date.parse('2026-11-23T03:00:00Z');
const caller: Caller = { ...anyone, sessionId: 'session' };
const CLIP = video(1, 30_000);
const OTHER = video(2, 30_000);
const [VT1, VT2] = [idFor('D', 1), idFor('D', 2)];
let now = T0;
let store: Store;
let dir: string;
let room: Recalls;
let remove: () => void;
const PAIRED = { hash: 'f'.repeat(64), instanceId: '12345678', issuedAt: 1 };
let told: { to: string; recalls: RecallOrder[] }[];
let drawn: Paper[];
const online = new Set<string>();

const recallsIn = (bytes: Buffer): RecallOrder[] => {
  const message = ToDisplay.parse(JSON.parse(String(bytes)));
  return message.type === 'recalls' ? message.recalls : [];
};
const seed = (put: Parameters<Store['commit']>[1]) => store.commit({ command: 'tests.seed', actor: operator }, put);
const build = () => {
  room = createRecalls({
    ...{ store, clock: { now: () => now }, log: quiet },
    line: {
      connected: () => online,
      has: (id) => online.has(id),
      send: (to, bytes) => void told.push({ to, recalls: recallsIn(bytes) }),
    },
    usesOf: (assetId) => usageOf(store, assetId, now),
    timelineOf: async () => null,
    onPanel: (id) => (id === VT1 ? CLIP.id : null),
    async draw(paper) {
      drawn.push(paper);
      return Buffer.from('%PDF');
    },
  });
};
const WHY = 'Angka kasus di dalamnya keliru, Dinkes mengirim perbaikan.';
const take = async () =>
  room.handlers.recall({ assetId: CLIP.id, hash: CLIP.hash, reason: WHY, letterNumber: null, keep: [] }, caller);
const receipt = (recallId: string, part: Partial<ToldReceipt> = {}): ToldReceipt => ({
  ...{ recallId, toldAt: T0 + 50, removedAt: T0 + 80, lastShownAt: T0 - 5, bytes: 1234 },
  ...part,
});
const takeover = (part: Partial<Takeover>): Takeover => ({
  ...{ id: newId(T0), rev: 0, name: 'Cegah DBD', what: { kind: 'asset', assetId: CLIP.id }, test: false },
  ...{ where: { all: true, displayIds: [], groupIds: [] }, from: T0 - 1000, until: null, endedAt: null },
  ...{ undone: false, cue: null, createdAt: T0, createdBy: 'x', ...part },
});

beforeEach(async () => {
  [now, told, drawn] = [T0, [], []];
  ({ dir, remove } = temporaryFolder());
  store = await openStore({ dir, clock: { now: () => now }, log: quiet });
  online.clear();
  online.add(VT1);
  build();
  await seed((tx) => {
    tx.put('asset', CLIP);
    tx.put('asset', OTHER);
    for (const [id, name] of [
      [VT1, 'VT-01'],
      [VT2, 'VT-02'],
    ] as const)
      tx.put('display', sampleDisplay({ id, name, token: PAIRED }));
  });
});
afterEach(async () => {
  await room.stop();
  await store.close();
  remove();
});

const get = async (id: string) => room.handlers.get({ id }, caller);
const assetNow = (id: string): Asset => {
  const found = store.get('asset', id);
  if (!found) throw new Error('no asset');
  return found;
};

describe('a recall', () => {
  it('holds its material back on every route at once and deletes nothing', async () => {
    const list = samplePlaylist({
      items: [CLIP, OTHER].map(({ id }) => ({ id: newId(), assetId: id, inMs: 0, outMs: null, stillMs: null })),
    });
    const running = takeover({});
    const cue = { rundownId: idFor('R', 1), itemId: `${idFor('R', 1)}:${newId()}`, stepId: null };
    const armed = takeover({ id: newId(T0 + 1), cue, from: 253_401_695_999_999 });
    await seed((tx) => {
      tx.put('playlist', list);
      tx.put('takeover', running);
      tx.put('takeover', armed);
    });
    const recall = await take();
    expect(recall).toMatchObject({ name: CLIP.name, letterNumber: '001/TARIK-ILM/XI/2026', letterDate: '2026-11-23' });
    const { profileKey } = CLIP.state === 'ready' ? (CLIP.renditions[0] ?? { profileKey: '' }) : { profileKey: '' };
    const sources = {
      assets: { get: (id: string) => store.get('asset', id) },
      playlists: { get: (id: string) => store.get('playlist', id) },
      find: () => [],
    };
    const material = materialsOf(sources, { profileKey, stillMs: 1000, zone: 'Asia/Jakarta' })({
      kind: 'playlist',
      playlistId: list.id,
    });
    expect(material.pieces.map(({ media }) => media.assetId)).toEqual([OTHER.id]);
    expect(material.leftOut.map(({ because }) => because.code)).toEqual(['judge.recalled']);
    const cart = cartMaterial(CLIP.id, assetNow(CLIP.id), { loudnessLufs: -16, zone: 'Asia/Jakarta', at: now });
    expect(cart).toMatchObject({ state: 'refused', because: [{ code: 'judge.recalled' }] });
    const pieces = [{ stepId: newId(), title: '', from: 0, until: 1, assetIds: [CLIP.id], guestIds: [] }];
    expect(withheldOf(store, { pieces, lacking: [] }, now).map(({ code }) => code)).toEqual(['judge.recalled']);
    for (const { id } of [running, armed]) {
      const after = store.get('takeover', id);
      expect(after && holds(after, now + 1)).toBe(false);
      expect(after?.endedAt).toBe(T0);
    }
    expect(store.get('playlist', list.id)?.items).toHaveLength(2);
    expect(assetNow(OTHER.id).recalledAt).toBeNull();
  });

  it('names every file of it at the media door, also pictures, and no file of another version', async () => {
    const { hashes, pictures } = await take();
    for (const hash of [...hashes, ...pictures]) expect(room.withheld(hash)).toBe(CLIP.name);
    expect(hashes).toContain(CLIP.hash);
    expect(room.withheld(OTHER.hash)).toBeNull();
  });

  it('names stills of what was found in it too, and none that other material has as well', async () => {
    const [own, black] = ['5'.repeat(64), '6'.repeat(64)];
    const stills = (asset: typeof CLIP, held: string[]) => ({
      ...asset,
      pictures: { ...asset.pictures, stills: held },
    });
    await seed((tx) => {
      tx.put('asset', stills(CLIP, [own, black]));
      tx.put('asset', stills(OTHER, [black]));
    });
    expect([own, black].map(room.withheld)).toEqual([null, null]);
    await take();
    expect([own, black].map(room.withheld)).toEqual([CLIP.name, null]);
    expect(room.withheld('7'.repeat(64))).toBeNull();
  });

  it('is refused of a file that changed, and of what is recalled already', async () => {
    const other = { assetId: CLIP.id, hash: OTHER.hash, reason: WHY, letterNumber: null, keep: [] };
    expect((await refused(() => room.handlers.recall(other, caller))).code).toBe('stale');
    await take();
    const again = await refused(take);
    expect(again.data.details.map(({ code }) => code)).toEqual(['recall.standing']);
  });

  it('takes up what is made of its material later, and the same file handed in anew', async () => {
    const recall = await take();
    const made = 'd'.repeat(64);
    const asset = assetNow(CLIP.id);
    if (asset.state !== 'ready') throw new Error('not ready');
    const [first] = asset.renditions;
    if (first?.state !== 'ready') throw new Error('no rendition');
    await seed((tx) => tx.put('asset', { ...asset, renditions: [first, { ...first, profileKey: 'x', hash: made }] }));
    await eventually(() => expect(store.get('recall', recall.id)?.hashes).toContain(made));
    expect(room.withheld(made)).toBe(CLIP.name);
    await eventually(() => expect(told.at(-1)?.recalls[0]?.hashes).toContain(made));
    const anew = { ...CLIP, id: newId(T0 + 9) };
    await seed((tx) => tx.put('asset', anew));
    await eventually(() => expect(assetNow(anew.id).recalledAt).toBe(T0));
  });

  it('can be lifted once, gives the material back, and stays to be read', async () => {
    const { id, rev } = await take();
    const lift = () => room.handlers.lift({ id, rev, reason: 'Dinkes menyatakan angkanya benar.' }, caller);
    now += 1000;
    await lift();
    expect(assetNow(CLIP.id).recalledAt).toBeNull();
    expect(room.withheld(CLIP.hash)).toBeNull();
    expect((await get(id)).recall.lifted).toMatchObject({ at: T0 + 1000, by: { name: operator.name } });
    expect((await refused(lift)).code).toBe('stale');
    const second = await take();
    expect(second.letterNumber).toBe('002/TARIK-ILM/XI/2026');
  });

  it('shows beforehand what it touches', async () => {
    const running = takeover({});
    await seed((tx) => tx.put('takeover', running));
    const before = await room.handlers.preview({ assetId: CLIP.id }, caller);
    expect(before).toMatchObject({ hash: CLIP.hash, standing: null, panelsUnread: 0, aired: { plays: 0 } });
    expect(before.touches).toEqual([{ kind: 'takeover', id: running.id, name: 'Cegah DBD', now: true }]);
    expect(before.panels).toEqual([
      { id: VT1, name: 'VT-01', connected: true, met: true, onPanel: true, inTimeline: false },
    ]);
  });
});

it('leads to the submission that its material is a version of, and shows its picture', async () => {
  const before = await room.handlers.preview({ assetId: CLIP.id }, caller);
  expect(before).toMatchObject({ submissionId: null, thumbnail: CLIP.pictures.thumbnail });
  const submission = sampleSubmission({ assetId: OTHER.id, hash: OTHER.hash });
  const [version] = submission.versions;
  await seed((tx) =>
    tx.put('submission', {
      ...submission,
      versions: [CLIP, OTHER].flatMap(({ id, hash }, at) =>
        version ? [{ ...version, n: at + 1, assetId: id, hash }] : [],
      ),
    }),
  );
  const { id } = await take();
  expect(await room.handlers.get({ id }, caller)).toMatchObject({
    ...{ submissionId: submission.id, thumbnail: CLIP.pictures.thumbnail },
  });
});

describe('what was made from it', () => {
  const COPY: Asset = { ...video(3, 30_000), mends: { assetId: CLIP.id, hash: CLIP.hash, kinds: ['loudness'] } };
  const COPY_OF_COPY: Asset = { ...video(4, 30_000), mends: { assetId: COPY.id, hash: COPY.hash, kinds: ['crop'] } };
  const LATER = video(5, 30_000);
  const EARLIER = video(6, 30_000);
  const CARD = video(7, 10_000);
  const card = (part: { logoAssetId: string; assetId: string }): Card => {
    const fields = { template: 'announcement' as const, title: 'Pengumuman', body: '' };
    const look = { theme: 'dark' as const, slideMs: 8000 };
    const content = { name: 'Pengumuman', fields, agencyId: null, category: null, qr: '', feedId: null, look };
    const drawing = { fields, look, qr: '', logo: null, today: '2026-11-23', zone: 'Asia/Jakarta', asOf: null };
    const { logoAssetId, assetId } = part;
    return {
      ...{ id: newId(), rev: 0, ...content, logoAssetId, assetId, hidden: null, createdAt: 1, createdBy: 'x' },
      published: { at: 1, content: { ...content, logoAssetId }, drawing: { ...drawing, language: 'id' }, slides: 1 },
      updatedAt: 1,
    };
  };
  const seedAll = async () => {
    const handedIn = sampleSubmission({ assetId: EARLIER.id, hash: EARLIER.hash });
    const versions = [EARLIER, CLIP, LATER].flatMap(({ id, hash }, at) =>
      handedIn.versions.map((each) => ({ ...each, n: at + 1, assetId: id, hash })),
    );
    const running = takeover({ what: { kind: 'asset', assetId: COPY.id } });
    await seed((tx) => {
      for (const asset of [COPY, COPY_OF_COPY, LATER, EARLIER, CARD]) tx.put('asset', asset);
      tx.put('submission', { ...handedIn, versions });
      tx.put('card', card({ logoAssetId: CLIP.id, assetId: CARD.id }));
      tx.put('takeover', running);
    });
    return running;
  };
  const withdrawn = () => [COPY, COPY_OF_COPY, LATER, CARD].map(({ id }) => assetNow(id).recalledAt);
  const MADE = [
    ['mended', COPY.id],
    ['mended', COPY_OF_COPY.id],
    ['version', LATER.id],
    ['card', CARD.id],
  ];
  const sorted = (made: Recall['made'] = []) => made.map(({ kind, assetId }) => [kind, assetId]).sort();

  it('is listed beforehand with where it is, withdrawn in the same act, told to displays, and given back', async () => {
    const running = await seedAll();
    const before = await room.handlers.preview({ assetId: CLIP.id }, caller);
    expect(sorted(before.made)).toEqual([...MADE].sort());
    expect(before.touches.map(({ id }) => id)).toContain(running.id);
    const recall = await take();
    expect(sorted(recall.made)).toEqual([...MADE].sort());
    expect(withdrawn()).toEqual([T0, T0, T0, T0]);
    expect(store.get('takeover', running.id)?.endedAt).toBe(T0);
    expect(assetNow(EARLIER.id).recalledAt).toBeNull();
    expect(recall.hashes[0]).toBe(CLIP.hash);
    for (const { hash } of [COPY, COPY_OF_COPY, LATER, CARD]) expect(room.withheld(hash)).toBe(CLIP.name);
    await eventually(() => expect(told.at(-1)?.recalls[0]?.hashes).toEqual(recall.hashes));
    await room.handlers.lift({ id: recall.id, rev: recall.rev, reason: 'Dinkes menyatakan angkanya benar.' }, caller);
    expect([...withdrawn(), assetNow(CLIP.id).recalledAt]).toEqual([null, null, null, null, null]);
  });

  it('stays where it is a version that is right or a card, never where it is a repaired copy', async () => {
    await seedAll();
    const keep = [COPY.id, LATER.id, CARD.id];
    const recall = await room.handlers.recall(
      { assetId: CLIP.id, hash: CLIP.hash, reason: WHY, letterNumber: null, keep },
      caller,
    );
    expect(
      sorted(recall.made)
        .map(([, id]) => id)
        .sort(),
    ).toEqual([COPY.id, COPY_OF_COPY.id].sort());
    expect(withdrawn()).toEqual([T0, T0, null, null]);
    expect(room.withheld(LATER.hash)).toBeNull();
  });

  it('belongs to it also when a copy is made, or the file is handed in, after the recall', async () => {
    const recall = await take();
    await seed((tx) => tx.put('asset', COPY));
    await eventually(() => expect(room.withheld(COPY.hash)).toBe(CLIP.name));
    expect(assetNow(COPY.id).recalledAt).toBe(T0);
    expect(store.get('recall', recall.id)?.made).toEqual([{ assetId: COPY.id, name: COPY.name, kind: 'mended' }]);
  });

  it('stays withdrawn by its own recall when the other one is lifted', async () => {
    await seedAll();
    const why = { reason: WHY, letterNumber: null, keep: [] };
    await room.handlers.recall({ assetId: COPY.id, hash: COPY.hash, ...why }, caller);
    const recall = await take();
    await room.handlers.lift({ id: recall.id, rev: recall.rev, reason: 'Dinkes menyatakan angkanya benar.' }, caller);
    expect(withdrawn()).toEqual([T0, T0, null, null]);
    expect(room.withheld(COPY.hash)).toBe(COPY.name);
  });
});

describe('displays', () => {
  it('are told at once those that are there, and whoever comes later in its greeting', async () => {
    const { id, hashes } = await take();
    await eventually(() => expect(told).toEqual([{ to: VT1, recalls: [{ id, hashes }] }]));
    expect(recallsIn(room.greet())).toEqual([{ id, hashes }]);
    await room.handlers.lift({ id, rev: 1, reason: 'Dinkes menyatakan angkanya benar.' }, caller);
    await eventually(() => expect(told.at(-1)?.recalls).toEqual([]));
  });

  it('are told by a station that died between the commit and the push', async () => {
    online.clear();
    const { id } = await take();
    await room.stop();
    await store.close();
    store = await openStore({ dir, clock: { now: () => now }, log: quiet });
    build();
    expect(recallsIn(room.greet()).map((recall) => recall.id)).toEqual([id]);
    expect(room.withheld(CLIP.hash)).toBe(CLIP.name);
  });

  it('are counted by what they said, which is on disk and the same however often it is said', async () => {
    await seed((tx) =>
      tx.put('storedTimeline', {
        ...{ id: VT2, rev: 0, revision: 3, countedAt: 1, from: 0, until: T0 + 200 * 3_600_000, prints: '' },
      }),
    );
    const { id } = await take();
    expect((await get(id)).counts).toEqual({ displays: 2, told: 0, removed: 0 });
    room.heard(VT1, [receipt(id, { removedAt: null, bytes: 0 })]);
    expect((await get(id)).displays[0]).toMatchObject({ state: 'told', connected: true, timelineUntil: null });
    room.heard(VT1, [receipt(id)]);
    room.heard(VT1, [receipt(id), receipt(newId())]);
    // A page that lost its disk says that it has nothing.
    room.heard(VT1, [receipt(id, { toldAt: T0 + 900, removedAt: T0 + 910, lastShownAt: null, bytes: 0 })]);
    await room.stop();
    expect(store.recallReceipts.of(id)).toMatchObject([
      { displayId: VT1, toldAt: T0 + 50, removedAt: T0 + 910, lastShownAt: T0 - 5, bytes: 1234 },
    ]);
    const view = await get(id);
    expect(view.counts).toEqual({ displays: 2, told: 1, removed: 1 });
    const unreached = view.displays[1];
    expect(unreached).toMatchObject({ displayId: VT2, state: 'notReached', connected: false, receipt: null });
    // However far it is compiled today: what it holds was told before.
    expect(unreached?.timelineUntil).toBeLessThanOrEqual(T0 + (72 + 25) * 3_600_000);
    expect(unreached?.timelineUntil).toBeGreaterThan(T0);
  });

  it('say of a display that no page ever was of that it holds nothing, and of one unpaired since what it holds', async () => {
    const kept = { rev: 0, revision: 3, countedAt: 1, from: 0, until: T0 + 3_600_000, prints: '' };
    await seed((tx) => {
      for (const id of [VT1, VT2]) {
        tx.put('display', sampleDisplay({ id, rev: 1, token: null }));
        tx.put('storedTimeline', { id, ...kept });
      }
    });
    store.plays.add([samplePlay({ displayId: VT1 })]);
    const { id } = await take();
    expect((await get(id)).displays).toMatchObject([
      { displayId: VT1, met: true, timelineUntil: T0 + 3_600_000 },
      { displayId: VT2, met: false, timelineUntil: null },
    ]);
  });
});

describe('what aired before', () => {
  const play = (displayId: string, displayName: string, at: number, outcome: 'shown' | 'partial' | 'skipped') => ({
    ...{ id: newId(at), bookingId: null, assetId: CLIP.id, hash: CLIP.hash, revision: 1, plannedStart: at },
    ...{ plannedMs: 30_000, startedAt: at, endedAt: outcome === 'skipped' ? at : at + 30_000, frames: 1, outcome },
    ...{ because: null, clockOffsetMs: 0, displayId, displayName, assetName: CLIP.name, bookingName: null },
    receivedAt: at,
  });

  it('is listed by place, and stands in the letter with the receipts until now', async () => {
    store.plays.add([
      play(VT2, 'VT-02', T0 - 90_000, 'shown'),
      play(VT1, 'VT-01', T0 - 60_000, 'partial'),
      play(VT1, 'VT-01', T0 - 30_000, 'shown'),
      play(VT1, 'VT-01', T0 - 10_000, 'skipped'),
    ]);
    const { id } = await take();
    room.heard(VT1, [receipt(id)]);
    const aired = await room.handlers.aired({ id }, caller);
    expect(aired).toMatchObject({ total: 3, shownMs: 90_000 });
    expect(aired.at.map(({ displayName, plays }) => [displayName, plays])).toEqual([
      ['VT-01', 2],
      ['VT-02', 1],
    ]);
    const { name, bytes } = await room.letter(id, { language: 'id', paper: 'A4' }, caller.role);
    expect(name).toBe(`Penarikan 001 TARIK-ILM XI 2026 ${CLIP.name}.pdf`);
    expect(String(bytes)).toBe('%PDF');
    const [paper] = drawn;
    expect(paper?.rows.map(({ texts }) => texts.slice(0, 3))).toEqual([
      ['VT-01', '2', '1:00'],
      ['VT-02', '1', '0:30'],
    ]);
    expect(paper?.subtitle).toContain('001/TARIK-ILM/XI/2026');
    expect(paper?.remarks.join(' ')).toMatch(/1 dari 2 videotron .*VT-02/);
    expect(JSON.stringify(paper?.facts)).toContain(WHY);
  });
});
