import { beforeEach, describe, expect, it } from 'vitest';
import { AssetQuery } from '../../contract/api/library';
import type { Asset } from '../../contract/records/asset';
import type { Job } from '../../contract/records/job';
import type { Store } from '.';
import { freshStore } from './fresh-store';
import { operator, sampleAsset, sampleJob } from './samples';

let store: Store;
freshStore((fresh) => {
  store = fresh;
});

const edit = { command: 'test', actor: operator };
const putAssets = (...assets: Asset[]) => store.commit(edit, (tx) => assets.map((asset) => tx.put('asset', asset)));
const names = (query: Partial<AssetQuery>) =>
  store.assets.list(AssetQuery.parse(query)).ids.map((id) => store.get('asset', id)?.name);

describe('assets', () => {
  beforeEach(() =>
    putAssets(
      sampleAsset({ name: 'Ayo ke TPS', tags: ['pemilu', 'KPU'], createdAt: 1, hash: 'b'.repeat(64) }),
      sampleAsset({
        name: 'Élan Siaga Banjir',
        originalName: 'IMG_0042.MOV',
        notes: 'dari BPBD',
        createdAt: 2,
        bytes: 9,
      }),
      sampleAsset({ name: 'cek DPT', tags: ['pemilu'], createdAt: 3, archivedAt: 5 }),
      sampleAsset({ name: 'Dibuang', tags: ['lama'], createdAt: 4, trashedAt: 7 }),
    ),
  );

  it('are found by every word as a prefix, in name, original name, tags and notes, without accents', () => {
    expect(names({ search: 'ayo tp' })).toEqual(['Ayo ke TPS']);
    expect(names({ search: 'elan' })).toEqual(['Élan Siaga Banjir']);
    expect(names({ search: 'img 42' })).toEqual([]);
    expect(names({ search: 'img_0042' })).toEqual(['Élan Siaga Banjir']);
    expect(names({ search: 'kpu' })).toEqual(['Ayo ke TPS']);
    expect(names({ search: 'bpbd' })).toEqual(['Élan Siaga Banjir']);
    for (const odd of ['"', '* OR ', "'; --", '😀', 'NEAR(a b)']) expect(names({ search: odd })).toEqual([]);
  });

  it('are filtered by shelf and tag and sorted', () => {
    expect(names({})).toEqual(['Élan Siaga Banjir', 'Ayo ke TPS']);
    expect(names({ sort: 'name' })).toEqual(['Ayo ke TPS', 'Élan Siaga Banjir']);
    expect(names({ sort: 'largest' })).toEqual(['Ayo ke TPS', 'Élan Siaga Banjir']);
    expect(names({ shelf: 'archived', tag: 'pemilu' })).toEqual(['cek DPT']);
    expect(names({ shelf: 'bin' })).toEqual(['Dibuang']);
    expect(store.assets.tags()).toEqual([
      { tag: 'KPU', count: 1 },
      { tag: 'pemilu', count: 2 },
    ]);
    expect(store.assets.list(AssetQuery.parse({ limit: 1, offset: 1 })).total).toBe(2);
    expect(names({ limit: 1, offset: 1 })).toEqual(['Ayo ke TPS']);
  });

  it('follow a rename in search and leave no trace when removed', async () => {
    const [asset] = store.assets.byHash('b'.repeat(64));
    await putAssets({ ...(asset as Asset), name: 'Baru sama sekali', tags: [] });
    expect(names({ search: 'tps' })).toEqual([]);
    expect(names({ search: 'sama' })).toEqual(['Baru sama sekali']);
    await store.commit(edit, (tx) => tx.remove('asset', (asset as Asset).id));
    expect(names({ search: 'sama' })).toEqual([]);
    expect(['a', 'b'].map((digit) => store.assets.uses(digit.repeat(64)))).toEqual([true, false]);
    expect(store.assets.count()).toBe(3);
  });

  it('with the same content are told, those in the bin last', () => {
    const found = store.assets.byHash('a'.repeat(64));
    expect(found.map(({ trashedAt }) => trashedAt)).toEqual([null, null, 7]);
    expect(store.assets.trashedBefore(8).map(({ name }) => name)).toEqual(['Dibuang']);
    expect(store.assets.trashedBefore(7)).toEqual([]);
    expect(store.assets.byState(['imported', 'ready'])).toHaveLength(4);
  });
});

describe('jobs', () => {
  const put = (...jobs: Job[]) =>
    store.commit({ ...edit, audited: false }, (tx) => jobs.map((job) => tx.put('job', job)));

  it('are handed out by priority, then age; finished ones newest first and pruned', async () => {
    const jobs = [
      sampleJob({ title: 'old' }),
      sampleJob({ title: 'urgent', priority: 5, state: 'waiting' }),
      sampleJob({ title: 'new' }),
      ...[1, 2, 3].map((endedAt) => sampleJob({ title: `done ${endedAt}`, state: 'done', endedAt })),
    ];
    await put(...jobs);
    expect(store.jobs.unfinished().map(({ title }) => title)).toEqual(['urgent', 'old', 'new']);
    expect(store.jobs.recent(2).map(({ title }) => title)).toEqual(['done 3', 'done 2']);
    store.jobs.prune(1);
    expect(store.jobs.recent(9).map(({ title }) => title)).toEqual(['done 3']);
    expect(store.jobs.unfinished()).toHaveLength(3);
    expect(store.audit.list({ limit: 9 })).toEqual([]);
  });
});
