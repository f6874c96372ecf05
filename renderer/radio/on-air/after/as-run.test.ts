import { expect, it } from 'vitest';
import { step } from '../fixtures';
import { asRunOf } from './as-run';

it('lists what was on air in its order, with the difference, then what never was', () => {
  const log = asRunOf(
    [
      step(4, 90_000, 90_000, { outcome: 'skipped', plannedStart: 9, plannedMs: 5000 }),
      step(3, 90_000, 90_000, { outcome: 'skipped', plannedStart: 8, plannedMs: 5000 }),
      step(2, 60_000, 90_000, { plannedMs: 20_000 }),
      step(1, 0, 60_000),
    ],
    [],
  );
  expect(log.map(({ step: { title }, actualMs, differenceMs }) => [title, actualMs, differenceMs])).toEqual([
    ['Materi 1', 60_000, null],
    ['Materi 2', 30_000, 10_000],
    ['Materi 3', null, null],
    ['Materi 4', null, null],
  ]);
});
