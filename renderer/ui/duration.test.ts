import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationText, signedDurationText, timecodeText } from './duration';

describe('durationText', () => {
  it.each([
    [0, '0:00'],
    [499, '0:00'],
    [500, '0:01'],
    [59_500, '1:00'],
    [62_000, '1:02'],
    [3_600_000, '1:00:00'],
    [3_723_000, '1:02:03'],
    [-5, '0:00'],
  ])('%i ms reads %s', (ms, text) => expect(durationText(ms)).toBe(text));

  it('reads back to the same second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000 }), (seconds) => {
        const read = durationText(seconds * 1000)
          .split(':')
          .reduce((sum, part) => sum * 60 + Number(part), 0);
        expect(read).toBe(seconds);
      }),
    );
  });
});

describe('timecodeText', () => {
  it('counts frames within the second', () => {
    expect(timecodeText(1480, 25)).toBe('00:00:01:12');
    expect(timecodeText(1999, 25)).toBe('00:00:02:00');
    expect(timecodeText(0, 29.97)).toBe('00:00:00:00');
    expect(timecodeText(3_723_480, 25)).toBe('01:02:03:12');
  });
});

it('signedDurationText always carries its sign', () => {
  expect(signedDurationText(12_000)).toBe('+0:12');
  expect(signedDurationText(-12_000)).toBe('\u22120:12');
});
