/** What is booked in the coming days is asked, at every place it is booked for; what is paused or over is not. */
import { expect, it } from 'vitest';
import { EVERYWHERE, type RuleFields } from '../../contract/records/rule';
import { dateOf, dayNumber } from '../../domain/calendar';
import { booking, ofAsset, video } from '../../domain/compile-fixtures';
import { atOnce } from '../../domain/steps';
import type { Store } from '../store';
import { freshStore } from '../store/fresh-store';
import { operator, sampleDisplay } from '../store/samples';
import { ruleEffect } from './effect';
import { ruleFields } from './samples';

const now = Date.parse('2024-11-25T03:00:00Z');
let store: Store;
freshStore(
  (fresh) => {
    store = fresh;
  },
  { now: () => now },
);

const DAY = dayNumber('2024-11-25');
const [FIRST, SECOND] = [video(1, 30_000), video(2, 30_000)];
const ahead = (days: number) => ({ from: dateOf(DAY + days), to: dateOf(DAY + days + 1) });
const ask = (over: Partial<RuleFields>) =>
  atOnce(ruleEffect(store, { id: null, fields: ruleFields({ scope: EVERYWHERE, ...over }) }, now));

it('counts clips and bookings, names them, and leaves out what is over, paused or far away', async () => {
  const shown = sampleDisplay();
  const where = { displayIds: [shown.id], groupIds: [] };
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    tx.put('display', shown);
    for (const asset of [FIRST, SECOND]) tx.put('asset', asset);
    tx.put('booking', booking(1, ofAsset(FIRST), { where, ...ahead(2) }));
    tx.put('booking', booking(2, ofAsset(FIRST), { where, ...ahead(10) }));
    tx.put('booking', booking(3, ofAsset(SECOND), { where, ...ahead(40) }));
    tx.put('booking', booking(4, ofAsset(SECOND), { where, ...ahead(-9) }));
    tx.put('booking', booking(5, ofAsset(SECOND), { where, ...ahead(2), paused: true }));
  });
  const names = [1, 2].map((n) => booking(n, ofAsset(FIRST)).name);
  const none = { clips: 0, bookings: 0 };
  expect(ask({})).toEqual({ days: 30, off: { clips: 1, bookings: 2 }, capped: none, names });
  expect(ask({ active: false })).toEqual({ days: 30, off: none, capped: none, names: [] });
  const radio = { ...EVERYWHERE, channels: ['radio' as const] };
  expect(ask({ scope: radio }).off).toEqual(none);
});
