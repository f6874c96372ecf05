import { describe, expect, it } from 'vitest';
import { makeFormats } from './formats';

const AT = Date.UTC(2025, 10, 24, 7, 7, 32);

describe('formats', () => {
  it.each([
    ['Asia/Jakarta', '14:07:32', 'WIB'],
    ['Asia/Makassar', '15:07:32', 'WITA'],
    ['Asia/Jayapura', '16:07:32', 'WIT'],
  ])('writes the time of %s as %s %s in both languages', (zone, time, label) => {
    for (const language of ['id', 'en'] as const) {
      const formats = makeFormats(language, zone);
      expect(formats.time(AT)).toBe(time);
      expect(formats.dateTime(AT)).toBe(`24 Nov 2025 ${time} ${label}`);
    }
  });

  it('writes lengths with their units', () => {
    const [id, en] = [makeFormats('id', 'Asia/Jakarta'), makeFormats('en', 'Asia/Jakarta')];
    expect([960, 2000, 145_000, 3_723_000].map(id.span)).toEqual([
      '0,96 dtk',
      '2 dtk',
      '2 mnt 25 dtk',
      '1 j 2 mnt 3 dtk',
    ]);
    expect(en.span(145_000)).toBe('2 mins 25 secs');
  });

  it('writes midnight as 00, never 24', () => {
    expect(makeFormats('id', 'Asia/Jakarta').time(Date.UTC(2025, 10, 23, 17))).toBe('00:00:00');
  });

  it('writes numbers, sizes and shares as the language does', () => {
    const [id, en] = [makeFormats('id', 'Asia/Jakarta'), makeFormats('en', 'Asia/Jakarta')];
    expect([id.number(1234.5, 1), en.number(1234.5, 1)]).toEqual(['1.234,5', '1,234.5']);
    expect([id.bytes(0), id.bytes(1536), id.bytes(5 * 1024 ** 3), en.bytes(1536)]).toEqual([
      '0 B',
      '1,5 kB',
      '5 GB',
      '1.5 kB',
    ]);
    expect(id.percent(0.256)).toBe('26%');
  });

  it('says a length in words, rounded', () => {
    const [id, en] = [makeFormats('id', 'Asia/Jakarta'), makeFormats('en', 'Asia/Jakarta')];
    expect([255_000, 300_000, 40_000, 0].map(id.wait)).toEqual(['5 menit', '5 menit', '40 detik', '0 detik']);
    expect([255_000, 60_000, 1000].map(en.wait)).toEqual(['5 minutes', '1 minute', '1 second']);
  });

  it('says how long ago, in the largest unit that fits', () => {
    const id = makeFormats('id', 'Asia/Jakarta');
    expect(id.relative(AT - 5 * 60_000, AT)).toBe('5 menit yang lalu');
    expect(id.relative(AT + 2 * 3_600_000, AT)).toBe('dalam 2 jam');
  });
});
