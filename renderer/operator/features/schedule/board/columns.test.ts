import { describe, expect, it } from 'vitest';
import type { Booking } from '../../../../../electron/contract/records/booking';
import type { LoopPolicy } from '../../../../../electron/contract/records/loop-policy';
import { sampleBooking } from '../booking-sample';
import { columnsOf, holdersOn, slotBeside, stepOn } from './columns';

const slot = (n: number) => ({ kind: 'slot' as const, slot: n, every: 1, first: 0 });
const booking = (id: string, over: Partial<Booking> = {}) => sampleBooking(id, { how: slot(1), ...over });
const LOOP: Pick<LoopPolicy, 'slots'> = {
  slots: [30, 15, 15].map((seconds) => ({ ms: seconds * 1000, purpose: 'ilm' })),
};
const group = { id: 'town', rev: 1, name: 'Kota', displayIds: ['one', 'two'] };

describe('the board', () => {
  const all = [
    booking('late', { from: '2026-03-10' }),
    booking('early'),
    booking('third', { how: slot(3) }),
    booking('beyond', { how: slot(7) }),
    booking('over', { to: '2026-02-28', from: '2026-02-01' }),
    booking('turns', { how: { kind: 'rotation' } }),
    booking('elsewhere', { where: { displayIds: ['nine'], groupIds: [] } }),
    booking('grouped', { where: { displayIds: [], groupIds: ['town'] }, how: slot(3) }),
  ];
  const holders = holdersOn(['one'], '2026-03-01', all, [group]);
  const columns = columnsOf(LOOP, holders);

  it('has a column for each slot, empty ones too, and one for what lies beyond the loop', () => {
    expect(columns.map((each) => [each.slot, each.of?.ms ?? null, each.holders.map(({ id }) => id)])).toEqual([
      [1, 30_000, ['early', 'late']],
      [2, 15_000, []],
      [3, 15_000, ['grouped', 'third']],
      [7, null, ['beyond']],
    ]);
  });

  it.each([
    [{ slot: 1, bookingId: 'early' }, 'ArrowDown', { slot: 1, bookingId: 'late' }],
    [{ slot: 1, bookingId: 'late' }, 'ArrowDown', null],
    [{ slot: 1, bookingId: 'late' }, 'ArrowRight', { slot: 2, bookingId: null }],
    [{ slot: 2, bookingId: null }, 'ArrowLeft', { slot: 1, bookingId: 'early' }],
    [{ slot: 1, bookingId: 'late' }, 'End', { slot: 7, bookingId: 'beyond' }],
    [{ slot: 9, bookingId: 'gone' }, 'ArrowLeft', null],
  ])('from %o %s leads to %o', (from, key, to) => {
    expect(stepOn(columns, from, key)).toEqual(to);
  });

  it('moves to the slot beside, not beyond the loop', () => {
    expect([slotBeside(columns, 1, 1), slotBeside(columns, 1, -1), slotBeside(columns, 3, 1)]).toEqual([2, null, null]);
    expect(slotBeside(columns, 7, -1)).toBe(3);
  });
});
