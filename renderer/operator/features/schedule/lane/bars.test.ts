import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayNumber } from '../../../../../electron/domain/calendar';
import { daySpan } from '../days';
import {
  type Bar,
  barsOf,
  barsWithin,
  hitAt,
  type Laned,
  MARK_PX,
  type NamedDays,
  ruleKey,
  TRACK_PX,
  tracksOf,
} from './bars';

const ZONE = 'Asia/Jakarta';
const clocks = { station: ZONE, display: 'Asia/Jayapura' };
const none: NamedDays = new Map();
const HOUR_MS = 3_600_000;
const START = dayNumber('2026-03-01');
const month = { from: daySpan('2026-03-01', ZONE).from, until: daySpan('2026-03-31', ZONE).until };

const booking = (id: string, from: number, days: number): Laned => ({
  ...{ id, from: dateOf(START + from), to: dateOf(START + from + days), weekdays: [1, 2, 3, 4, 5, 6, 7] },
  ...{ rule: null, exceptions: [], dayparts: [{ start: '22:00:00', end: '02:00:00' }], zone: 'station' },
  how: { kind: 'rotation' },
});
const anyBookings = fc
  .array(fc.tuple(fc.nat(40), fc.nat(12)), { maxLength: 25 })
  .map((all) => all.map(([from, days], index) => booking(`B${index}`, from, days)));

describe('bars', () => {
  it('never share a day with another of their track, in whatever order they come', () => {
    fc.assert(
      fc.property(anyBookings, (bookings) => {
        const tracks = tracksOf(bookings);
        expect(tracksOf([...bookings].reverse())).toEqual(tracks);
        for (const a of bookings)
          for (const b of bookings) {
            if (a.id === b.id || tracks.get(a.id) !== tracks.get(b.id)) continue;
            expect(a.to < b.from || b.to < a.from).toBe(true);
          }
      }),
    );
  });

  it('are periods over a month, and nights over a day, read on the clock they are booked by', () => {
    const one = booking('A', 2, 3);
    expect(barsOf(one, 0, month, clocks, none)).toEqual([
      {
        ...{ bookingId: 'A', part: null, track: 0, exact: false },
        from: daySpan('2026-03-03', ZONE).from,
        until: daySpan('2026-03-06', ZONE).until,
      },
    ]);
    const day = daySpan('2026-03-04', ZONE);
    const nights = barsOf(one, 0, day, clocks, none);
    expect(nights.map(({ from, until }) => [(from - day.from) / HOUR_MS, (until - day.from) / HOUR_MS])).toEqual([
      [-2, 2],
      [22, 26],
    ]);
    const east = barsOf({ ...one, zone: 'display' }, 0, day, clocks, none);
    expect(east.map(({ from }) => (from - day.from) / HOUR_MS)).toEqual([20]);
    expect(barsOf({ ...one, exceptions: ['2026-03-04'] }, 0, day, clocks, none)).toHaveLength(1);
  });

  it('of a rule are on the days it names, once they are known', () => {
    const one = { ...booking('A', 0, 30), rule: 'FREQ=MONTHLY;BYDAY=1WE' };
    const day = daySpan('2026-03-04', ZONE);
    expect(barsOf(one, 0, day, clocks, none)).toEqual([]);
    const named = new Map([[ruleKey(one), new Set(['2026-03-03', '2026-03-04'].map(dayNumber))]]);
    expect(barsOf(one, 0, day, clocks, named)).toHaveLength(2);
    expect(barsOf({ ...one, exceptions: ['2026-03-03'] }, 0, day, clocks, named)).toHaveLength(1);
    expect(barsOf({ ...one, from: '2026-03-02' }, 0, day, clocks, named)).toEqual([]);
    expect(barsOf({ ...one, to: '2026-03-03' }, 0, day, clocks, named)).toHaveLength(1);
  });

  it('of exact times are marks where they begin, as long as what airs, on a line of their days from afar', () => {
    const one: Laned = {
      ...booking('A', 2, 2),
      how: { kind: 'exact', times: ['08:00:00', '06:30:00'], whenTaken: 'delay' },
    };
    const day = daySpan('2026-03-04', ZONE);
    const close = barsOf(one, 0, day, clocks, none, 30_000);
    expect(close.map(({ from, until, part }) => [(from - day.from) / HOUR_MS, until - from, part])).toEqual([
      [6.5, 30_000, 1],
      [8, 30_000, 0],
    ]);
    const far = barsOf(one, 0, month, clocks, none, 30_000);
    expect(far.map(({ part }) => part)).toEqual([null, 1, 0, 1, 0, 1, 0]);
    expect(far[0]).toMatchObject({ from: daySpan('2026-03-03', ZONE).from, until: daySpan('2026-03-05', ZONE).until });
    const rule = { ...one, rule: 'FREQ=MONTHLY;BYDAY=1WE' };
    const named = new Map([[ruleKey(rule), new Set([dayNumber('2026-03-04')])]]);
    expect(barsOf(rule, 0, month, clocks, named).map(({ from }) => (from - day.from) / HOUR_MS)).toEqual([-24, 6.5, 8]);
    // Half a minute is no pixel of a month.
    const left = ((far[1]?.from ?? 0) - month.from) / ((month.until - month.from) / 1000);
    const hit = (x: number) => hitAt(far, x, 5, month, 1000);
    const mark = { bar: expect.objectContaining({ part: expect.any(Number) }), edge: null };
    expect([hit(left), hit(left + MARK_PX - 1)]).toEqual([mark, mark]);
    expect(hit(left - 1)).toEqual({ bar: far[0], edge: null });
    expect(hit(left - 6)).toEqual({ bar: far[0], edge: 'start' });
  });

  it('are hit where they are drawn, at their ends to be stretched', () => {
    const bar: Bar = { bookingId: 'A', from: 100, until: 200, part: null, track: 1, exact: false };
    const view = { from: 0, until: 1000 };
    const hit = (x: number, y: number) => hitAt([bar], x, y, view, 1000);
    expect(hit(150, TRACK_PX + 5)).toEqual({ bar, edge: null });
    expect([hit(102, 30)?.edge, hit(198, 30)?.edge]).toEqual(['start', 'end']);
    expect([hit(150, 5), hit(99, 30), hit(200, 30)]).toEqual([null, null, null]);
    fc.assert(fc.property(fc.integer({ min: 100, max: 199 }), (x) => hit(x, 30)?.bar === bar));
    expect(barsWithin([bar], { from: 190, until: 400 }, TRACK_PX - 4, TRACK_PX + 1)).toEqual(['A']);
    expect(barsWithin([bar], { from: 190, until: 400 }, 0, TRACK_PX)).toEqual([]);
  });
});
