import { expect, it } from 'vitest';
import { planOf } from '../../domain/rundown/plan';
import { localTime } from '../../domain/time';
import { createRundowns } from '../rundowns';
import type { Store } from '../store';
import { freshStore } from '../store/fresh-store';
import { quiet } from '../store/samples';
import { DEMO_CALLER } from './caller';
import { setUpRadio } from './radio';

const clock = { now: () => Date.parse('2024-11-14T05:00:00Z') };
let store: Store;
freshStore((fresh) => {
  store = fresh;
}, clock);

it('is exactly an hour long, on its second everywhere, and made once', async () => {
  const rundowns = createRundowns({ store, clock, log: quiet });
  for (let begun = 0; begun < 2; begun++) await setUpRadio({ store, clock, rooms: { rundowns } }, new Map());
  const [rundown, ...others] = store.all('rundown');
  if (!rundown) throw new Error('no rundown');
  expect([rundown.date, others]).toEqual(['2024-11-14', []]);
  const { items } = await rundowns.handlers.rundowns.get({ id: rundown.id }, DEMO_CALLER);
  const plan = planOf(rundown, items);
  expect([plan.totalMs, plan.overMs]).toEqual([3_600_000, 0]);
  const starts = plan.rows.filter(({ depth }) => depth === 0).map(({ start }) => localTime(start ?? 0, rundown.zone));
  expect(starts).toEqual([
    ...['09:00:00', '09:00:30', '09:00:45', '09:03:45', '09:15:45', '09:15:55', '09:18:25', '09:29:25'],
    ...['09:30:55', '09:31:55', '09:34:25', '09:50:25', '09:52:55', '09:56:55', '09:59:10', '09:59:30'],
  ]);
  expect(plan.rows.map(({ overMs }) => overMs).filter((over) => over !== null)).toEqual([0, 0]);
  expect(store.get('programme', rundown.programmeId ?? '')?.template).toHaveLength(items.length);
  rundowns.stop();
});
