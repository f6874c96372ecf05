import { expect, it } from 'vitest';
import { newId } from '../../contract/ulid';
import { planOf } from '../../domain/rundown/plan';
import { localTime } from '../../domain/time';
import { createRundowns } from '../rundowns';
import { createBookings } from '../schedule/bookings';
import type { Store } from '../store';
import { freshStore } from '../store/fresh-store';
import { quiet, sampleAsset } from '../store/samples';
import { DEMO_CALLER } from './caller';
import { setUpRadio } from './radio';
import { DEMO_SPOTS } from './ruang-pemilih';

const clock = { now: () => Date.parse('2024-11-14T05:00:00Z') };
let store: Store;
freshStore((fresh) => {
  store = fresh;
}, clock);

it('is exactly an hour long, on its second everywhere, and made once', async () => {
  const rundowns = createRundowns({ store, clock, log: quiet });
  const schedule = { handlers: { bookings: createBookings(store, clock) } };
  const assets = new Map(DEMO_SPOTS.map(({ slug }) => [slug, newId()]));
  await store.commit({ command: 'tests.seed', actor: DEMO_CALLER.actor }, (tx) => {
    for (const [slug, id] of assets) tx.put('asset', sampleAsset({ id, name: slug }));
  });
  for (let begun = 0; begun < 2; begun++) await setUpRadio({ store, clock, rooms: { rundowns, schedule } }, assets);
  const [rundown, ...others] = store.all('rundown');
  if (!rundown) throw new Error('no rundown');
  expect([rundown.date, others]).toEqual(['2024-11-14', []]);
  const { items } = await rundowns.handlers.rundowns.get({ id: rundown.id }, DEMO_CALLER);
  const plan = planOf(rundown, items);
  const booked = new Map(store.all('booking').map(({ id, name }) => [id, name]));
  const breaks = items.filter(({ kind }) => kind === 'spotBreak');
  expect(breaks.map(({ spots }) => spots.map(({ bookingId }) => booked.get(bookingId ?? '')))).toEqual(
    Array.from({ length: 3 }, () => DEMO_SPOTS.map(({ name }) => name)),
  );
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
