import { describe, expect, it } from 'vitest';
import { daysOfWeek, keyed, monthsOn, weeksOf } from './grid';

describe('the days of a calendar', () => {
  it('are whole weeks from Monday, all that the month has a day in', () => {
    expect(weeksOf('2026-03-15', 'month')).toEqual([
      '2026-02-23',
      '2026-03-02',
      '2026-03-09',
      '2026-03-16',
      '2026-03-23',
      '2026-03-30',
    ]);
    // February 2027 begins on a Monday and ends on a Sunday.
    expect(weeksOf('2027-02-28', 'month')).toEqual(['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22']);
    expect(weeksOf('2026-03-15', 'week')).toEqual(['2026-03-09']);
    expect(daysOfWeek('2026-12-28').at(-1)).toBe('2027-01-03');
  });

  it('go by month to the same day, or the last there is', () => {
    expect(monthsOn('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthsOn('2028-01-31', 1)).toBe('2028-02-29');
    expect(monthsOn('2026-01-15', -1)).toBe('2025-12-15');
    expect(monthsOn('2026-12-31', 1)).toBe('2027-01-31');
  });

  it.each([
    ['ArrowLeft', '2026-02-28'],
    ['ArrowDown', '2026-03-08'],
    ['Home', '2026-02-23'],
    ['End', '2026-03-01'],
    ['PageDown', '2026-04-01'],
    ['x', null],
  ])('%s leads from a Sunday the first to %s', (key, to) => {
    expect(keyed('2026-03-01', 'month', key)).toBe(to);
  });

  it('page by the week where a week is in view', () => {
    expect(keyed('2026-03-01', 'week', 'PageUp')).toBe('2026-02-22');
  });
});
