import { describe, expect, it } from 'vitest';
import type { Booking } from '../../../../../electron/contract/records/booking';
import { newId } from '../../../../../electron/contract/ulid';
import { sampleBooking } from '../booking-sample';
import { sharers } from './overlap';

const [square, market] = [newId(1), newId(2)];
const city = { id: newId(3), rev: 0, name: 'Kota', displayIds: [square, market] };

const booking = (fields: Partial<Booking>): Booking =>
  sampleBooking(newId(), {
    where: { displayIds: [square], groupIds: [] },
    from: '2026-03-02',
    to: '2026-03-08',
    ...fields,
  });
const share = (a: Partial<Booking>, b: Partial<Booking>) => sharers(booking(a), [booking(b)], [city]).length === 1;

describe('who takes turns', () => {
  it('shares the same hours on the same display', () => expect(share({}, {})).toBe(true));
  it('reaches a display through its group', () => {
    expect(share({}, { where: { displayIds: [], groupIds: [city.id] } })).toBe(true);
  });
  it('does not share another display', () => {
    expect(share({}, { where: { displayIds: [market], groupIds: [] } })).toBe(false);
  });
  it('does not share hours that only touch', () => {
    expect(
      share(
        { dayparts: [{ start: '06:00:00', end: '09:00:00' }] },
        { dayparts: [{ start: '09:00:00', end: '15:00:00' }] },
      ),
    ).toBe(false);
  });
  it('does not share other weekdays, nor other weeks', () => {
    expect(share({ weekdays: [1, 2] }, { weekdays: [3] })).toBe(false);
    expect(share({}, { from: '2026-03-09', to: '2026-03-15' })).toBe(false);
  });
  it('shares the small hours that belong to the evening before', () => {
    const night = { dayparts: [{ start: '22:00:00', end: '02:00:00' }], weekdays: [6] };
    expect(share(night, { dayparts: [{ start: '00:00:00', end: '05:00:00' }], weekdays: [7] })).toBe(true);
    expect(share(night, { dayparts: [{ start: '00:00:00', end: '05:00:00' }], weekdays: [6] })).toBe(false);
  });
  it('leaves out what is paused', () => expect(share({}, { paused: true })).toBe(false));
});
