import { describe, expect, it } from 'vitest';
import { Timeline } from '../contract/records/timeline';
import { reason } from '../contract/scalars';
import { hashFor, idFor, VT01 } from './compile-fixtures';
import { checkTimeline, entryAt, mediaOf, nextAfter, sameContent } from './timeline';

const clip = (n: number) => ({
  kind: 'image' as const,
  assetId: idFor('A', n),
  name: `Clip ${n}`,
  hash: hashFor(n),
  bytes: n,
  mime: 'image/png',
  bookingId: null,
  because: reason('why.filler', { playlist: 'Daftar' }),
});
const slate = { kind: 'slate' as const, bookingId: null, because: reason('why.slate') };
const base: Timeline = {
  displayId: VT01.id,
  revision: 1,
  countedAt: 0,
  from: 1000,
  until: 6000,
  fit: 'contain',
  clips: [clip(1), clip(2), slate],
  entries: [
    [1, 1000, 1000],
    [0, 2000, 1000],
    [1, 3000, 1000],
    [2, 4000, 2000],
  ],
  skipped: [],
};

describe('entryAt and nextAfter', () => {
  it('finds the entry on at an instant, its start included and its end not', () => {
    expect([1000, 1999, 2000, 5999].map((instant) => entryAt(base, instant)?.index)).toEqual([0, 0, 1, 3]);
    expect(entryAt(base, 2500)).toMatchObject({ clip: { name: 'Clip 1' }, start: 2000, end: 3000 });
  });

  it('finds nothing outside, and the first entry before it begins', () => {
    expect([999, 6000].map((instant) => entryAt(base, instant))).toEqual([null, null]);
    expect(nextAfter(base, 0)?.index).toBe(0);
    expect(nextAfter(base, 2500)?.start).toBe(3000);
    expect(nextAfter(base, 4500)).toBeNull();
    expect(nextAfter(base, 9000)).toBeNull();
  });
});

describe('checkTimeline', () => {
  it('passes a whole timeline and names what is wrong with another', () => {
    expect(checkTimeline(base)).toBeNull();
    expect(checkTimeline({ ...base, until: 7000 })).toMatch(/end at 6000/);
    expect(checkTimeline({ ...base, from: 0 })).toMatch(/entry 0 starts/);
    expect(checkTimeline({ ...base, clips: [clip(1)] })).toMatch(/clip 1 of 1/);
    expect(checkTimeline({ ...base, entries: [[0, 1000, 0]] })).toMatch(/lasts 0/);
  });
});

describe('mediaOf', () => {
  it('lists every file once, the first needed first', () => {
    expect(mediaOf(base).map(({ bytes, neededAt }) => [bytes, neededAt])).toEqual([
      [2, 1000],
      [1, 2000],
    ]);
    expect(mediaOf(base, 3000).map(({ bytes }) => bytes)).toEqual([2]);
  });
});

describe('sameContent', () => {
  it('does not mind a longer timeline, another numbering, key order or a slate cut elsewhere', () => {
    const { kind, ...rest } = clip(1);
    const longer: Timeline = {
      ...base,
      from: 2000,
      until: 8000,
      clips: [slate, { ...rest, kind }, clip(2)],
      entries: [
        [1, 2000, 1000],
        [2, 3000, 1000],
        [0, 4000, 4000],
      ],
    };
    expect(sameContent(base, longer, 2000)).toBe(true);
    expect(sameContent(base, Timeline.parse(JSON.parse(JSON.stringify(longer))), 2500)).toBe(true);
    expect(sameContent(base, longer, 1500)).toBe(false);
    expect(sameContent(base, longer, 6000)).toBe(false);
  });

  it('minds another clip, reason, fit, start or end', () => {
    const other = (change: Partial<Timeline>) => sameContent(base, { ...base, ...change }, 1000);
    expect(other({})).toBe(true);
    expect(other({ clips: [clip(1), clip(3), slate] })).toBe(false);
    expect(other({ clips: [clip(1), { ...clip(2), because: slate.because }, slate] })).toBe(false);
    expect(other({ fit: 'cover' })).toBe(false);
    expect(
      other({
        entries: [
          [1, 1000, 1500],
          [0, 2500, 500],
          [1, 3000, 1000],
          [2, 4000, 2000],
        ],
      }),
    ).toBe(false);
    expect(
      other({
        entries: [
          [1, 1000, 1000],
          [0, 2000, 1000],
          [1, 3000, 1500],
          [2, 4500, 1500],
        ],
      }),
    ).toBe(false);
  });
});
