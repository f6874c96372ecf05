/** A booking for tests of this screen. */
import { type Booking, PLAIN_BOOKING } from '../../../../electron/contract/records/booking';

export const sampleBooking = (id: string, over: Partial<Booking> = {}): Booking => ({
  id,
  rev: 1,
  name: id,
  what: { kind: 'playlist', playlistId: 'p' },
  where: { displayIds: ['one'], groupIds: [] },
  how: { kind: 'rotation' },
  ...PLAIN_BOOKING,
  from: '2026-03-01',
  to: '2026-03-31',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  dayparts: [{ start: '06:00:00', end: '22:00:00' }],
  zone: 'station',
  paused: false,
  createdAt: 0,
  createdBy: '',
  ...over,
});
