import { describe, expect, it } from 'vitest';
import { stageOf } from './air-stage';

describe('stageOf', () => {
  it.each([
    [960_000, 30_001, 'normal'],
    [960_000, 30_000, 'soon'],
    [180_000, 18_001, 'normal'],
    [180_000, 18_000, 'soon'],
    [10_000, 5000, 'soon'],
    [10_000, 5001, 'normal'],
    [3000, 3000, 'normal'],
    [960_000, 0, 'over'],
    [960_000, -1, 'over'],
    [0, -90_000, 'normal'],
  ] as const)('of an item of %i ms with %i ms left is %s', (length, left, stage) => {
    expect(stageOf(length, left)).toBe(stage);
  });
});
