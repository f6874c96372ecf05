import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProbedAsset } from '../../contract/records/asset';
import type { SmartRule } from '../../contract/records/playlist';
import { idFor, still, video } from '../../domain/compile-fixtures';
import { findAmong } from '../../domain/smart';
import { freshStore } from './fresh-store';
import { operator } from './samples';
import type { Store } from './types';

const RULE: SmartRule = { tags: [], agencyIds: [], categories: [], sort: 'oldest', limit: 500 };
const seed = { command: 'tests.seed', actor: operator };

let store: Store;
freshStore((fresh) => {
  store = fresh;
}, Date);
const put = (...assets: ProbedAsset[]) =>
  store.commit(seed, (tx) => {
    for (const asset of assets) tx.put('asset', asset);
  });

describe('a rule', () => {
  it('finds what fits all it asks, and what changes at once', async () => {
    const health = video(1, 30_000, { category: 'Kesehatan', tags: ['dbd'], createdAt: 1 });
    await put(health, still(2, { category: 'Kesehatan', createdAt: 2 }), video(3, 30_000, { category: 'Radio' }));
    const find = (rule: Partial<SmartRule>) => store.find({ ...RULE, ...rule });
    expect(find({ categories: ['Kesehatan'] })).toEqual([idFor('A', 1), idFor('A', 2)]);
    expect(find({ categories: ['Kesehatan'], sort: 'newest', limit: 1 })).toEqual([idFor('A', 2)]);
    expect(find({ categories: ['Kesehatan'], tags: ['dbd', 'banjir'] })).toEqual([idFor('A', 1)]);
    await put({ ...health, archivedAt: 9 });
    expect(find({ categories: ['Kesehatan'] })).toEqual([idFor('A', 2)]);
    await store.undo(operator).catch(() => {});
    expect(find({ tags: ['dbd'] })).toEqual([]);
  });

  it('leaves a clip that is being made ready for one more panel where it airs', async () => {
    await put(video(1, 30_000, { tags: ['dbd'] }));
    await put(video(1, 30_000, { tags: ['dbd'], state: 'transcoding' }));
    expect(store.find({ ...RULE, tags: ['dbd'] })).toEqual([idFor('A', 1)]);
  });

  it('sees what its own transaction has put', async () => {
    await put(video(1, 30_000, { agencyId: idFor('Y', 1) }), video(2, 30_000));
    const rule = { ...RULE, agencyIds: [idFor('Y', 1)], limit: 1 };
    const seen = await store.commit(seed, (tx) => {
      tx.put('asset', video(1, 30_000));
      tx.put('asset', video(2, 30_000, { agencyId: idFor('Y', 1) }));
      return [tx.find(rule), tx.assetsOf(idFor('Y', 1), 5)];
    });
    expect(seen).toEqual([[idFor('A', 2)], [idFor('A', 2)]]);
  });

  const some = <T>(values: T[]) => fc.subarray(values);
  const asset = fc.record({
    category: fc.constantFrom(null, 'Kesehatan', 'Radio'),
    agencyId: fc.constantFrom(null, idFor('Y', 1), idFor('Y', 2)),
    tags: some(['a', 'b', 'c']),
    createdAt: fc.integer({ min: 0, max: 3 }),
    archivedAt: fc.constantFrom(null, null, 5),
    trashedAt: fc.constantFrom(null, null, 5),
    name: fc.constantFrom('Élan', 'elan', 'Zeta', 'alun'),
  });
  const rule = fc.record({
    tags: some(['a', 'b']),
    agencyIds: some([idFor('Y', 1), idFor('Y', 2)]),
    categories: some(['Kesehatan', 'Radio']),
    sort: fc.constantFrom('newest' as const, 'oldest' as const, 'name' as const),
    limit: fc.integer({ min: 1, max: 6 }),
  });
  it('finds in the rows what it finds among the records', async () => {
    const [libraries, rules] = [fc.array(asset, { maxLength: 12 }), fc.array(rule, { minLength: 1, maxLength: 6 })];
    const agree = fc.asyncProperty(libraries, rules, async (parts, asked) => {
      await store.commit(seed, (tx) => {
        for (let n = 1; n <= 12; n++) tx.remove('asset', idFor('A', n));
      });
      const assets = parts.map((over, index) => video(index + 1, 30_000, over));
      await put(...assets);
      for (const each of asked) expect(store.find(each)).toEqual(findAmong(assets, each));
    });
    await fc.assert(agree, { numRuns: 30 });
  });
});
