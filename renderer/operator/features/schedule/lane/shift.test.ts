import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BookingDraft, PLAIN_BOOKING } from '../../../../../electron/contract/records/booking';
import { dateOf, dayNumber, timeMs, timeOf } from '../../../../../electron/domain/calendar';
import { occurrences } from '../../../../../electron/domain/occurrences';
import { moved, shiftBy, stretchedDays, stretchedHours } from './shift';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const ZONE = 'Asia/Jakarta';
const START = dayNumber('2026-03-02');

const draft = (over: Partial<BookingDraft> = {}): BookingDraft => ({
  name: 'Pagi',
  what: { kind: 'asset', assetId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' },
  where: { displayIds: ['01ARZ3NDEKTSV4RRFFQ69G5FAV'], groupIds: [] },
  how: { kind: 'rotation' },
  ...PLAIN_BOOKING,
  from: '2026-03-02',
  to: '2026-03-04',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  dayparts: [{ start: '06:00:00', end: '09:00:00' }],
  zone: 'station',
  paused: false,
  ...over,
});

const anyDaypart = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 95 }))
  .map(([start, length]) => ({ start: timeOf(start * 900_000), end: timeOf(((start + length) % 96) * 900_000) }))
  .map(({ start, end }) => ({ start, end: end === '00:00:00' ? '24:00:00' : end }));
const anyBooking = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 }), anyDaypart)
  .map(([from, days, daypart]) =>
    draft({ from: dateOf(START + from), to: dateOf(START + from + days), dayparts: [daypart] }),
  );

const windowsOf = (booking: BookingDraft) => occurrences(booking, ZONE, (START - 400) * DAY_MS, (START + 800) * DAY_MS);

describe('a booking moved in time', () => {
  it('plays as often and as long, so much later', () => {
    fc.assert(
      fc.property(anyBooking, fc.integer({ min: -400, max: 400 }), (booking, quarters) => {
        const ms = quarters * 900_000;
        const next = moved(booking, shiftBy(booking, 0, ms));
        expect(BookingDraft.safeParse(next).success).toBe(true);
        const was = windowsOf(booking);
        expect(windowsOf(next)).toEqual(was.map(({ start, end }) => ({ start: start + ms, end: end + ms })));
        expect(moved(next, shiftBy(next, 0, -ms))).toEqual(booking);
      }),
    );
  });

  it('takes the weekdays of less than a week along, and leaves those of a longer one', () => {
    const one = draft({ from: '2026-03-03', to: '2026-03-03', weekdays: [2] });
    expect(moved(one, { days: 5, ms: 0, part: null })).toMatchObject({ from: '2026-03-08', weekdays: [7] });
    const long = draft({ to: '2026-03-31', weekdays: [1, 2, 3, 4, 5], exceptions: ['2026-03-10'] });
    const next = moved(long, { days: 1, ms: 0, part: null });
    expect(next).toMatchObject({ from: '2026-03-03', weekdays: [1, 2, 3, 4, 5], exceptions: ['2026-03-11'] });
  });

  it('takes the weekdays along over midnight, however long it runs', () => {
    const nights = draft({ to: '2026-04-26', weekdays: [1], dayparts: [{ start: '23:00:00', end: '23:30:00' }] });
    const later = moved(nights, shiftBy(nights, 0, 2 * HOUR_MS));
    expect(later).toMatchObject({ weekdays: [2], dayparts: [{ start: '01:00:00', end: '01:30:00' }] });
    const starts = (booking: BookingDraft) => windowsOf(booking).map(({ start }) => start);
    expect(starts(later)).toEqual(starts(nights).map((start) => start + 2 * HOUR_MS));
  });

  it('moves one of several dayparts alone, exact times with all of them, and a whole day not by hours', () => {
    const two = draft({
      dayparts: [
        { start: '06:00:00', end: '09:00:00' },
        { start: '20:00:00', end: '22:00:00' },
      ],
    });
    expect(moved(two, shiftBy(two, 1, 3 * HOUR_MS))).toMatchObject({
      from: two.from,
      dayparts: [
        { start: '06:00:00', end: '09:00:00' },
        { start: '23:00:00', end: '01:00:00' },
      ],
    });
    const exact = draft({ how: { kind: 'exact', times: ['08:00:00', '23:30:00'], whenTaken: 'join' } });
    expect(moved(exact, { days: 0, ms: HOUR_MS, part: null })).toEqual({
      ...exact,
      how: { ...exact.how, times: ['09:00:00', '00:30:00'] },
    });
    expect(moved(exact, shiftBy(exact, 1, -HOUR_MS)).how).toMatchObject({ times: ['08:00:00', '22:30:00'] });
    expect(moved(exact, shiftBy(exact, 0, 25 * HOUR_MS))).toMatchObject({
      from: '2026-03-03',
      how: { times: ['09:00:00', '23:30:00'] },
    });
    const single = draft({ how: { kind: 'exact', times: ['23:30:00'], whenTaken: 'join' } });
    expect(moved(single, shiftBy(single, 0, HOUR_MS))).toMatchObject({
      from: '2026-03-03',
      how: { times: ['00:30:00'] },
    });
    expect(stretchedHours(exact, 0, 'end', HOUR_MS)).toBeNull();
    const all = draft({ dayparts: [{ start: '00:00:00', end: '24:00:00' }] });
    expect(moved(all, shiftBy(all, 0, HOUR_MS))).toEqual(all);
  });
});

describe('a booking stretched', () => {
  it('keeps its other end, at least a day, and days on which it plays', () => {
    fc.assert(
      fc.property(
        anyBooking,
        fc.integer({ min: -60, max: 60 }),
        fc.constantFrom('start' as const, 'end' as const),
        (booking, days, edge) => {
          const next = stretchedDays(booking, edge, days);
          expect(next && BookingDraft.safeParse(next).success).toBe(true);
          expect(edge === 'start' ? next?.to : next?.from).toBe(edge === 'start' ? booking.to : booking.from);
        },
      ),
    );
    const monday = draft({ from: '2026-03-02', to: '2026-03-08', weekdays: [1] });
    expect(stretchedDays(monday, 'start', 1)).toBeNull();
  });

  it('gives or takes hours at one end, never to nothing and never over a day', () => {
    fc.assert(
      fc.property(
        anyBooking,
        fc.integer({ min: -200, max: 200 }),
        fc.constantFrom('start' as const, 'end' as const),
        (booking, quarters, edge) => {
          const next = stretchedHours(booking, 0, edge, quarters * 900_000);
          const [was, is] = [booking.dayparts[0], next?.dayparts[0]];
          if (!was || !is) throw new Error('no daypart');
          expect(BookingDraft.safeParse(next).success).toBe(true);
          const length = (timeMs(is.end) - timeMs(is.start) + DAY_MS) % DAY_MS || DAY_MS;
          const before = (timeMs(was.end) - timeMs(was.start) + DAY_MS) % DAY_MS || DAY_MS;
          const grown = before + (edge === 'start' ? -1 : 1) * quarters * 900_000;
          expect(length).toBe(Math.min(Math.max(grown, 1000), DAY_MS));
          if (length < DAY_MS && length > 1000)
            expect(edge === 'start' ? is.end : is.start).toBe(edge === 'start' ? was.end : was.start);
        },
      ),
    );
  });
});
