import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EMPTY_SCRIPT, type Script, type ScriptDoc } from '../../../electron/contract/records/script';
import { partId, RUNDOWN_ID } from '../../../electron/domain/rundown/samples';
import { ScriptSaver } from './saver';

const script = (rev: number, doc: ScriptDoc = EMPTY_SCRIPT): Script => ({
  ...{ id: partId(1), rev, rundownId: RUNDOWN_ID, doc, updatedAt: 1, updatedBy: 'x' },
});
const doc = (text: string): ScriptDoc => ({
  type: 'doc',
  content: [{ type: 'line', attrs: { speaker: '' }, content: [{ type: 'text', text }] }],
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function made() {
  const far = { rev: 1, sent: [] as number[], newest: script(1) };
  const saver = new ScriptSaver(script(1), {
    save: async ({ rev, doc: written }) => {
      far.sent.push(Date.now());
      if (rev !== far.rev) throw new Error('stale');
      far.rev += 1;
      return script(far.rev, written);
    },
    newest: async () => far.newest,
    isStale: (fault) => fault instanceof Error && fault.message === 'stale',
  });
  return { far, saver };
}

it('saves a little after the last key, and at the latest three seconds after the first', async () => {
  const { far, saver } = made();
  const began = Date.now();
  for (let key = 0; key < 10; key += 1) {
    saver.edit(doc(String(key)));
    await vi.advanceTimersByTimeAsync(400);
  }
  await vi.advanceTimersByTimeAsync(2000);
  expect(far.sent.map((at) => at - began)).toEqual([3000, 4200]);
  expect(saver.snapshot()).toMatchObject({ mine: null, saving: false, saved: { rev: 3 } });
});

it('shows both where somebody else wrote meanwhile, and keeps what is chosen', async () => {
  const { far, saver } = made();
  far.rev = 5;
  far.newest = script(5, doc('theirs'));
  saver.edit(doc('mine'));
  await vi.advanceTimersByTimeAsync(700);
  expect(saver.snapshot()).toMatchObject({ theirs: { rev: 5 }, mine: doc('mine') });
  saver.keepMine();
  await vi.advanceTimersByTimeAsync(700);
  expect(saver.snapshot()).toMatchObject({ theirs: null, mine: null, saved: { rev: 6, doc: doc('mine') } });
});

it('takes what the station brings only while nothing is on its way', () => {
  const { saver } = made();
  expect(saver.receive(script(2, doc('new')))).toBe(true);
  saver.edit(doc('mine'));
  expect(saver.receive(script(3))).toBe(false);
});
