import { afterEach, beforeEach, expect, it } from 'vitest';
import { idFor } from '../../domain/compile-fixtures';
import { openStore, type Store } from '../store';
import { caller, quiet, temporaryFolder } from '../store/samples';
import { type ContestsRoom, createContests } from '.';

let now = 0;
const clock = { now: () => now };
const goTo = (day: string) => {
  now = Date.parse(`${day}T03:00:00Z`);
};
let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let room: ContestsRoom;

beforeEach(async () => {
  goTo('2026-03-10');
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  room = createContests({ store, clock, log: quiet, usesOf: () => [] });
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

it('forgets again how to reach an entrant where it was written again', async () => {
  const contests = room.handlers;
  const criteria = [{ id: idFor('K', 1), name: 'Gagasan', weight: 1 }];
  const days = { opensOn: '2026-03-01', closesOn: '2026-03-31' };
  const words = { title: 'Sayembara', theme: '', call: '', rules: '', statement: '' };
  const { id } = await contests.create({ ...words, ...days, categories: [], jurorIds: [], criteria }, caller);
  await contests.move({ id, rev: store.get('contest', id)?.rev ?? 0, to: 'open' }, caller);
  const entrant = { name: 'Sekar Wulan', from: '', phone: '0812-555', email: '' };
  const fields = { title: 'Jari Ungu', category: null, confirmed: true, ownJurorIds: [], entrant, assetId: null };
  const entry = await contests.addEntry({ contestId: id, fields }, caller);
  const held = () => store.get('contestEntry', entry.id);
  goTo('2027-05-01');
  await room.forget();
  expect(held()).toMatchObject({ forgottenAt: now, entrant: { phone: '' } });
  // What is changed without it leaves it forgotten.
  const blank = { ...fields, title: 'Jari Ungu 2', entrant: { ...entrant, phone: '' } };
  await contests.updateEntry({ id: entry.id, rev: held()?.rev ?? 0, fields: blank }, caller);
  expect(await room.forget()).toBe(0);
  await contests.updateEntry({ id: entry.id, rev: held()?.rev ?? 0, fields }, caller);
  expect(held()).toMatchObject({ forgottenAt: null, entrant: { phone: '0812-555' } });
  expect(await room.forget()).toBe(1);
  expect(held()?.entrant.phone).toBe('');
});
