import { describe, expect, it } from 'vitest';
import type { ItemChange } from '../../../electron/contract/api/rundowns';
import type { RundownItem } from '../../../electron/contract/records/rundown-item';
import { items, partId, RUNDOWN_ID } from '../../../electron/domain/rundown/samples';
import { EditQueue } from './edit-queue';
import { applied } from './pending';

/** A station that does what it is told when it is let, and counts revisions. */
function station(first: RundownItem[]) {
  let held: readonly RundownItem[] = first;
  const sent: ItemChange[][] = [];
  const faults: unknown[] = [];
  let refuse: unknown = null;
  const doors = {
    edit: async (changes: ItemChange[]) => {
      sent.push(changes);
      await Promise.resolve();
      if (refuse) throw refuse;
      for (const change of changes) {
        if (change.type !== 'set' || change.rev === null) continue;
        if (held.find(({ id }) => id === change.id)?.rev !== change.rev) throw new Error('stale');
      }
      const touched = new Set(
        changes.map((change) => (change.type === 'add' ? `${RUNDOWN_ID}:${change.key}` : change.id)),
      );
      held = applied(held, changes, { by: 'x', at: 1 }, RUNDOWN_ID).map((item) =>
        touched.has(item.id) ? { ...item, rev: item.rev + 1 } : item,
      );
      return held.filter(({ id }) => touched.has(id));
    },
    newest: async () => held,
    isStale: (fault: unknown) => fault instanceof Error && fault.message === 'stale',
    refused: (fault: unknown) => void faults.push(fault),
    now: () => 0,
    by: 'me',
    rundownId: RUNDOWN_ID,
  };
  return {
    doors,
    sent,
    faults,
    held: () => held,
    refuseWith(fault: unknown) {
      refuse = fault;
    },
    /** Somebody else. */
    change: (id: string, fields: Partial<RundownItem>) => {
      held = held.map((item) => (item.id === id ? { ...item, ...fields, rev: item.rev + 1 } : item));
    },
  };
}

const settle = () => new Promise((done) => setTimeout(done, 5));
const set = (number: number, fields: Partial<RundownItem>, rev = 1): ItemChange => ({
  type: 'set',
  id: partId(number),
  rev,
  fields,
});
const titles = (queue: EditQueue) => queue.snapshot().items.map(({ title }) => title);

describe('edits on their way', () => {
  it('are seen at once, and once when the feed brings them', async () => {
    const far = station(items({ title: 'a' }, { title: 'b' }));
    const queue = new EditQueue(far.held(), far.doors);
    queue.edit([set(1, { title: 'A' })]);
    queue.edit([set(1, { title: 'AA' })]);
    expect(titles(queue)).toEqual(['AA', 'b']);
    expect(queue.snapshot().saving).toBe(true);
    await settle();
    // The second was given the revision that the first had made.
    expect(far.sent.map(([change]) => change?.type === 'set' && change.rev)).toEqual([1, 2]);
    expect(titles(queue)).toEqual(['AA', 'b']);
    queue.receive(far.held());
    expect(queue.snapshot()).toMatchObject({ saving: false, conflicts: [] });
    expect(queue.snapshot().items).toBe(far.held());
  });

  it('are put back when refused, with a word', async () => {
    const far = station(items({ title: 'a' }));
    const queue = new EditQueue(far.held(), far.doors);
    far.refuseWith(new Error('no'));
    queue.edit([set(1, { title: 'A' })]);
    await settle();
    expect(titles(queue)).toEqual(['a']);
    expect(far.faults).toHaveLength(1);
  });

  it('go beside what somebody else changed in other fields', async () => {
    const far = station(items({ title: 'a' }));
    const queue = new EditQueue(far.held(), far.doors);
    far.change(partId(1), { durationMs: 5000 });
    queue.edit([set(1, { title: 'A' })]);
    await settle();
    expect(far.held()[0]).toMatchObject({ title: 'A', durationMs: 5000 });
    expect(queue.snapshot().conflicts).toEqual([]);
  });

  it('are kept beside theirs where both changed the same', async () => {
    const far = station(items({ title: 'a' }));
    const queue = new EditQueue(far.held(), far.doors);
    far.change(partId(1), { title: 'theirs' });
    queue.edit([set(1, { title: 'mine' })]);
    await settle();
    queue.receive(far.held());
    const [conflict] = queue.snapshot().conflicts;
    expect(conflict).toMatchObject({ mine: { title: 'mine' }, theirs: { title: 'theirs' } });
    expect(titles(queue)).toEqual(['theirs']);
    if (conflict) queue.keepMine(conflict);
    await settle();
    expect(far.held()[0]?.title).toBe('mine');
    expect(queue.snapshot().conflicts).toEqual([]);
  });

  it('add, place and remove, a segment with what is in it', async () => {
    const far = station(items({ kind: 'segment' }, { in: 1, title: 'b' }, { title: 'c' }));
    const queue = new EditQueue(far.held(), far.doors);
    queue.edit([{ type: 'remove', id: partId(1) }]);
    expect(titles(queue)).toEqual(['c']);
    await settle();
    queue.receive(far.held());
    expect(titles(queue)).toEqual(['c']);
  });

  it('see what was taken back before the feed told that it was gone', async () => {
    const far = station(items({ title: 'a' }, { title: 'b' }));
    const queue = new EditQueue(far.held(), far.doors);
    const [first] = far.held();
    queue.edit([{ type: 'remove', id: partId(1) }]);
    await settle();
    expect(titles(queue)).toEqual(['b']);
    if (first) queue.receive([{ ...first, rev: 2 }, ...far.held()]);
    expect(titles(queue)).toEqual(['a', 'b']);
  });
});
