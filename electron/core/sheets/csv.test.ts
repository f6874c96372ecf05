import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../domain/steps';
import { csvText, decodeText, parseCsv } from './csv';

const read = (text: string, most = 1000) => atOnce(parseCsv(text, most));
const write = (rows: string[][], language: 'id' | 'en') => decodeText(Buffer.from(atOnce(csvText(rows, language))));
const field = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('"', ';', ',', '\n', '\r', "'", '=', 'a', '\t', '＝') }),
);
const width = 3;

describe('CSV', () => {
  it('reads back what it wrote, in both languages', () => {
    const rows = fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom('id' as const, 'en' as const), (body, language) => {
        const all = [['a', 'b', 'c'], ...body];
        expect(read(write(all, language))).toEqual(all);
      }),
    );
  });

  it('marks what a spreadsheet would run', () => {
    const [line] = write([['=1+1', '-5', "'=x"]], 'id').split('\r\n');
    expect(line).toBe(`'=1+1;'-5;''=x`);
  });

  it('takes whichever separator the headings have, and files without an end of line', () => {
    for (const separator of [';', ',', '\t'])
      expect(read(`a${separator}b\n1${separator}"2\n3"`)).toEqual([
        ['a', 'b'],
        ['1', '2\n3'],
      ]);
    expect(read('')).toEqual([]);
    expect(read('a;b\n\n1;2\n')).toEqual([['a', 'b'], [''], ['1', '2']]);
  });

  it('stops after as many lines as are wanted', () => {
    expect(read('a\n'.repeat(100), 7)).toHaveLength(7);
  });

  it('knows UTF-8 with and without a mark, UTF-16 and Windows-1252', () => {
    expect(decodeText(Buffer.from('\uFEFFé'))).toBe('é');
    expect(decodeText(Buffer.from('\uFEFFé', 'utf16le'))).toBe('é');
    expect(decodeText(Buffer.from([0xe9]))).toBe('é');
  });
});
