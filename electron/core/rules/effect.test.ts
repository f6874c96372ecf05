/** What is booked in the coming days is asked, at every place it is booked for; what is paused or over is not. */
import { expect, it } from 'vitest';
import { ALWAYS, EVERYWHERE, type RuleFields } from '../../contract/records/rule';
import { newId } from '../../contract/ulid';
import { dateOf, dayNumber } from '../../domain/calendar';
import { booking, ofAsset, video } from '../../domain/compile-fixtures';
import { stageRefOf } from '../../domain/judge/stage-ref';
import { atOnce } from '../../domain/steps';
import type { Store } from '../store';
import { freshStore } from '../store/fresh-store';
import { operator, sampleDisplay } from '../store/samples';
import { ruleEffect, stageEffect } from './effect';
import { addRule } from './rules';
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
  const calm = { off: none, capped: none, names: [] };
  const kept = { off: { clips: 1, bookings: 2 }, capped: none, names };
  expect(ask({})).toEqual({ days: 30, less: kept, more: calm });
  expect(ask({ active: false })).toEqual({ days: 30, less: calm, more: calm });
  const radio = { ...EVERYWHERE, channels: ['radio' as const] };
  expect(ask({ scope: radio }).less.off).toEqual(none);
  // The other way about: of a rule that stands, what may air without it.
  const { id } = await standing(ruleFields({ scope: EVERYWHERE }));
  expect(atOnce(ruleEffect(store, { id, fields: null }, now))).toEqual({ days: 30, less: calm, more: kept });
  const off = { ...ruleFields({ scope: EVERYWHERE }), active: false };
  expect(atOnce(ruleEffect(store, { id, fields: off }, now)).more).toEqual(kept);
});

it('tells what a stage that is moved lets air and keeps off, by the rules that go by it', async () => {
  const shown = sampleDisplay();
  const where = { displayIds: [shown.id], groupIds: [] };
  const stage = { key: 'tenang', name: 'Masa tenang', ...ahead(2) };
  const calendar = { id: newId(now), rev: 0, name: 'Pilkada', source: '', stages: [stage], createdAt: 1 };
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    tx.put('display', shown);
    tx.put('stageCalendar', calendar);
    for (const asset of [FIRST, SECOND]) tx.put('asset', asset);
    tx.put('booking', booking(1, ofAsset(FIRST), { where, ...ahead(2) }));
    tx.put('booking', booking(2, ofAsset(SECOND), { where, ...ahead(10) }));
  });
  const stages = [stageRefOf(calendar.id, stage.key)];
  await standing(ruleFields({ scope: EVERYWHERE, time: { ...ALWAYS, stages } }));
  const moved = (days: number) => {
    const fields = { name: calendar.name, source: '', stages: [{ ...stage, ...ahead(days) }] };
    return atOnce(stageEffect(store, { id: calendar.id, fields }, now));
  };
  const [first, second] = [booking(1, ofAsset(FIRST)).name, booking(2, ofAsset(SECOND)).name];
  expect(moved(10)).toMatchObject({
    less: { off: { clips: 1, bookings: 1 }, names: [second] },
    more: { off: { clips: 1, bookings: 1 }, names: [first] },
  });
  expect(moved(2)).toMatchObject({ less: { names: [] }, more: { names: [] } });
});

const standing = (fields: RuleFields) =>
  store.commit({ command: 'tests.seed', actor: operator }, (tx) => addRule(tx, fields, operator, now));
