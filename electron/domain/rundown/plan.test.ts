/** The demo show sums to 60:00 and comes out to the second. */
import { describe, expect, it } from 'vitest';
import { localTime } from '../time';
import { planOf } from './plan';
import { items, rundown } from './samples';
import { span } from './vector-samples';

const SHOW: [title: string, length: string, start: string][] = [
  ['Tanda waktu + jingle', '0:30', '09:00:00'],
  ['Bumper in', '0:15', '09:00:30'],
  ['Pembuka', '3:00', '09:00:45'],
  ['Segmen 1 Tahapan', '12:00', '09:03:45'],
  ['Smash', '0:10', '09:15:45'],
  ['Jeda 1', '2:30', '09:15:55'],
  ['Segmen 2 Cek DPT', '11:00', '09:18:25'],
  ['Insert Hoaks atau Fakta', '1:30', '09:29:25'],
  ['Vox pop', '1:00', '09:30:55'],
  ['Jeda 2', '2:30', '09:31:55'],
  ['Segmen 3 Telepon & WA', '16:00', '09:34:25'],
  ['Jeda 3', '2:30', '09:50:25'],
  ['Kesimpulan', '4:00', '09:52:55'],
  ['Penutup', '2:15', '09:56:55'],
  ['Bumper out', '0:20', '09:59:10'],
  ['ILM', '0:30', '09:59:30'],
];

describe('the demo show', () => {
  const plan = planOf(rundown(), items(...SHOW.map(([title, length]) => ({ title, durationMs: span(length) }))));
  it('comes to exactly 60:00', () => {
    expect([plan.totalMs, plan.overMs]).toEqual([3_600_000, 0]);
    expect(localTime(plan.end, 'Asia/Jakarta')).toBe('10:00:00');
  });
  it('starts each item to the second, and counts back to the same', () => {
    expect(plan.rows.map(({ start }) => localTime(start ?? 0, 'Asia/Jakarta'))).toEqual(SHOW.map(([, , at]) => at));
    expect(plan.rows.map(({ backStart }) => backStart)).toEqual(plan.rows.map(({ start }) => start));
  });
});
