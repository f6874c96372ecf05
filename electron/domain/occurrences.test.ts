import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, dateOf, dayNumber, HOUR_MS, timeOf } from './calendar';
import { at } from './compile-fixtures';
import { type BookingTimes, occurrences, windowsNear } from './occurrences';
import { localParts } from './time';

const WIB = 'Asia/Jakarta';
const times = (over: Partial<BookingTimes>): BookingTimes => ({
  from: '2026-01-01',
  to: '2026-12-31',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  daypart: { start: '06:00:00', end: '09:00:00' },
  ...over,
});
const during = (over: Partial<BookingTimes>, from: string, until: string, zone = WIB) =>
  occurrences(times(over), zone, at(from, zone), at(until, zone)).map(({ start, end }) => {
    const [a, b] = [localParts(start, zone), localParts(end, zone)];
    return `${a.date} ${a.time} ${b.date} ${b.time}`;
  });

describe('occurrences', () => {
  it('takes the first and the last day', () => {
    const days = { from: '2026-03-01', to: '2026-03-02' };
    expect(during(days, '2026-02-20 00:00:00', '2026-03-20 00:00:00')).toEqual([
      '2026-03-01 06:00:00 2026-03-01 09:00:00',
      '2026-03-02 06:00:00 2026-03-02 09:00:00',
    ]);
  });

  it('keeps to weekdays', () => {
    // 2026-03-01 is a Sunday.
    expect(during({ weekdays: [1, 7] }, '2026-03-01 00:00:00', '2026-03-08 00:00:00')).toHaveLength(2);
  });

  it('lets a night run into the morning after the last day', () => {
    const night = { from: '2026-03-01', to: '2026-03-01', daypart: { start: '22:00:00', end: '05:00:00' } };
    const found = ['2026-03-01 22:00:00 2026-03-02 05:00:00'];
    expect(during(night, '2026-03-02 04:00:00', '2026-03-02 04:30:00')).toEqual(found);
    expect(during(night, '2026-03-02 05:00:00', '2026-03-03 00:00:00')).toEqual([]);
    expect(during(night, '2026-03-01 00:00:00', '2026-03-01 22:00:00')).toEqual([]);
  });

  it('joins days that touch, so that nothing is seen of midnight', () => {
    const whole = { daypart: { start: '00:00:00', end: '24:00:00' } };
    expect(during(whole, '2026-03-01 12:00:00', '2026-03-02 12:00:00')).toEqual([
      '2026-01-01 00:00:00 2027-01-01 00:00:00',
    ]);
    const sixToSix = { daypart: { start: '06:00:00', end: '06:00:00' }, weekdays: [1, 2, 3] };
    expect(during(sixToSix, '2026-03-03 12:00:00', '2026-03-03 13:00:00')).toEqual([
      '2026-03-02 06:00:00 2026-03-05 06:00:00',
    ]);
  });

  it('has no window in an hour that the clocks skip, and two hours in one that comes twice', () => {
    const zone = 'America/New_York';
    const hour = (start: string, end: string) => ({ daypart: { start, end } });
    expect(during(hour('02:00:00', '03:00:00'), '2026-03-08 00:00:00', '2026-03-09 00:00:00', zone)).toEqual([]);
    const [twice] = occurrences(
      times(hour('01:00:00', '02:00:00')),
      zone,
      at('2026-11-01 00:00:00', zone),
      at('2026-11-02 00:00:00', zone),
    );
    expect((twice?.end ?? 0) - (twice?.start ?? 0)).toBe(2 * HOUR_MS);
  });

  it('finds the same windows however wide it is asked, and the neighbours of any interval', () => {
    const days = fc.integer({ min: dayNumber('2025-12-01'), max: dayNumber('2027-01-31') });
    const time = fc.integer({ min: 0, max: 86_399 }).map((second) => timeOf(second * 1000));
    const zone = fc.constantFrom(WIB, 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe');
    const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    fc.assert(
      fc.property(
        zone,
        days,
        days,
        weekdays,
        time,
        fc.option(time),
        days,
        fc.integer({ min: 1, max: 9 }),
        (name, a, b, on, start, other, d, n) => {
          // A whole day makes windows that touch the next day's.
          const end = other ?? start;
          const booking = {
            from: dateOf(Math.min(a, b)),
            to: dateOf(Math.max(a, b)),
            weekdays: on,
            daypart: { start, end },
          };
          const all = occurrences(booking, name, at('2025-01-01 00:00:00', name), at('2028-01-01 00:00:00', name));
          // Asked over three years the sixteen days of reach do not clip what lies inside.
          const [from, until] = [d * DAY_MS, (d + n) * DAY_MS];
          const truth = all.filter((window) => window.end > from && window.start < until);
          expect(occurrences(booking, name, from, until)).toEqual(truth);
          const near = windowsNear(booking, name, from, until);
          expect(near.findLast((window) => window.end <= from)?.end).toBe(
            all.findLast((window) => window.end <= from)?.end,
          );
          expect(near.find((window) => window.start >= until)?.start).toBe(
            all.find((window) => window.start >= until)?.start,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
