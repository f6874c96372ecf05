import { describe, expect, it } from 'vitest';
import { makeAirGuard } from './air-guard';

describe('the guard of a show', () => {
  it('lets one command through until its outcome is seen', () => {
    const guard = makeAirGuard();
    expect(guard.begin('take', 0)).toBe(true);
    expect(guard.begin('hold', 300)).toBe(false);
    guard.end(8, 7);
    expect(guard.begin('take', 400)).toBe(false);
    guard.saw(8);
    expect(guard.begin('take', 500)).toBe(true);
  });

  it('takes a bouncing pedal for one press', () => {
    const guard = makeAirGuard();
    expect(guard.begin('take', 0)).toBe(true);
    guard.end(8, 8);
    expect(guard.begin('take', 100)).toBe(false);
    expect(guard.begin('hold', 110)).toBe(true);
  });

  it('does not wait for ever for a feed that says nothing, nor after a refusal', () => {
    const guard = makeAirGuard();
    guard.begin('take', 0);
    guard.end(8, 7);
    expect(guard.begin('take', 1600)).toBe(true);
    guard.end(null, 7);
    expect(guard.busy(1700)).toBe(false);
  });
});
