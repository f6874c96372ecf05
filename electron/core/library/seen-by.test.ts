/** What the library tells of exempt material, and takes, from those who do not keep the desk. */
import { expect, it } from 'vitest';
import { freshLibrary } from '../../../tests/fixtures/fresh-library';
import { CALLER, OPERATOR, type TestLibrary, upload } from '../../../tests/fixtures/library';
import { AssetQuery } from '../../contract/api/library';
import { GROUND, putAsset, refused } from '../store/samples';

const PRODUCER = { ...CALLER, role: 'producer' as const };
const SAID = { notes: 'Menyebut nama korban', tags: ['korban'], subject: 'Pasangan 1' };

let on: TestLibrary;
let id: string;
freshLibrary(async (fresh) => {
  on = fresh;
  id = await upload(on, 'isi rahasia', 'Rekaman sidang.mp4');
  await on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) =>
    putAsset(tx, { ...on.asset(id), ...SAID, name: 'Materi sidang', ppid: 'exempt' }),
  );
});

const rev = () => on.asset(id).rev;

it('keeps what they are not shown when they save something else, also where a page sends its empty fields back', async () => {
  const { update } = on.library.handlers;
  const saved = await update({ id, rev: rev(), name: 'Materi A', notes: '', tags: [], subject: null }, PRODUCER);
  expect(saved).toMatchObject({ name: 'Materi A', notes: '', tags: [], subject: null, originalName: '' });
  expect(on.asset(id)).toMatchObject({ ...SAID, name: 'Materi A', originalName: 'Rekaman sidang.mp4' });
});

it.each([{ notes: 'Lain' }, { tags: ['lain'] }, { subject: 'Pasangan 2' }])(
  'refuses what would write over it unseen: %j',
  async (said) => {
    const { update } = on.library.handlers;
    const failure = await refused(() => update({ id, rev: rev(), name: 'Materi A', ...said }, PRODUCER));
    expect([failure.code, failure.data.details[0]?.code]).toEqual(['withheld', 'library.exemptWords']);
    expect(on.asset(id)).toMatchObject({ ...SAID, name: 'Materi sidang' });
    expect(await update({ id, rev: rev(), ...said }, CALLER)).toMatchObject(said);
  },
);

it('is found by its name alone, so that a search tells nothing of its words', async () => {
  const { list, tags } = on.library.handlers;
  const found = async (query: object, who: typeof CALLER) => (await list(AssetQuery.parse(query), who)).total;
  for (const query of [{ search: 'korban' }, { search: 'rekaman' }, { search: 'materi korban' }, { tag: 'korban' }]) {
    expect(await found(query, PRODUCER), JSON.stringify(query)).toBe(0);
    expect(await found(query, CALLER), JSON.stringify(query)).toBe(1);
  }
  expect(await found({ search: 'materi sid' }, PRODUCER)).toBe(1);
  expect(await tags(undefined, PRODUCER)).toEqual([]);
  expect(await tags(undefined, CALLER)).toEqual([{ tag: 'korban', count: 1 }]);
  const open = { id, rev: rev(), ppid: 'anytime' as const, ppidReviewBy: null, reason: GROUND.test };
  await on.library.handlers.declassify(open, { ...CALLER, role: 'head' });
  expect(await found({ search: 'korban' }, PRODUCER)).toBe(1);
});
