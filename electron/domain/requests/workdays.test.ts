import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayNumber, weekdayOf } from '../calendar';
import { type OfficeDays, officeCalendar } from './workdays';

const FIVE: OfficeDays = { workdays: [1, 2, 3, 4, 5], holidays: [] };
const day = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2035-12-31') }).map(dateOf);
/** Days on which something may come in, and holidays near to it. */
const office = fc.record({
  workdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  holidays: fc.array(fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2026-12-31') }).map(dateOf), {
    maxLength: 40,
  }),
});
const near = fc.integer({ min: dayNumber('2025-12-01'), max: dayNumber('2026-12-31') }).map(dateOf);
const count = fc.integer({ min: 1, max: 30 });

describe('working days', () => {
  it('are counted from the day after, over weekends and holidays', () => {
    // Monday 2 March 2026: ten working days on is Monday 16 March.
    expect(officeCalendar(FIVE).after('2026-03-02', 10)).toBe('2026-03-16');
    // Nyepi (19) and Idul Fitri (20) with leave in common (23, 24): from the 16th two working days come to the 18th, three to the 25th.
    const march = officeCalendar({ ...FIVE, holidays: ['2026-03-19', '2026-03-20', '2026-03-23', '2026-03-24'] });
    expect([march.after('2026-03-16', 2), march.after('2026-03-16', 3)]).toEqual(['2026-03-18', '2026-03-25']);
    expect(officeCalendar(FIVE).after('2026-03-07', 1)).toBe('2026-03-09');
    expect(officeCalendar({ ...FIVE, workdays: [1, 2, 3, 4, 5, 6] }).after('2026-03-06', 1)).toBe('2026-03-07');
    expect(officeCalendar(FIVE).between('2026-03-16', '2026-03-13')).toBe(-1);
  });

  it('end on a working day, which is exactly so many on', () => {
    fc.assert(
      fc.property(office, near, count, (days, from, days_) => {
        const calendar = officeCalendar(days);
        const to = calendar.after(from, days_);
        expect(calendar.isWorkday(to)).toBe(true);
        expect(days.workdays).toContain(weekdayOf(dayNumber(to)));
        expect(days.holidays).not.toContain(to);
        expect(calendar.between(from, to)).toBe(days_);
      }),
    );
  });

  it('follow on one another: an extension is counted from the last day before', () => {
    fc.assert(
      fc.property(office, near, count, count, (days, from, first, more) => {
        const calendar = officeCalendar(days);
        expect(calendar.after(calendar.after(from, first), more)).toBe(calendar.after(from, first + more));
      }),
    );
  });

  it('are never sooner for a holiday more, nor for coming in later', () => {
    fc.assert(
      fc.property(office, near, near, count, (days, from, holiday, some) => {
        const more = { ...days, holidays: [...days.holidays, holiday] };
        expect(officeCalendar(more).after(from, some) >= officeCalendar(days).after(from, some)).toBe(true);
        const next = dateOf(dayNumber(from) + 1);
        expect(officeCalendar(days).after(next, some) >= officeCalendar(days).after(from, some)).toBe(true);
      }),
    );
  });

  it('add up over any day between', () => {
    fc.assert(
      fc.property(office, fc.tuple(day, day, day), (days, some) => {
        const [a = '', b = '', c = ''] = [...some].sort();
        const { between } = officeCalendar(days);
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
      }),
      { numRuns: 40 },
    );
  });

  it('are none of an office that never works', () => {
    expect(() => officeCalendar({ workdays: [], holidays: [] })).toThrow(RangeError);
  });
});
