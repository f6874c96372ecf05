import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, CellFault } from '../../sheets/cell';
import { listText, readDate, readDayparts, readList, readNumber, readTime, readWeekdays } from './cells';

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (fault) {
    if (fault instanceof CellFault) return fault.reason.code;
  }
  return 'taken';
}

function paramsOf(run: () => unknown): Record<string, unknown> {
  try {
    run();
  } catch (fault) {
    if (fault instanceof CellFault) return fault.reason.params;
  }
  throw new Error('it was taken');
}

describe('a date', () => {
  it.each<Cell>([
    '2026-03-01',
    '2026/3/1',
    '1/3/2026',
    '01-03-2026',
    '1.3.2026',
    '1 Maret 2026',
    'Minggu, 1 Mar 2026',
    '1 March 2026',
    '2026-03-01T00:00:00.000Z',
    46_082,
    new Date('2026-03-01'),
  ])('is read from %s', (cell) => expect(readDate(cell)).toBe('2026-03-01'));

  it.each<Cell>(['1/3/26', '3/13/2026', '30 Februari 2026', '2026-02-29', 'besok', 12, true, new Date(Number.NaN)])(
    'is not %s',
    (cell) => expect(codeOf(() => readDate(cell))).toBe('sheet.noDate'),
  );

  it('knows short months of both languages', () => {
    expect(['17 Agt 2026', '17 Aug 2026', '17 Agustus 2026'].map(readDate)).toEqual(Array(3).fill('2026-08-17'));
    expect(readDate('2 Mei 2026')).toBe('2026-05-02');
  });
});

describe('hours', () => {
  it.each([
    ['2000', '20.00'],
    ['730', '07.30'],
    ['8', '08.00'],
    ['2400', '24.00'],
    ['2560', undefined],
    ['20000', undefined],
    ['pagi', undefined],
  ])('that lack what divides them are told how to be written: %s', (cell, dotted) => {
    expect(paramsOf(() => readTime(cell)).dotted).toBe(dotted);
    expect(paramsOf(() => readDayparts(`06:00-${cell}`)).dotted).toBe(dotted);
  });

  it('are read as people write them', () => {
    const whole = [{ start: '06:00:00', end: '12:00:00' }];
    for (const text of ['06:00-12:00', '6.00 – 12.00', '06:00 s.d. 12:00', '06:00 s/d 12:00', '06:00:00 to 12:00:00']) {
      expect(readDayparts(text), text).toEqual(whole);
    }
    expect(readDayparts('22:00-06:00; 09:00-24:00')).toHaveLength(2);
    expect(readTime(0.25)).toBe('06:00:00');
    expect(readTime(new Date('1899-12-30T18:30:00Z'))).toBe('18:30:00');
  });

  it.each(['06:00', '6-12', '06:00-25:00', '06:00-07:00-08:00'])('are not %s', (text) =>
    expect(codeOf(() => readDayparts(text))).toMatch(/^sheet\.no(Daypart|Time)$/),
  );
});

describe('weekdays', () => {
  it.each([
    ['Senin; Rabu', [1, 3]],
    ['Sen-Jum', [1, 2, 3, 4, 5]],
    ["Jum'at, Sabtu", [5, 6]],
    ['Sat-Mon', [1, 6, 7]],
    ['1-3; 7', [1, 2, 3, 7]],
    ['every day', [1, 2, 3, 4, 5, 6, 7]],
  ])('are read from %s', (text, days) => expect(readWeekdays(text)).toEqual(days));

  it('are nothing else', () => {
    for (const text of ['Sunnin', '8', 'S', 'Sen-X'])
      expect(
        codeOf(() => readWeekdays(text)),
        text,
      ).toBe('sheet.noWeekday');
  });
});

describe('a list', () => {
  it('comes back as it was, whatever names hold', () => {
    const name = fc
      .string({ unit: fc.constantFrom(';', '\\', 'a', ' ', '[', '"') })
      .map((text) => text.trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(name), (names) => {
        expect(readList(listText(names))).toEqual(names);
      }),
    );
  });
});

it('reads numbers with either decimal sign', () => {
  expect([12.5, '12,5', '12.5 %', '7'].map(readNumber)).toEqual([12.5, 12.5, 12.5, 7]);
  expect(codeOf(() => readNumber('1.000,5'))).toBe('sheet.noNumber');
});
