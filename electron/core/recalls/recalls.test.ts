/** A recall on a real store: what is held back, on every route, until it is lifted. */
import { describe, expect, it } from 'vitest';
import { CLIP, caller, clock, freshRecalls, OTHER, T0, takeover, VT1, WHY } from '../../../tests/fixtures/recalls';
import { eventually } from '../../../tests/lib/eventually';
import { newId } from '../../contract/ulid';
import { cartMaterial } from '../../domain/cart-material';
import { idFor } from '../../domain/compile-fixtures';
import { materialsOf } from '../../domain/material';
import { holds } from '../../domain/takeover';
import { withheldOf } from '../rules/gate';
import { refused, samplePlaylist, sampleSubmission } from '../store/samples';

const kit = freshRecalls();
const { seed, take, lift, get, preview, assetNow } = kit;

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
      assets: { get: (id: string) => kit.store.get('asset', id) },
      playlists: { get: (id: string) => kit.store.get('playlist', id) },
      find: () => [],
    };
    const material = materialsOf(sources, { profileKey, stillMs: 1000, zone: 'Asia/Jakarta' })({
      kind: 'playlist',
      playlistId: list.id,
    });
    expect(material.pieces.map(({ media }) => media.assetId)).toEqual([OTHER.id]);
    expect(material.leftOut.map(({ because }) => because.code)).toEqual(['judge.recalled']);
    const cart = cartMaterial(CLIP.id, assetNow(CLIP.id), { loudnessLufs: -16, zone: 'Asia/Jakarta', at: clock.at });
    expect(cart).toMatchObject({ state: 'refused', because: [{ code: 'judge.recalled' }] });
    const pieces = [{ stepId: newId(), title: '', from: 0, until: 1, assetIds: [CLIP.id], guestIds: [] }];
    expect(withheldOf(kit.store, { pieces, lacking: [] }, clock.at).map(({ code }) => code)).toEqual([
      'judge.recalled',
    ]);
    for (const { id } of [running, armed]) {
      const after = kit.store.get('takeover', id);
      expect(after && holds(after, clock.at + 1)).toBe(false);
      expect(after?.endedAt).toBe(T0);
    }
    expect(kit.store.get('playlist', list.id)?.items).toHaveLength(2);
    expect(assetNow(OTHER.id).recalledAt).toBeNull();
  });

  it('names every file of it at the media door, also pictures, and no file of another version', async () => {
    const { hashes, pictures } = await take();
    for (const hash of [...hashes, ...pictures]) expect(kit.room.withheld(hash)).toBe(CLIP.name);
    expect(hashes).toContain(CLIP.hash);
    expect(kit.room.withheld(OTHER.hash)).toBeNull();
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
    expect([own, black].map(kit.room.withheld)).toEqual([null, null]);
    await take();
    expect([own, black].map(kit.room.withheld)).toEqual([CLIP.name, null]);
    expect(kit.room.withheld('7'.repeat(64))).toBeNull();
  });

  it('is refused of a file that changed, and of what is recalled already', async () => {
    const other = { assetId: CLIP.id, hash: OTHER.hash, reason: WHY, letterNumber: null, keep: [] };
    expect((await refused(() => kit.room.handlers.recall(other, caller))).code).toBe('stale');
    await take();
    const again = await refused(() => take());
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
    await eventually(() => expect(kit.store.get('recall', recall.id)?.hashes).toContain(made));
    expect(kit.room.withheld(made)).toBe(CLIP.name);
    await eventually(() => expect(kit.heard.told.at(-1)?.recalls[0]?.hashes).toContain(made));
    const anew = { ...CLIP, id: newId(T0 + 9) };
    await seed((tx) => tx.put('asset', anew));
    await eventually(() => expect(assetNow(anew.id).recalledAt).toBe(T0));
  });

  it('can be lifted once, gives the material back, and stays to be read', async () => {
    const recall = await take();
    const { id } = recall;
    clock.at += 1000;
    await lift(recall);
    expect(assetNow(CLIP.id).recalledAt).toBeNull();
    expect(kit.room.withheld(CLIP.hash)).toBeNull();
    expect((await get(id)).recall.lifted).toMatchObject({ at: T0 + 1000, by: { name: caller.actor.name } });
    expect((await refused(() => lift(recall))).code).toBe('stale');
    const second = await take();
    expect(second.letterNumber).toBe('002/TARIK-ILM/XI/2026');
  });

  it('shows beforehand what it touches', async () => {
    const running = takeover({});
    await seed((tx) => tx.put('takeover', running));
    const before = await preview();
    expect(before).toMatchObject({ hash: CLIP.hash, standing: null, panelsUnread: 0, aired: { plays: 0 } });
    expect(before.touches).toEqual([{ kind: 'takeover', id: running.id, name: 'Cegah DBD', now: true }]);
    expect(before.panels).toEqual([
      { id: VT1, name: 'VT-01', connected: true, met: true, onPanel: true, inTimeline: false },
    ]);
  });
});

it('leads to the submission that its material is a version of, and shows its picture', async () => {
  const before = await preview();
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
  expect(await get(id)).toMatchObject({
    ...{ submissionId: submission.id, thumbnail: CLIP.pictures.thumbnail },
  });
});
