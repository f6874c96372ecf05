import { describe, expect, it } from 'vitest';
import { type Looking, nextDays } from './next-days';
import type { BookingDays } from './occurrences';
import { atOnce } from './steps';

const times = { from: '2026-03-02', to: '2026-12-31', weekdays: [1], exceptions: ['2026-04-06'] };
const ask = (part: Partial<BookingDays>, looking: Partial<Looking> = {}) =>
  atOnce(nextDays([{ ...times, rule: null, ...part }], { from: '2026-01-01', days: 366 * 5, most: 3, ...looking }))[0];

describe('next days', () => {
  it('are named by weekday or rule, without exceptions and what is over', () => {
    expect(ask({})).toEqual(['2026-03-02', '2026-03-09', '2026-03-16']);
    const firstMondays = ask({ rule: 'FREQ=MONTHLY;BYDAY=1MO' }, { from: '2026-03-03' });
    expect(firstMondays).toEqual(['2026-05-04', '2026-06-01', '2026-07-06']);
    const everySecond = ask({ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' });
    expect(everySecond).toEqual(['2026-03-02', '2026-03-16', '2026-03-30']);
  });

  it('are none of a rule that cannot be read, that never comes, or beyond the days looked at', () => {
    expect(ask({ rule: 'FREQ=NONE' })).toEqual([]);
    expect(ask({ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', to: '9999-12-31' })).toEqual([]);
    expect(ask({ rule: 'FREQ=MONTHLY;BYDAY=1MO' }, { from: '2026-04-07', days: 27 })).toEqual([]);
    expect(ask({ rule: 'FREQ=MONTHLY;BYDAY=1MO' }, { from: '2026-04-07', days: 28 })).toEqual(['2026-05-04']);
  });

  it('pause after each booking and each year, however rarely a rule comes', () => {
    const rare = { ...times, to: '9999-12-31', rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29' };
    const steps = [...nextDays([rare, rare], { from: '2026-03-02', days: 366 * 5, most: 5 })];
    expect(steps.length).toBe(2 * (5 + 1));
  });
});
