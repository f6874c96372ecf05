import { expect, it } from 'vitest';
import type { CalendarDays } from '../../../../../electron/contract/api/planner';
import { reason } from '../../../../../electron/contract/scalars';
import { colouringOf } from '../colouring';
import { bookedDays, fillOf, sharesOf } from './booked';

const HOUR = 3_600_000;
const one: CalendarDays = {
  owners: ['filler', 'a', 'b', 'c'],
  reasons: [reason('judge.locked')],
  days: [
    {
      date: '2026-03-01',
      openMs: 16 * HOUR,
      skipped: 1,
      silent: [
        [1, 0],
        [3, 0],
      ],
      parts: [
        [0, 4 * HOUR, 100, 1],
        [1, 2 * HOUR, 40, 1],
        [2, 10 * HOUR, 90, 1],
      ],
    },
  ],
};
const other: CalendarDays = {
  owners: ['a', 'slate'],
  reasons: [],
  days: [
    {
      date: '2026-03-01',
      openMs: 16 * HOUR,
      skipped: 0,
      silent: [],
      parts: [
        [0, 12 * HOUR, 60, 2],
        [1, 4 * HOUR, 1, 1],
      ],
    },
    { date: '2026-03-02', openMs: 0, skipped: 0, silent: [], parts: [] },
  ],
};

it('adds up a booking over all displays, and counts neither filler nor slate as booked', () => {
  const days = bookedDays([one, other]);
  const first = days.get('2026-03-01');
  expect(first).toEqual({
    date: '2026-03-01',
    openMs: 32 * HOUR,
    skipped: 1,
    // What one display keeps off and another airs is on the air.
    silent: [{ bookingId: 'c', because: reason('judge.locked') }],
    booked: [
      { bookingId: 'a', ms: 14 * HOUR, plays: 100, displays: 3 },
      { bookingId: 'b', ms: 10 * HOUR, plays: 90, displays: 1 },
    ],
  });
  expect(first && fillOf(first)).toBe(0.75);
  const closed = days.get('2026-03-02');
  expect(closed && fillOf(closed)).toBe(0);
});

it('gives each family its part of the day, and what is filtered away the last', () => {
  const day = bookedDays([one, other]).get('2026-03-01');
  if (!day) throw new Error('no day');
  const bookings = ['a', 'b'].map((id) => ({ id, name: id }));
  const colouring = colouringOf(bookings, 'booking', new Map(), new Map());
  const parts = (lets: (id: string) => boolean) =>
    sharesOf(day, colouring, lets).map(({ family, part }) => [family?.id ?? null, part]);
  expect(parts(() => true)).toEqual([
    ['a', 14 / 32],
    ['b', 10 / 32],
  ]);
  expect(parts((id) => id === 'b')).toEqual([
    ['b', 10 / 32],
    [null, 14 / 32],
  ]);
});
