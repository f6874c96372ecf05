import { describe, expect, it } from 'vitest';
import { backOff } from './connection';

describe('back-off', () => {
  it('grows from half a second to ten, with jitter, for ever', () => {
    expect(backOff(0, 0.5)).toBe(500);
    expect(backOff(3, 0.5)).toBe(4000);
    for (const n of [5, 50, 5000]) expect(backOff(n, 0.5)).toBe(10_000);
    expect(backOff(9, 0)).toBe(7500);
    expect(backOff(9, 1)).toBe(12_500);
  });
});
