import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '../../contract/ulid';
import { idFor } from '../../domain/compile-fixtures';
import { openStore, type Store } from '../store';
import { caller, operator, quiet, refused, sampleUser, temporaryFolder } from '../store/samples';
import { type ContestsRoom, createContests } from '.';

const clock = { now: () => Date.parse('2026-03-10T03:00:00Z') };
const seed = { command: 'tests.seed', actor: operator };
const [ANI, BUDI] = [newId(), newId()];
let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let contests: ContestsRoom['handlers'];

beforeEach(async () => {
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  contests = createContests({ store, clock, log: quiet, usesOf: () => [] }).handlers;
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

it('can still be edited when a juror’s account is shut, who is then added to no other', async () => {
  const people = [
    sampleUser({ id: ANI, name: 'Ani', signInName: 'ani', role: 'viewer' }),
    sampleUser({ id: BUDI, name: 'Budi', signInName: 'budi', role: 'viewer' }),
  ];
  await store.commit(seed, (tx) => people.map((user) => tx.put('user', user)));
  const fields = {
    ...{ title: 'Sayembara', theme: '', call: '', rules: '', statement: '', categories: [], jurorIds: [ANI] },
    ...{ opensOn: '2026-03-01', closesOn: '2026-03-31' },
    criteria: [{ id: idFor('K', 1), name: 'Gagasan', weight: 1 }],
  };
  const { id } = await contests.create(fields, caller);
  await store.commit(seed, (tx) => people.map((user) => tx.put('user', { ...user, rev: 1, disabled: true })));
  const at = () => ({ id, rev: store.get('contest', id)?.rev ?? 0 });
  await contests.update({ ...at(), fields: { ...fields, title: 'Sayembara 2026' } }, caller);
  expect(store.get('contest', id)).toMatchObject({ title: 'Sayembara 2026', jurorIds: [ANI] });
  const added = () => contests.update({ ...at(), fields: { ...fields, jurorIds: [ANI, BUDI] } }, caller);
  expect((await refused(added)).data.details.map(({ code }) => code)).toEqual(['contests.noJuror']);
});
