import { expect, it } from 'vitest';
import { liveOf } from '../../../electron/domain/rundown/live';
import { planOf } from '../../../electron/domain/rundown/plan';
import { items, partId, rundown } from '../../../electron/domain/rundown/samples';
import { readTimes } from './read-times';

const MINUTE = 60_000;
const plan = planOf(
  rundown(),
  items(
    { title: 'Pembuka', durationMs: MINUTE },
    { title: 'Segmen', kind: 'segment' },
    { title: 'Pengantar', durationMs: MINUTE, in: 2 },
    { title: 'Wawancara', durationMs: MINUTE, in: 2 },
    { title: 'Penutup', durationMs: MINUTE },
  ),
);
const began = plan.start + 30 * MINUTE;
const taken = (item: number, startedAt: number) => ({
  stepId: 'x',
  itemId: partId(item),
  startedAt,
  heldAt: null,
  heldMs: 0,
});
const timesAt = (item: number, startedAt: number, steps: Parameters<typeof readTimes>[1]['steps']) => {
  const current = taken(item, startedAt);
  const live = liveOf(plan, { current, skipped: [], lengths: {}, aired: [partId(1)] }, startedAt);
  const times = readTimes(plan, { show: { state: 'onAir', current }, steps, live });
  return [1, 2, 3, 4, 5].map((number) => times.get(partId(number)));
};
const aired = { itemId: partId(1), outcome: 'aired', startedAt: began } as const;

it('tells the plan where nothing is on air', () => {
  const times = readTimes(plan, { show: null, steps: [], live: { coming: [] } });
  expect([...times.values()]).toEqual(plan.rows.map(({ start }) => start));
});

it('tells what has been, is and will be on one clock, a segment with its first item', () => {
  const now = began + 2 * MINUTE;
  expect(timesAt(3, now, [aired])).toEqual([began, now, now, now + MINUTE, now + 2 * MINUTE]);
});

it('tells no time of what was jumped over', () => {
  const now = began + 2 * MINUTE;
  expect(timesAt(4, now, [aired])).toEqual([began, now, null, now, now + MINUTE]);
});
