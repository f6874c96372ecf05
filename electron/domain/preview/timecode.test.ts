import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactRate, frameAt, frameOf, framesIn, middleOf, startOf, timecode } from './timecode';

const RATES = [23.976, 24, 25, 29.97, 30, 50, 59.94, 60];

describe('rates', () => {
  it('are what files mean by them', () => {
    expect(exactRate(29.97)).toBeCloseTo(30000 / 1001, 10);
    expect(exactRate(23.976)).toBeCloseTo(24000 / 1001, 10);
    expect([24, 25, 30, 50, 12.5].map(exactRate)).toEqual([24, 25, 30, 50, 12.5]);
  });
});

describe('frames', () => {
  it('lead to their middle and back, at every rate', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RATES), fc.nat(500_000), (rate, frame) => {
        expect(frameAt(middleOf(frame, rate), rate)).toBe(frame);
        expect(frameAt(startOf(frame, rate), rate)).toBe(frame);
        expect(frameAt(Math.round(startOf(frame, rate)), rate)).toBe(frame);
      }),
    );
  });
  it('are counted over a length', () => {
    expect(framesIn(1000, 25)).toBe(25);
    expect(framesIn(1001, 29.97)).toBe(30);
    expect(framesIn(0, 25)).toBe(1);
  });
});

describe('a time code', () => {
  it('counts every frame of a whole rate', () => {
    expect(timecode(0, 25)).toBe('00:00:00:00');
    expect(timecode(24, 25)).toBe('00:00:00:24');
    expect(timecode(25 * 3661 + 3, 25)).toBe('01:01:01:03');
  });
  it('leaves out numbers at 29.97 so that an hour is an hour', () => {
    expect(timecode(1799, 29.97)).toBe('00:00:59;29');
    expect(timecode(1800, 29.97)).toBe('00:01:00;02');
    expect(timecode(17_982, 29.97)).toBe('00:10:00;00');
    expect(timecode(107_892, 29.97)).toBe('01:00:00;00');
    expect(timecode(3600, 59.94)).toBe('00:01:00;04');
  });
  it('names its frame again, and each frame has one of its own', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RATES), fc.nat(2_000_000), (rate, frame) => {
        expect(frameOf(timecode(frame, rate), rate)).toBe(frame);
        expect(timecode(frame + 1, rate)).not.toBe(timecode(frame, rate));
      }),
    );
  });
  it('is none where it names a number that was left out, or no time at all', () => {
    expect(frameOf('00:01:00;00', 29.97)).toBeNull();
    expect(frameOf('00:00:00:25', 25)).toBeNull();
    expect(frameOf('1:2', 25)).toBeNull();
  });
});
