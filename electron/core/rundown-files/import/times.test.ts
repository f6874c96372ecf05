import { describe, expect, it } from 'vitest';
import { type Cell, CellFault } from '../../sheets/cell';
import { readClock, readSpan } from './times';

const EXCEL_DAY = Date.UTC(1899, 11, 30);
const code = (run: () => unknown): string => {
  try {
    return String(run());
  } catch (fault) {
    if (fault instanceof CellFault) return fault.reason.code;
    throw fault;
  }
};

describe('a length', () => {
  it.each<[Cell, number]>([
    ['2:30', 150],
    ['02:30', 150],
    ['0:02:30', 150],
    ['00:02:30', 150],
    ['2.30', 150],
    ['2\'30"', 150],
    ['2\u203230\u2033', 150],
    ['2\u201930\u201d', 150],
    ["2'30''", 150],
    ["3'", 180],
    ['45"', 45],
    ['150', 150],
    [150, 150],
    ['2 menit 30 detik', 150],
    ['2 mnt 30 dtk', 150],
    ['2m30s', 150],
    ['2 min. 30 sec.', 150],
    ['1,5 menit', 90],
    ['1 jam', 3600],
    ['1h 2m', 3720],
    ['24:05', 24 * 60 + 5],
    ['60:00', 3600],
    ['90:00', 5400],
    ['1:00:00', 3600],
    ['24:00:00', 86_400],
    [150 / 86_400, 150],
    [new Date(EXCEL_DAY + 150_000), 150],
    [' 2:30 ', 150],
  ])('is read from %s', (cell, seconds) => expect(readSpan(cell)).toEqual({ ms: seconds * 1000, warning: null }));

  it.each<[Cell, string]>([
    ['-1:00', 'rundownFile.negativeSpan'],
    ['\u22121:00', 'rundownFile.negativeSpan'],
    [-0.001, 'rundownFile.negativeSpan'],
    ['24:00:01', 'rundownFile.longSpan'],
    ['25 jam', 'rundownFile.longSpan'],
    ['99999999', 'rundownFile.noSpan'],
    ['2:75', 'rundownFile.noSpan'],
    ['1:75:00', 'rundownFile.noSpan'],
    ['2:3', 'rundownFile.noSpan'],
    ['sebentar', 'rundownFile.noSpan'],
    ['2 kali', 'rundownFile.noSpan'],
    ['2 menit lebih', 'rundownFile.noSpan'],
    [1.5, 'rundownFile.noSpan'],
    [true, 'rundownFile.noSpan'],
    [new Date(Number.NaN), 'rundownFile.noSpan'],
    [new Date('2024-11-14'), 'rundownFile.noSpan'],
  ])('is not %s', (cell, why) => expect(code(() => readSpan(cell))).toBe(why));

  it('of nothing is said', () => {
    for (const cell of ['0', '0:00', 0]) expect(readSpan(cell).warning?.code).toBe('rundownFile.zeroSpan');
  });

  it('of hours that a spreadsheet made of minutes is doubted', () => {
    expect(readSpan(new Date(EXCEL_DAY + 9_000_000))).toMatchObject({
      ms: 9_000_000,
      warning: { code: 'rundownFile.hours', params: { hour: 2, minute: 30, short: '0:02:30' } },
    });
  });
});

describe('a time of day', () => {
  it.each<[Cell, string]>([
    ['9:00', '09:00:00'],
    ['09.00.30', '09:00:30'],
    ['pukul 09.00 WIB', '09:00:00'],
    ['24:00', '24:00:00'],
    [0.375, '09:00:00'],
    [new Date(EXCEL_DAY + 9 * 3_600_000), '09:00:00'],
  ])('is read from %s', (cell, time) => expect(readClock(cell)).toBe(time));

  it.each<Cell>(['24:05', '9', 'pagi', 7, '-1:00'])('is not %s', (cell) =>
    expect(code(() => readClock(cell))).toBe('sheet.noTime'),
  );
});
