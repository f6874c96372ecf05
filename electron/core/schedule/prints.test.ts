import { describe, expect, it } from 'vitest';
import { StoredTimeline } from '../../contract/records/timeline';
import { HOUR_MS } from '../../domain/calendar';
import { compile } from '../../domain/compile';
import { at, booking, inputFor, ofAsset, VT01, video } from '../../domain/compile-fixtures';
import { atOnce } from '../../domain/steps';
import { createPrint } from './print';
import { printTimeline, samePrints } from './prints';

const NOON = at('2026-03-02 12:00:00');
const CLIP = video(1, 70_000);
const evening = (end = '20:00:00') => booking(1, ofAsset(CLIP), { dayparts: [{ start: '18:00:00', end }] });
/** Of one clip in the evening and the slate by day, from so many ms after noon. */
const printed = (fromMs: number, hours: number, bookings = [evening()], assets = [CLIP]) =>
  atOnce(printTimeline(compile(inputFor({ bookings, assets }, NOON + fromMs, NOON + fromMs + hours * HOUR_MS))));

describe('a print', () => {
  it('tells rows of numbers apart', () => {
    const seen = new Set<string>();
    for (let n = 0; n < 50_000; n++) {
      const print = createPrint();
      for (const value of [281_474_976_710_655 - n, NOON + (n % 7), NOON + n * 1000]) print.add(value);
      seen.add(print.text());
    }
    expect(seen.size).toBe(50_000);
  });

  it('minds the order', () => {
    const print = (...values: number[]) => {
      const made = createPrint();
      for (const value of values) made.add(value);
      return made.text();
    };
    expect(new Set([print(), print(0), print(1, 2), print(2, 1), print(2 ** 33, 1), print(2 ** 34, 1)]).size).toBe(6);
  });
});

describe('prints', () => {
  it('are one for each whole quarter of an hour, and fit their record', () => {
    const print = printed(60_000, 24);
    expect(print.from).toBe(NOON + HOUR_MS / 4);
    expect(print.prints).toHaveLength(95 * 8);
    expect(StoredTimeline.parse({ id: VT01.id, rev: 0, revision: 1, countedAt: 0, ...print })).toMatchObject(print);
  });

  it('agree wherever two timelines overlap', () => {
    for (const hours of [1, 5, 6.01, 7.5, 11])
      expect(samePrints(printed(0, 24), printed(hours * HOUR_MS, 24))).toBe(true);
  });

  it('tell another end, clip, reason or fit', () => {
    const known = printed(0, 24);
    expect(samePrints(known, printed(0, 24, [evening('19:58:00')]))).toBe(false);
    expect(samePrints(known, printed(0, 24, [evening()], [video(1, 70_000, { name: 'Lain' })]))).toBe(false);
    expect(samePrints(known, printed(0, 24, [{ ...evening(), name: 'Malam' }]))).toBe(false);
    const display = { ...VT01, profile: { ...VT01.profile, fit: 'cover' as const } };
    const covered = atOnce(printTimeline(compile(inputFor({ display }, NOON, NOON + HOUR_MS))));
    expect(samePrints(printed(0, 1), covered)).toBe(false);
  });

  it('do not mind what lies in the past', () => {
    expect(samePrints(printed(0, 24), printed(8.5 * HOUR_MS, 24, [evening('20:15:00')]))).toBe(true);
  });

  it('differ when what is known begins later or ends before', () => {
    expect(samePrints(printed(HOUR_MS, 24), printed(0, 24))).toBe(false);
    expect(samePrints(printed(0, 1), printed(2 * HOUR_MS, 24))).toBe(false);
  });
});
