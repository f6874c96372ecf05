import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseRange } from './range';

it.each([
  [undefined, { kind: 'whole' }],
  ['bytes=0-', { kind: 'part', first: 0, last: 99 }],
  ['bytes=0-0', { kind: 'part', first: 0, last: 0 }],
  ['bytes=90-200', { kind: 'part', first: 90, last: 99 }],
  ['bytes=-5', { kind: 'part', first: 95, last: 99 }],
  ['bytes=-500', { kind: 'part', first: 0, last: 99 }],
  ['bytes=100-', { kind: 'none' }],
  ['bytes=-0', { kind: 'none' }],
  ['bytes=5-2', { kind: 'whole' }],
  ['bytes=0-1,5-6', { kind: 'whole' }],
  ['items=0-1', { kind: 'whole' }],
  ['bytes=-', { kind: 'whole' }],
])('reads %s of 100 bytes', (header, expected) => {
  expect(parseRange(header, 100)).toEqual(expected);
});

it('never asks for a byte that is not there', () => {
  const number = fc.option(fc.nat({ max: 2 ** 40 }), { nil: '' });
  fc.assert(
    fc.property(number, number, fc.nat({ max: 2 ** 40 }), (from, to, bytes) => {
      const range = parseRange(`bytes=${from}-${to}`, bytes);
      if (range.kind !== 'part') return;
      expect(range.first).toBeGreaterThanOrEqual(0);
      expect(range.last).toBeGreaterThanOrEqual(range.first);
      expect(range.last).toBeLessThan(bytes);
    }),
  );
});

it('is no longer about it where a header is nothing but blanks', () => {
  // As long as a header can be; by two runs of blanks side by side it took a hundred times as long as all the others here.
  for (let n = 0; n < 200; n++) expect(parseRange(`bytes=${' '.repeat(16_000)}x`, 100)).toEqual({ kind: 'whole' });
});
