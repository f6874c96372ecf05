import { describe, expect, it } from 'vitest';
import { PLAIN_ITEM } from '../../../electron/contract/records/rundown-item';
import { partId, RUNDOWN_ID } from '../../../electron/domain/rundown/samples';
import { clipIn, clipText, rowsIn } from './paste';

describe('rows of a spreadsheet', () => {
  it('are titles and lengths, whatever comes first', () => {
    expect(rowsIn('Pembuka\t3:00\r\nSegmen 1\t0:12:00\n')).toEqual([
      { title: 'Pembuka', durationMs: 180_000 },
      { title: 'Segmen 1', durationMs: 720_000 },
    ]);
    expect(rowsIn('3:00\tPembuka')).toEqual([{ title: 'Pembuka', durationMs: 180_000 }]);
    expect(rowsIn('1\tPembuka\t3:00\n2\tJeda\t150')).toEqual([
      { title: 'Pembuka', durationMs: 180_000 },
      { title: 'Jeda', durationMs: 150_000 },
    ]);
  });
  it('leave headings and empty lines out', () => {
    expect(rowsIn('Judul\tDurasi\nPembuka\t3:00\n\t\n')).toEqual([{ title: 'Pembuka', durationMs: 180_000 }]);
  });
  it('may be titles alone, and cells in quotes', () => {
    expect(rowsIn('Pembuka\nJeda 1')).toEqual([
      { title: 'Pembuka', durationMs: 0 },
      { title: 'Jeda 1', durationMs: 0 },
    ]);
    expect(rowsIn('"Kata\n""sambutan"""\t0:30')).toEqual([{ title: 'Kata "sambutan"', durationMs: 30_000 }]);
    expect(rowsIn('')).toEqual([]);
  });
});

it('keeps our own rows whole, and refuses what is none', () => {
  const clip = {
    rundownId: RUNDOWN_ID,
    rows: [{ id: partId(1), parent: null, fields: { ...PLAIN_ITEM, title: 'Jeda', durationMs: 150_000 } }],
  };
  expect(clipIn(JSON.stringify(clip))).toEqual(clip);
  expect(clipText(clip)).toBe('Jeda\t2:30');
  expect(clipIn('{"rows":1}')).toBeNull();
  expect(clipIn('no')).toBeNull();
});
