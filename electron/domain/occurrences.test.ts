import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Weekday } from '../contract/scalars';
import { DAY_MS, dateOf, dayNumber, HOUR_MS, timeOf } from './calendar';
import { at } from './compile-fixtures';
import { type BookingTimes, occurrences, windowsNear } from './occurrences';
import { localParts } from './time';

const WIB = 'Asia/Jakarta';
const times = (over: Partial<BookingTimes>): BookingTimes => ({
  from: '2026-01-01',
  to: '2026-12-31',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  rule: null,
  exceptions: [],
  dayparts: [{ start: '06:00:00', end: '09:00:00' }],
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
    const night = { from: '2026-03-01', to: '2026-03-01', dayparts: [{ start: '22:00:00', end: '05:00:00' }] };
    const found = ['2026-03-01 22:00:00 2026-03-02 05:00:00'];
    expect(during(night, '2026-03-02 04:00:00', '2026-03-02 04:30:00')).toEqual(found);
    expect(during(night, '2026-03-02 05:00:00', '2026-03-03 00:00:00')).toEqual([]);
    expect(during(night, '2026-03-01 00:00:00', '2026-03-01 22:00:00')).toEqual([]);
  });

  it('joins days that touch, so that nothing is seen of midnight', () => {
    const whole = { dayparts: [{ start: '00:00:00', end: '24:00:00' }] };
    expect(during(whole, '2026-03-01 12:00:00', '2026-03-02 12:00:00')).toEqual([
      '2026-01-01 00:00:00 2027-01-01 00:00:00',
    ]);
    const sixToSix = { dayparts: [{ start: '06:00:00', end: '06:00:00' }], weekdays: [1, 2, 3] };
    expect(during(sixToSix, '2026-03-03 12:00:00', '2026-03-03 13:00:00')).toEqual([
      '2026-03-02 06:00:00 2026-03-05 06:00:00',
    ]);
  });

  it('goes on to the end of the calendar but for one day, without counting every day of it', () => {
    const whole = [{ start: '00:00:00', end: '24:00:00' }];
    const forever = { from: '0026-01-01', to: '9999-12-31', dayparts: whole };
    const [before, after] = occurrences(
      times({ ...forever, exceptions: ['2026-03-02'] }),
      WIB,
      at('2026-03-01 00:00:00'),
      at('2026-03-04 00:00:00'),
    );
    expect([before?.start, before?.end]).toEqual([at('0026-01-01 00:00:00'), at('2026-03-02 00:00:00')]);
    expect([after?.start, after?.end]).toEqual([at('2026-03-03 00:00:00'), at('9999-12-31 24:00:00')]);
    const [ruled] = occurrences(
      times({ ...forever, rule: 'FREQ=DAILY' }),
      WIB,
      at('2026-03-01 00:00:00'),
      at('2026-03-04 00:00:00'),
    );
    expect(ruled?.start).toBe(at('2000-01-01 00:00:00'));
    expect(ruled?.end).toBeGreaterThan(at('2027-03-01 00:00:00'));
  });

  it('has no window in an hour that the clocks skip, and two hours in one that comes twice', () => {
    const zone = 'America/New_York';
    const hour = (start: string, end: string) => ({ dayparts: [{ start, end }] });
    expect(during(hour('02:00:00', '03:00:00'), '2026-03-08 00:00:00', '2026-03-09 00:00:00', zone)).toEqual([]);
    const [twice] = occurrences(
      times(hour('01:00:00', '02:00:00')),
      zone,
      at('2026-11-01 00:00:00', zone),
      at('2026-11-02 00:00:00', zone),
    );
    expect((twice?.end ?? 0) - (twice?.start ?? 0)).toBe(2 * HOUR_MS);
  });

  it('takes the days a rule names, but for exceptions', () => {
    const first = { rule: 'FREQ=MONTHLY;BYDAY=1MO', exceptions: ['2026-04-06'] };
    const found = during(first, '2026-01-01 00:00:00', '2026-07-01 00:00:00');
    expect(found.map((window) => window.slice(0, 10))).toEqual([
      '2026-01-05',
      '2026-02-02',
      '2026-03-02',
      '2026-05-04',
      '2026-06-01',
    ]);
    expect(
      during({ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, '2026-01-01 00:00:00', '2026-12-31 00:00:00'),
    ).toEqual([]);
  });

  it('unites dayparts that overlap and keeps others apart', () => {
    const dayparts = [
      { start: '15:00:00', end: '16:00:00' },
      { start: '06:00:00', end: '08:00:00' },
      { start: '07:00:00', end: '09:00:00' },
    ];
    expect(during({ dayparts }, '2026-03-01 00:00:00', '2026-03-02 00:00:00')).toEqual([
      '2026-03-01 06:00:00 2026-03-01 09:00:00',
      '2026-03-01 15:00:00 2026-03-01 16:00:00',
    ]);
  });

  it('finds the same windows however wide it is asked, and the neighbours of any interval', () => {
    const days = fc.integer({ min: dayNumber('2025-12-01'), max: dayNumber('2027-01-31') });
    const time = fc.integer({ min: 0, max: 86_399 }).map((second) => timeOf(second * 1000));
    const zone = fc.constantFrom(WIB, 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe');
    const every = fc.constant<Weekday[]>([1, 2, 3, 4, 5, 6, 7]);
    const weekdays = fc.oneof(every, fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }));
    // A whole day makes windows that touch the next day's.
    const daypart = fc.tuple(time, fc.option(time)).map(([start, end]) => ({ start, end: end ?? start }));
    const rules = fc.constantFrom(null, null, 'FREQ=DAILY;INTERVAL=3', 'FREQ=MONTHLY;BYDAY=-1FR');
    fc.assert(
      fc.property(
        zone,
        fc.tuple(days, days),
        weekdays,
        rules,
        fc.array(days.map(dateOf), { maxLength: 5 }),
        fc.array(daypart, { minLength: 1, maxLength: 4 }),
        days,
        fc.integer({ min: 1, max: 9 }),
        (name, [a, b], on, rule, exceptions, dayparts, d, n) => {
          const dates = { from: dateOf(Math.min(a, b)), to: dateOf(Math.max(a, b)) };
          const booking = { ...dates, weekdays: on, rule, exceptions, dayparts };
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
