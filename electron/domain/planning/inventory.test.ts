import { describe, expect, it } from 'vitest';
import { dayNumber, HOUR_MS } from '../calendar';
import { booking, inputFor, ofAsset, VT01, video } from '../compile-fixtures';
import { atOnce } from '../steps';
import { policyOf } from '../traffic/fixtures';
import { inventoryOf } from './inventory';

const CLIP = video(1, 30_000);
const slot = (n: number, every = 1) => ({ how: { kind: 'slot' as const, slot: n, every, first: 0 } });

function take(by: 'hour' | 'day' | 'month', from: string, to: string, given: Parameters<typeof inputFor>[0] = {}) {
  const bookings = [
    booking(1, ofAsset(CLIP), slot(1)),
    booking(2, ofAsset(CLIP), { ...slot(2, 2), dayparts: [{ start: '09:00:00', end: '15:00:00' }] }),
    booking(3, ofAsset(CLIP), { weekdays: [1] }),
  ];
  const all = { assets: [CLIP], policy: policyOf(), bookings, ...given };
  const { from: _from, until: _until, ...question } = inputFor(all, 0, 1);
  return atOnce(inventoryOf({ question, first: dayNumber(from), last: dayNumber(to), by }));
}

describe('inventory', () => {
  it('tells plays and free places of every slot on a day', () => {
    const { cells, slots } = take('day', '2026-03-03', '2026-03-03');
    expect(slots).toHaveLength(10);
    const [day] = cells;
    expect(day).toMatchObject({ at: '2026-03-03', openMs: 16 * HOUR_MS, plays: 192 + 36 });
    expect(day?.slots.slice(0, 3)).toEqual([
      { plays: 192, free: 0 },
      { plays: 192, free: 156 },
      { plays: 192, free: 192 },
    ]);
    expect(day?.freeMs).toBe(16 * HOUR_MS - 228 * 30_000);
  });

  it('counts rotation as booked, and yet as free', () => {
    const [monday] = take('day', '2026-03-02', '2026-03-02').cells;
    expect(monday?.bookedMs).toBe(16 * HOUR_MS);
    expect(monday?.freeMs).toBe(16 * HOUR_MS - 228 * 30_000);
  });

  it('comes to the same by hour, day and month', () => {
    const [first, last] = ['2026-03-01', '2026-03-08'] as const;
    const sums = (['hour', 'day', 'month'] as const).map((by) => {
      const { cells } = take(by, first, last);
      return (['openMs', 'plays', 'bookedMs', 'freeMs'] as const).map((field) =>
        cells.reduce((sum, cell) => sum + cell[field], 0),
      );
    });
    expect(sums[0]).toEqual(sums[1]);
    expect(sums[1]).toEqual(sums[2]);
    const hours = take('hour', first, first).cells;
    expect(hours.map(({ at }) => at.slice(11)).join(' ')).toBe('06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21');
    expect(hours[3]?.slots[1]).toEqual({ plays: 12, free: 6 });
  });

  it('has no cell for a closed day, and keeps filler slots from being sold', () => {
    const slots = [
      { ms: 30_000, purpose: 'any' as const },
      { ms: 30_000, purpose: 'filler' as const },
    ];
    const policy = policyOf({ slots, closures: [{ from: '2026-03-04', to: '2026-03-04', why: '' }] });
    const { cells } = take('day', '2026-03-03', '2026-03-05', { policy, bookings: [] });
    expect(cells.map(({ at, freeMs }) => [at, freeMs])).toEqual([
      ['2026-03-03', 8 * HOUR_MS],
      ['2026-03-05', 8 * HOUR_MS],
    ]);
  });

  it('is told without a policy, in a zone that is a quarter of an hour off', () => {
    const all = { policy: null, display: { ...VT01, zone: 'Asia/Kathmandu' } };
    const hours = take('hour', '2026-03-02', '2026-03-02', all).cells;
    expect(hours).toHaveLength(24);
    expect(hours.every(({ openMs }) => openMs === HOUR_MS)).toBe(true);
  });
});
