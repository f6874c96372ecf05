import { expect, it } from 'vitest';
import { HOUR_MS } from '../calendar';
import { leftMs, measuresOf } from './measure';

const AT = Date.parse('2026-10-31T17:30:00Z');
const one = (hours: number | null, part = {}) => ({
  ...{ state: 'published' as const, reportedAt: AT, publishedAt: hours === null ? null : AT + hours * HOUR_MS },
  ...part,
});

it('counts a month on the station’s clock, with the median and the share within the target', () => {
  const cases = [one(2), one(10), one(30), one(null, { state: 'dismissed' }), one(1, { reportedAt: AT - 3 * HOUR_MS })];
  expect(measuresOf(cases, 24, 'Asia/Jakarta')).toEqual([
    { month: '2026-11', reported: 4, dismissed: 1, answered: 3, withinTarget: 2, medianMs: 10 * HOUR_MS },
    { month: '2026-10', reported: 1, dismissed: 0, answered: 1, withinTarget: 1, medianMs: 4 * HOUR_MS },
  ]);
});

it('runs a clock until the answer is out, past the target too', () => {
  const open = one(null, { state: 'checking' });
  expect(leftMs(open, 24, AT + 23 * HOUR_MS)).toBe(HOUR_MS);
  expect(leftMs(open, 24, AT + 25 * HOUR_MS)).toBe(-HOUR_MS);
  expect(leftMs(one(2), 24, AT)).toBeNull();
  expect(leftMs(one(null, { state: 'dismissed' }), 24, AT)).toBeNull();
});
