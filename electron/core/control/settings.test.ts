/** What the settings refuse before they are kept. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore, type Store, settingsOf } from '../store';
import { operator, quiet, refused, temporaryFolder } from '../store/samples';
import { updateSettings } from './settings';

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
beforeEach(async () => {
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock: { now: () => 1 }, log: quiet });
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

const update = (values: Parameters<typeof updateSettings>[1]['values']) =>
  updateSettings(store, { rev: settingsOf(store).rev, values, actor: operator, dataDir: folder.dir });

it('refuses limits of the quality check that cannot both hold, and keeps those before', async () => {
  await update({ quality: { blackMs: 1000 } });
  const { code, data } = await refused(() => update({ quality: { blackMs: 6000 } }));
  expect([code, data.details[0]?.code]).toEqual(['invalidInput', 'quality.blackErrorFirst']);
  expect(settingsOf(store).quality).toEqual({ blackMs: 1000 });
  await update({ quality: { blackMs: 6000, blackErrorMs: 8000 } });
  expect(settingsOf(store).quality).toEqual({ blackMs: 6000, blackErrorMs: 8000 });
});
