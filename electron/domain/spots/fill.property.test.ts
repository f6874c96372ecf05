import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BookingHow } from '../../contract/records/booking';
import { fillBreaks } from './fill';
import { at, campaignLaw, claimant, piece, spotBreak } from './fixtures';
import { roomIn } from './limits';
import { mergedSpots } from './merge';
import type { Claimant, SpotBreak } from './types';

const breaks: fc.Arbitrary<SpotBreak[]> = fc
  .array(
    fc.record({
      minute: fc.integer({ min: 0, max: 1200 }),
      seconds: fc.integer({ min: 0, max: 240 }),
      hand: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 10 },
  )
  .map((all) =>
    all.map(({ minute, seconds, hand }, index) => ({
      ...spotBreak(index, '00:00:00', seconds, { byHand: Array.from({ length: hand }, () => piece(900, 15)) }),
      start: at('00:00:00') + minute * 60_000,
    })),
  );

const how: fc.Arbitrary<BookingHow> = fc.oneof(
  fc.record({
    kind: fc.constant('frequency' as const),
    plays: fc.integer({ min: 1, max: 8 }),
    per: fc.constantFrom('hour' as const, 'day' as const),
  }),
  fc.record({ kind: fc.constant('share' as const), percent: fc.integer({ min: 1, max: 100 }) }),
  fc.constant<BookingHow>({ kind: 'rotation' }),
  fc.constant<BookingHow>({ kind: 'exact', times: ['06:00:00', '09:30:00'], whenTaken: 'join' }),
);
const claimants: fc.Arbitrary<Claimant[]> = fc
  .array(
    fc.record({
      how,
      seconds: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 3 }),
      agency: fc.constantFrom(null, 'kpu', 'dinkes'),
      category: fc.constantFrom(null, 'Pemilu'),
      priority: fc.integer({ min: 0, max: 9 }),
      early: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all.map(({ how: asks, seconds, agency, category, priority, early }, index) =>
      claimant(
        index,
        asks,
        seconds.map((length, at) => piece(index * 10 + at, length, { agencyId: agency, category })),
        { priority, ...(early ? { hours: ['04:00:00', '10:00:00'] } : {}) },
      ),
    ),
  );
const law = fc
  .record({ agency: fc.boolean(), playsADay: fc.option(fc.integer({ min: 0, max: 4 })) })
  .map(({ agency, playsADay }) => ({
    ...campaignLaw({ category: 'Pemilu', playsADay, longestMs: 60_000 }),
    separation: { agency, category: false, sameClipMs: 0 },
    playsADay,
  }));

it('no break is ever overfull, no claim overdrawn, no rule broken, and every place lies in its hours', () => {
  fc.assert(
    fc.property(breaks, claimants, law, (some, bookings, rules) => {
      const { placed } = fillBreaks(some, bookings, rules);
      const counts = new Map<string, number>();
      let capped = 0;
      for (const each of some) {
        const spots = placed.get(each.itemId) ?? [];
        expect(spots.reduce((sum, spot) => sum + spot.piece.ms, 0)).toBeLessThanOrEqual(roomIn(each));
        spots.forEach(({ bookingId, piece: spot }, at) => {
          const own = bookings.find(({ booking }) => booking.id === bookingId);
          expect(own?.windows.some(({ start, end }) => start <= each.start && each.start < end)).toBe(true);
          counts.set(bookingId, (counts.get(bookingId) ?? 0) + 1);
          if (spot.category === 'Pemilu') capped += 1;
          const before = spots[at - 1]?.piece;
          if (rules.separation.agency && before && own?.booking.how.kind !== 'exact' && spot.agencyId !== null)
            expect(before.agencyId).not.toBe(spot.agencyId);
        });
      }
      expect(capped).toBeLessThanOrEqual(rules.playsADay ?? Number.POSITIVE_INFINITY);
      for (const { booking } of bookings)
        if (booking.how.kind === 'frequency' && booking.how.per === 'day')
          expect(counts.get(booking.id) ?? 0).toBeLessThanOrEqual(booking.how.plays);
    }),
    { numRuns: 300 },
  );
});

it('what was placed and what is missing are all that was asked for', () => {
  fc.assert(
    fc.property(breaks, claimants, law, (some, bookings, rules) => {
      const { placed, short } = fillBreaks(some, bookings, rules);
      for (const { booking, windows } of bookings) {
        if (booking.how.kind !== 'frequency' || booking.how.per !== 'day') continue;
        const lies = some.some(({ start }) => windows.some((window) => window.start <= start && start < window.end));
        const given = [...placed.values()].flat().filter(({ bookingId }) => bookingId === booking.id).length;
        const missing = short.find(({ bookingId }) => bookingId === booking.id)?.missing ?? 0;
        expect(given + missing).toBe(lies ? booking.how.plays : 0);
      }
    }),
    { numRuns: 300 },
  );
});

it('is the same whatever order breaks and bookings come in, and again after it was kept', () => {
  fc.assert(
    fc.property(breaks, claimants, law, (some, bookings, rules) => {
      const once = fillBreaks(some, bookings, rules).placed;
      const turned = fillBreaks([...some].reverse(), [...bookings].reverse(), rules).placed;
      const kept = some.map((each) => ({ ...each, booked: once.get(each.itemId) ?? [] }));
      const again = fillBreaks(kept, bookings, rules).placed;
      for (const { itemId } of some) {
        expect(turned.get(itemId)).toEqual(once.get(itemId));
        expect(again.get(itemId)).toEqual(once.get(itemId));
      }
    }),
    { numRuns: 200 },
  );
});

it('merging keeps what was put in by hand, in its order, and the keys of what stays', () => {
  const spot = (key: number, booked: boolean) => ({
    key: `S${String(key).padStart(25, '0')}`,
    assetId: piece(key, 1).assetId,
    bookingId: booked ? claimant(key, { kind: 'rotation' }, []).booking.id : null,
  });
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { maxLength: 8 }),
      fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 8 }),
      (before, after) => {
        const old = before.map((booked, index) => spot(index, booked));
        const placed = after.map((number) => ({
          bookingId: spot(number, true).bookingId ?? '',
          piece: piece(number, 1),
        }));
        let made = 100;
        const merged = mergedSpots(old, placed, () => spot(made++, false).key);
        expect(merged.filter(({ bookingId }) => bookingId === null)).toEqual(
          old.filter(({ bookingId }) => bookingId === null),
        );
        expect(merged.filter(({ bookingId }) => bookingId !== null).map(({ assetId }) => assetId)).toEqual(
          placed.map((each) => each.piece.assetId),
        );
        expect(new Set(merged.map(({ key }) => key)).size).toBe(merged.length);
        for (const each of old)
          if (each.bookingId !== null && after.includes(old.indexOf(each))) expect(merged).toContainEqual(each);
      },
    ),
  );
});
