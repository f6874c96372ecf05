/** What was made from recalled material: withdrawn in the same act, or left where a person says so. */
import { describe, expect, it } from 'vitest';
import { CLIP, freshRecalls, T0, takeover } from '../../../tests/fixtures/recalls';
import { eventually } from '../../../tests/lib/eventually';
import type { Asset } from '../../contract/records/asset';
import type { Card } from '../../contract/records/card';
import type { Recall } from '../../contract/records/recall';
import { newId } from '../../contract/ulid';
import { video } from '../../domain/compile-fixtures';
import { sampleSubmission } from '../store/samples';

const kit = freshRecalls();
const { seed, take, lift, preview, assetNow } = kit;

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
    const before = await preview();
    expect(sorted(before.made)).toEqual([...MADE].sort());
    expect(before.touches.map(({ id }) => id)).toContain(running.id);
    const recall = await take();
    expect(sorted(recall.made)).toEqual([...MADE].sort());
    expect(withdrawn()).toEqual([T0, T0, T0, T0]);
    expect(kit.store.get('takeover', running.id)?.endedAt).toBe(T0);
    expect(assetNow(EARLIER.id).recalledAt).toBeNull();
    expect(recall.hashes[0]).toBe(CLIP.hash);
    for (const { hash } of [COPY, COPY_OF_COPY, LATER, CARD]) expect(kit.room.withheld(hash)).toBe(CLIP.name);
    await eventually(() => expect(kit.heard.told.at(-1)?.recalls[0]?.hashes).toEqual(recall.hashes));
    await lift(recall);
    expect([...withdrawn(), assetNow(CLIP.id).recalledAt]).toEqual([null, null, null, null, null]);
  });

  it('stays where it is a version that is right or a card, never where it is a repaired copy', async () => {
    await seedAll();
    const keep = [COPY.id, LATER.id, CARD.id];
    const recall = await take(keep);
    expect(
      sorted(recall.made)
        .map(([, id]) => id)
        .sort(),
    ).toEqual([COPY.id, COPY_OF_COPY.id].sort());
    expect(withdrawn()).toEqual([T0, T0, null, null]);
    expect(kit.room.withheld(LATER.hash)).toBeNull();
  });

  it('belongs to it also when a copy is made, or the file is handed in, after the recall', async () => {
    const recall = await take();
    await seed((tx) => tx.put('asset', COPY));
    await eventually(() => expect(kit.room.withheld(COPY.hash)).toBe(CLIP.name));
    expect(assetNow(COPY.id).recalledAt).toBe(T0);
    expect(kit.store.get('recall', recall.id)?.made).toEqual([{ assetId: COPY.id, name: COPY.name, kind: 'mended' }]);
  });

  it('stays withdrawn by its own recall when the other one is lifted', async () => {
    await seedAll();
    await take([], COPY);
    const recall = await take();
    await lift(recall);
    expect(withdrawn()).toEqual([T0, T0, null, null]);
    expect(kit.room.withheld(COPY.hash)).toBe(COPY.name);
  });
});
