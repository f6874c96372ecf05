import { expect, it } from 'vitest';
import { type Booking, PLAIN_BOOKING } from '../../../../../electron/contract/records/booking';
import { copiedTo, rehomed } from './rehome';

const booking = (displayIds: string[], groupIds: string[] = []): Booking => ({
  id: 'b',
  rev: 1,
  name: 'Pagi',
  what: { kind: 'playlist', playlistId: 'p' },
  where: { displayIds, groupIds },
  how: { kind: 'rotation' },
  ...PLAIN_BOOKING,
  from: '2026-03-01',
  to: '2026-03-31',
  weekdays: [1],
  dayparts: [{ start: '06:00:00', end: '22:00:00' }],
  zone: 'station',
  paused: false,
  createdAt: 0,
  createdBy: '',
});

it('leaves one display for another, and stays on all its others', () => {
  expect(rehomed(booking(['a', 'b'], ['g']), 'a', 'c')?.where).toEqual({ displayIds: ['c', 'b'], groupIds: ['g'] });
  expect(rehomed(booking(['a', 'b']), 'a', 'b')?.where.displayIds).toEqual(['b']);
});

it('is not taken out of a group; a copy is on its display alone', () => {
  const grouped = booking(['b'], ['g']);
  expect(rehomed(grouped, 'a', 'c')).toBeNull();
  expect(copiedTo(grouped, 'c').where).toEqual({ displayIds: ['c'], groupIds: [] });
});
