/** Two people, not two names: whoever made material of some categories does not let it through. */
import { expect, it } from 'vitest';
import type { Asset } from '../../contract/records/asset';
import { video } from '../../domain/compile-fixtures';
import type { Store } from '../store';
import { freshStore } from '../store/fresh-store';
import { refused } from '../store/samples';
import { baseOf } from './renditions';
import { newAsset } from './take-in';
import { underLaw } from './under-law';

const clock = { now: () => Date.parse('2026-03-02T03:00:00Z') };
const user = (id: string, name: string) => ({ kind: 'user' as const, id, name });
const MAKER = user('U1', 'Siti Aminah');
let store: Store;
freshStore((fresh) => {
  store = fresh;
}, clock);

const made = (): Asset => ({
  ...newAsset({ path: '', originalName: 'tps.mp4', hash: 'a'.repeat(64), bytes: 5, by: MAKER }, 1),
  category: 'Pemilu',
  approval: 'pending',
});
const letThrough = (asset: Asset, by: typeof MAKER) =>
  underLaw(store, { ...asset, approval: 'approved' }, asset, { actor: by, role: 'head', now: clock.now() });
const isRefused = async (asset: Asset, by: typeof MAKER) =>
  (await refused(() => letThrough(asset, by))).data.details.map(({ code }) => code);

it('is not by whoever made it under another name, and is by another of the same name', async () => {
  expect(await isRefused(made(), { ...MAKER, name: 'Siti A. Rahman' })).toEqual(['library.fourEyes']);
  expect(letThrough(made(), { ...MAKER, id: 'U2' }).approval).toBe('approved');
});

it('goes by the maker still when a file is looked into anew, and by the name of what is older', async () => {
  expect(baseOf(made())).toMatchObject({ createdBy: 'Siti Aminah', createdById: 'U1' });
  const old = video(1, 30_000, { category: 'Pemilu', approval: 'pending', createdBy: 'Siti Aminah' });
  expect('createdById' in baseOf(old)).toBe(false);
  expect(await isRefused(old, { ...MAKER, id: 'U2' })).toEqual(['library.fourEyes']);
});
