/** Records made ready before their commit are as if they had been put. */
import { expect, it } from 'vitest';
import { PLAIN_ITEM, type RundownItem } from '../../contract/records/rundown-item';
import { newId } from '../../contract/ulid';
import { prepared, type Store } from '.';
import { freshStore } from './fresh-store';
import { operator, refused } from './samples';

let store: Store;
freshStore((fresh) => {
  store = fresh;
});

const edit = { command: 'test', actor: operator, undoable: true };
const OF = newId();
const item = (part: Partial<RundownItem> = {}): RundownItem => ({
  ...PLAIN_ITEM,
  ...{ id: `${OF}:${newId()}`, rev: 0, rundownId: OF, parentId: null, order: 'a0', updatedAt: 1, updatedBy: 'x' },
  ...part,
});
const all = () => store.rundownParts.of('rundownItem', OF);

it('stand as those that were put, are told, named in the audit, undone and done again as one', async () => {
  const many = Array.from({ length: 450 }, (_, at) => item({ title: `Materi "after":null ${at} $& 🎙` }));
  const told: number[] = [];
  store.committed.subscribe(({ changes }) => told.push(changes.length));
  await store.commit(edit, (tx) => {
    for (const each of many) tx.add(prepared('rundownItem', each));
    expect(tx.get('rundownItem', many[3]?.id ?? '')?.title).toBe(many[3]?.title);
  });
  const stored = all();
  expect(stored).toEqual(many.map((each) => ({ ...each, rev: 1 })));
  expect(told).toEqual([450]);
  const [entry] = store.audit.list({ limit: 5, record: 'rundownItem', id: many[449]?.id ?? '' });
  expect(entry?.changes).toHaveLength(450);
  expect(entry?.changes[7]).toMatchObject({ id: many[7]?.id, before: null, after: { title: many[7]?.title, rev: 1 } });
  await store.undo(operator);
  expect(all()).toEqual([]);
  await store.redo(operator);
  expect(all().map(({ title }) => title)).toEqual(many.map(({ title }) => title));
});

it('refuse what does not fit, and change nothing where one is there already', async () => {
  expect((await refused(() => prepared('rundownItem', item({ durationMs: -1 })))).code).toBe('invalidInput');
  const held = item({ title: 'Ada' });
  await store.commit(edit, (tx) => tx.put('rundownItem', held));
  const again = () =>
    store.commit(edit, (tx) => {
      for (const each of [item(), { ...held, title: 'Lain' }]) tx.add(prepared('rundownItem', each));
    });
  await expect(again()).rejects.toThrow();
  expect(all().map(({ title }) => title)).toEqual(['Ada']);
});
