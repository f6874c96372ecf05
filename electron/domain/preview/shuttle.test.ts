import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanced, framesOf, LOOPS, speedAfter } from './shuttle';

const press = (keys: string) => [...keys].reduce((speed, key) => speedAfter(key, speed), 0);

describe('transport', () => {
  it('doubles up to eight times', () => {
    expect(press('l')).toBe(1);
    expect(press('ll')).toBe(2);
    expect(press('llllll')).toBe(8);
    expect(press('jjjjjj')).toBe(-8);
  });
  it('turns round at normal speed', () => {
    expect(press('lllj')).toBe(-1);
    expect(press('jjl')).toBe(1);
  });
  it('stops with K and with space', () => {
    expect(press('llk')).toBe(0);
    expect(press('l ')).toBe(0);
    expect(press(' ')).toBe(1);
  });
  it('ignores other keys', () => expect(press('lx')).toBe(1));
  it('steps by a frame, with shift by a second', () => {
    expect(framesOf('ArrowRight', false, 25)).toBe(1);
    expect(framesOf('ArrowLeft', true, 29.97)).toBe(-30);
    expect(framesOf('a', false, 25)).toBeNull();
  });
});

describe('a loop', () => {
  const part = { inMs: 1000, outMs: 3000 };
  it('begins again at its other end, or turns round there', () => {
    expect(advanced({ atMs: 2990, speed: 2 }, 20, part, 'round')).toEqual({ atMs: 1000, speed: 2 });
    expect(advanced({ atMs: 1010, speed: -4 }, 20, part, 'round')).toEqual({ atMs: 3000, speed: -4 });
    expect(advanced({ atMs: 2990, speed: 4 }, 20, part, 'toAndFro')).toEqual({ atMs: 3000, speed: -1 });
  });
  it('is not one where it is off: the playhead stands at the end', () => {
    expect(advanced({ atMs: 2990, speed: 1 }, 20, part, 'off')).toEqual({ atMs: 3000, speed: 0 });
    expect(advanced({ atMs: 2000, speed: 1 }, 20, part, 'off')).toEqual({ atMs: 2020, speed: 1 });
  });
  it('keeps a playhead within its part, whatever is pressed', () => {
    const at = fc.double({ min: 1000, max: 3000, noNaN: true });
    fc.assert(
      fc.property(
        at,
        fc.integer({ min: -8, max: 8 }),
        fc.nat(500),
        fc.constantFrom(...LOOPS),
        (atMs, speed, ms, loop) => {
          const next = advanced({ atMs, speed }, ms, part, loop);
          expect(next.atMs).toBeGreaterThanOrEqual(1000);
          expect(next.atMs).toBeLessThanOrEqual(3000);
        },
      ),
    );
  });
});
