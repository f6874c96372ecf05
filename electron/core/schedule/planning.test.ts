import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Checked, Inventory } from '../../contract/api/planning';
import { Failure } from '../../contract/failure';
import type { BookingDraft } from '../../contract/records/booking';
import { idFor, ofAsset } from '../../domain/compile-fixtures';
import { policyOf } from '../../domain/traffic/fixtures';
import { operator, quiet } from '../store/samples';
import { createSchedule, type Schedule } from '.';
import { type Bench, CLIPS, caller, DISPLAYS, openBench, SLOT_DRAFT } from './samples';

const [ONE, TWO, THREE] = DISPLAYS.map(({ id }) => id) as [string, string, string];
const DRAFT: BookingDraft = { ...SLOT_DRAFT, where: { displayIds: [ONE, TWO], groupIds: [] } };
let bench: Bench;
let schedule: Schedule;

beforeEach(async () => {
  bench = await openBench();
  const { store, clock } = bench;
  schedule = createSchedule({ store, clock, log: quiet, ensureRenditions: async () => {}, push: () => {} });
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    tx.put('loopPolicy', policyOf({ id: idFor('P', 900), where: { displayIds: [ONE, TWO], groupIds: [] } }));
  });
});
afterEach(async () => {
  await schedule.timelines.stop();
  await bench.close();
});
const check = async (draft: BookingDraft, id: string | null = null) =>
  Checked.parse(await schedule.handlers.planning.check({ draft, id }, caller));

describe('checking a draft', () => {
  it('counts what it takes on displays that agree, and keeps nothing', async () => {
    const before = bench.store.lastChange('booking');
    const { conflicts, takes, looked } = await check(DRAFT);
    expect(conflicts).toEqual([]);
    expect(takes).toMatchObject({ plays: 192 * 10 * 2, least: 192, most: 192 });
    expect(takes.displays.map(({ displayId, days }) => [displayId, days])).toEqual([
      [ONE, 10],
      [TWO, 10],
    ]);
    expect(looked).toMatchObject({ displays: 2, ofDisplays: 2, exact: true });
    expect(bench.store.lastChange('booking')).toBe(before);
  });

  it('finds another booking in the slot, but not itself', async () => {
    const made = await schedule.handlers.bookings.create(DRAFT, caller);
    expect((await check(DRAFT)).conflicts.map(({ reason }) => reason.code)).toEqual(['plan.slotOversold']);
    expect((await check(DRAFT, made.id)).conflicts).toEqual([]);
  });

  it('tells of each display apart', async () => {
    const what = ofAsset(CLIPS[2] as { id: string });
    const where = { displayIds: [ONE, THREE, idFor('D', 99)], groupIds: [] };
    const { conflicts } = await check({ ...DRAFT, where, what });
    const found = conflicts.map(({ reason, displayIds }) => [reason.code, displayIds]);
    expect(found).toContainEqual(['plan.noLoop', [THREE]]);
    expect(found).toContainEqual(['plan.noRendition', [ONE, THREE]]);
  });

  it('says so when a group holds no display', async () => {
    const where = { displayIds: [], groupIds: [idFor('G', 99)] };
    expect((await check({ ...DRAFT, where })).conflicts.map(({ reason }) => reason.code)).toEqual(['plan.nowhere']);
  });
});

describe('inventory', () => {
  it('has a row for every display, and refuses a span that is too long', async () => {
    const span = { displayIds: [ONE, THREE], from: '2026-03-02', to: '2026-03-04' };
    const { rows, leftOut } = Inventory.parse(
      await schedule.handlers.planning.inventory({ ...span, by: 'day' }, caller),
    );
    expect(leftOut).toEqual([]);
    expect(rows.map(({ displayId, cells, slots }) => [displayId, cells.length, slots.length])).toEqual([
      [ONE, 3, 10],
      [THREE, 3, 0],
    ]);
    const long = () => schedule.handlers.planning.inventory({ ...span, to: '2026-06-30', by: 'hour' }, caller);
    await expect((async () => long())()).rejects.toThrow(Failure);
  });
});

describe('days', () => {
  it('are named of each booking, as it is written', async () => {
    const [weekly, ruled] = await schedule.handlers.planning.days(
      {
        bookings: [
          { ...DRAFT, weekdays: [7] },
          { ...DRAFT, rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', to: '2026-12-31', exceptions: ['2026-03-16'] },
        ],
        ...{ from: '2026-03-01', days: 366, most: 2 },
      },
      caller,
    );
    expect(weekly).toEqual(['2026-03-08']);
    expect(ruled).toEqual(['2026-03-02', '2026-03-30']);
  });
});
