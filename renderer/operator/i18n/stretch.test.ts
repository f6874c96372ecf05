import { describe, expect, it } from 'vitest';
import en from '../../../resources/locales/en/common.json';
import id from '../../../resources/locales/id/common.json';
import { makeFormats } from './formats';
import { briefEnd, briefStart, endText, lastDayText, type SayWhen, stretchText } from './stretch';

const sayIn =
  (words: Record<string, string>): SayWhen =>
  (key, params) =>
    (words[key] ?? `no ${key}`).replace(/\{\{(\w+)\}\}/g, (_, name: string) => params[name] ?? `no ${name}`);
const ZONE = 'Asia/Jakarta';
const ID = [makeFormats('id', ZONE), sayIn(id.when)] as const;
const EN = [makeFormats('en', ZONE), sayIn(en.when)] as const;
const at = (wall: string) => Date.parse(`${wall}+07:00`);

describe('a stretch', () => {
  it.each([
    [
      'of days of one month',
      ...['2026-11-22T00:00', '2026-11-25T00:00'],
      ...['22–24 November 2026 (s.d. pukul 24.00 WIB)', '22–24 November 2026 (until 24:00 WIB)'],
    ],
    [
      'of one day',
      ...['2026-11-24T00:00', '2026-11-25T00:00'],
      ...['24 November 2026 (s.d. pukul 24.00 WIB)', '24 November 2026 (until 24:00 WIB)'],
    ],
    [
      'across months',
      ...['2026-11-30T00:00', '2026-12-03T00:00'],
      ...['30 November – 2 Desember 2026 (s.d. pukul 24.00 WIB)', '30 November – 2 December 2026 (until 24:00 WIB)'],
    ],
    [
      'across years, its last day of the old one',
      ...['2026-12-30T00:00', '2027-01-01T00:00'],
      ...['30–31 Desember 2026 (s.d. pukul 24.00 WIB)', '30–31 December 2026 (until 24:00 WIB)'],
    ],
    [
      'across years',
      ...['2026-12-31T00:00', '2027-01-03T00:00'],
      ...[
        '31 Desember 2026 – 2 Januari 2027 (s.d. pukul 24.00 WIB)',
        '31 December 2026 – 2 January 2027 (until 24:00 WIB)',
      ],
    ],
    [
      'of hours of one day',
      ...['2026-11-22T13:00:30', '2026-11-22T14:30'],
      ...['22 November 2026 pukul 13.00–14.30 WIB', '22 November 2026, 13:00–14:30 WIB'],
    ],
    [
      'of hours up to midnight',
      ...['2026-11-22T13:00', '2026-11-23T00:00'],
      ...['22 November 2026 pukul 13.00–24.00 WIB', '22 November 2026, 13:00–24:00 WIB'],
    ],
    [
      'of hours across days',
      ...['2026-11-22T13:00', '2026-11-24T06:15'],
      ...[
        '22 November 2026 pukul 13.00 s.d. 24 November 2026 pukul 06.15 WIB',
        '22 November 2026 13:00 to 24 November 2026 06:15 WIB',
      ],
    ],
  ])('%s', (_, from, until, inId, inEn) => {
    expect(stretchText(at(from), at(until), ...ID)).toBe(inId);
    expect(stretchText(at(from), at(until), ...EN)).toBe(inEn);
  });

  it('is of the zone’s days', () => {
    const east = makeFormats('id', 'Asia/Jayapura');
    const [from, until] = [Date.parse('2026-11-22T00:00+09:00'), Date.parse('2026-11-25T00:00+09:00')];
    expect(stretchText(from, until, east, ID[1])).toBe('22–24 November 2026 (s.d. pukul 24.00 WIT)');
  });
});

describe('an end and a start alone', () => {
  it('are on the day they belong to', () => {
    expect(endText(at('2026-11-25T00:00'), ...ID)).toBe('24 November 2026 pukul 24.00 WIB');
    expect(endText(at('2026-11-25T00:00'), ...EN)).toBe('24 November 2026 24:00 WIB');
    expect(endText(at('2026-11-25T06:30'), ...ID)).toBe('25 November 2026 pukul 06.30 WIB');
    expect([briefEnd(at('2026-11-25T00:00'), ...ID), briefStart(at('2026-11-25T00:00'), ...ID)]).toEqual([
      '24 Nov 24.00',
      '25 Nov 00.00',
    ]);
  });
});

describe('the end of a validity', () => {
  it.each([
    ['its last day, where that is a whole one', '2026-11-21T00:00', '20 November 2026', '20 November 2026'],
    ['its moment otherwise', '2026-11-20T13:00', '20 November 2026 pukul 13.00 WIB', '20 November 2026 13:00 WIB'],
  ])('is %s', (_, until, inIndonesian, inEnglish) => {
    expect(lastDayText(at(until), ...ID)).toBe(inIndonesian);
    expect(lastDayText(at(until), ...EN)).toBe(inEnglish);
  });
});
