import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onFrame, setIn, setOut, stepFrames, stored, trimmedMs, trimOf } from './trim';

const clip = { durationMs: 10_000, frameRate: 25 };

describe('trim', () => {
  it('is the whole clip when nothing is set, and is stored so', () => {
    const whole = trimOf({ inMs: 0, outMs: null }, clip);
    expect(trimmedMs(whole)).toBe(10_000);
    expect(stored(whole)).toEqual({ inMs: 0, outMs: null });
  });

  it('sets in and out on frame edges', () => {
    const trim = setOut(setIn(trimOf({ inMs: 0, outMs: null }, clip), 1_015), 5_059);
    expect(stored(trim)).toEqual({ inMs: 1_000, outMs: 5_040 });
  });

  it('keeps one frame between in and out', () => {
    const trim = setIn(trimOf({ inMs: 0, outMs: 5_000 }, clip), 9_000);
    expect(trim.inMs).toBe(4_960);
    expect(setOut(trim, 0).outMs).toBe(5_000);
  });

  it('pulls a stored trim inside a clip that became shorter', () => {
    const trim = trimOf({ inMs: 8_000, outMs: 60_000 }, { durationMs: 4_000, frameRate: 25 });
    expect(trim).toMatchObject({ inMs: 3_960, outMs: 4_000 });
  });

  it('steps by frames and stops at the ends', () => {
    expect(stepFrames(1_000, 1, clip)).toBe(1_040);
    expect(stepFrames(0, -1, clip)).toBe(0);
    expect(stepFrames(9_990, 5, clip)).toBe(9_960);
  });

  it('never makes an empty or reversed trim', () => {
    const ms = fc.integer({ min: -2_000, max: 70_000 });
    const rate = fc.constantFrom(24, 25, 29.97, 30, 50, 60);
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 60_000 }),
        rate,
        fc.array(fc.tuple(fc.boolean(), ms)),
        (durationMs, frameRate, moves) => {
          let trim = trimOf({ inMs: 0, outMs: null }, { durationMs, frameRate });
          for (const [isIn, at] of moves) trim = isIn ? setIn(trim, at) : setOut(trim, at);
          expect(trim.inMs).toBeGreaterThanOrEqual(0);
          expect(trim.outMs).toBeLessThanOrEqual(durationMs);
          expect(trimmedMs(trim)).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('finds the frame that holds an instant', () => {
    expect(onFrame(33, 30)).toBe(0);
    expect(onFrame(67, 30)).toBe(67);
  });
});
