import { expect, it } from 'vitest';
import { reloadAfterMs } from './reload';

it('waits longer before each reload in a row, ten minutes at most', () => {
  expect([0, 1, 2, 3].map(reloadAfterMs)).toEqual([1000, 20_000, 40_000, 80_000]);
  for (const n of [6, 60, 6000]) expect(reloadAfterMs(n)).toBe(600_000);
});
