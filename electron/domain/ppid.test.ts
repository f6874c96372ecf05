import { expect, it } from 'vitest';
import { latestReview } from './ppid';

it('counts months on the calendar, to the last day of a shorter one', () => {
  expect(latestReview('2026-03-02', 6)).toBe('2026-09-02');
  expect(latestReview('2026-08-31', 6)).toBe('2027-02-28');
  expect(latestReview('2027-08-31', 6)).toBe('2028-02-29');
  expect(latestReview('2026-12-15', 1)).toBe('2027-01-15');
});
