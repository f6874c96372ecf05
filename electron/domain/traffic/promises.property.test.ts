/** What shares and frequencies promise is kept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProbedAsset } from '../../contract/records/asset';
import type { BookingHow } from '../../contract/records/booking';
import { DAY_MS, dateOf, dayNumber, HOUR_MS, timeMs, timeOf } from '../calendar';
import { compile } from '../compile';
import { booking, inputFor, ofAsset, playlist, VT01, video } from '../compile-fixtures';
import { instantOf } from '../time';
import { policyOf } from './fixtures';
import { ASSETS, EVERY, shownBy } from './scenes-fixtures';

const S = 1000;
const runs = { numRuns: 150 };

describe('a share', () => {
  const shares = fc
    .array(fc.record({ percent: fc.integer({ min: 1, max: 40 }), clip: fc.constantFrom(0, 1, 3, 4) }), {
      minLength: 1,
      maxLength: 5,
    })
    .filter((all) => all.reduce((sum, { percent }) => sum + percent, 0) <= 100);

  /** Of what is shown beside shares, s: also such as last for many of their plays. */
  const lengths = fc.constantFrom(15, 60, 120, 600);

  it('is met within one play, beside others, rotation and filler', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 16 }), lengths, lengths, (wanted, hours, turn, fill) => {
        const day = dayNumber('2026-03-02');
        const end = timeOf(Math.min(23, 6 + hours) * HOUR_MS);
        const times = { dayparts: [{ start: '06:00:00', end }], from: dateOf(day), to: dateOf(day) };
        const bookings = wanted.map(({ percent, clip }, n) =>
          booking(n + 1, ofAsset(ASSETS[clip] as ProbedAsset), { ...times, how: { kind: 'share', percent } }),
        );
        const [turns, filler] = [video(31, turn * S), video(32, fill * S)];
        const list = playlist(31, [filler]);
        const rest = booking(50, ofAsset(turns), times);
        const from = instantOf(day, 0, VT01.zone);
        const given = { assets: [...EVERY, turns, filler], playlists: [list], station: { fillerPlaylistId: list.id } };
        const plan = compile(inputFor({ ...given, bookings: [...bookings, rest] }, from, from + DAY_MS));
        const openMs = timeMs(end) - 6 * HOUR_MS;
        wanted.forEach(({ percent }, n) => {
          const given = shownBy(plan).filter((each) => each.clip.bookingId === bookings[n]?.id);
          const ms = given.reduce((sum, each) => sum + each.end - each.start, 0);
          // Its own, or the one of another share that it has to wait for.
          const play = Math.max(...wanted.map((each) => ASSETS[each.clip]?.probe.durationMs ?? 0));
          expect(Math.abs(ms - (percent / 100) * openMs)).toBeLessThanOrEqual(play);
        });
      }),
      runs,
    );
  });
});

describe('a frequency', () => {
  it('is given as often as asked, evenly spread', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (plays) => {
        const day = dayNumber('2026-03-02');
        const hourly = booking(1, ofAsset(ASSETS[1] as ProbedAsset), {
          how: { kind: 'frequency', plays, per: 'hour' },
        });
        const rest = booking(2, ofAsset(ASSETS[0] as ProbedAsset));
        const from = instantOf(day, 0, VT01.zone);
        const input = inputFor({ assets: EVERY, bookings: [hourly, rest], policy: policyOf() }, from, from + DAY_MS);
        const starts = shownBy(compile(input))
          .filter(({ clip }) => clip.bookingId === hourly.id)
          .map(({ start }) => start);
        expect(starts).toHaveLength(plays * 16);
        const interval = HOUR_MS / plays;
        starts.slice(1).forEach((start, n) => {
          expect(Math.abs(start - (starts[n] ?? 0) - interval)).toBeLessThanOrEqual(60 * S);
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('a display without filler', () => {
  const day = dayNumber('2026-03-02');
  const from = instantOf(day, 0, VT01.zone);
  const alone = (how: BookingHow) => {
    const only = booking(1, ofAsset(ASSETS[0] as ProbedAsset), { how });
    const plan = compile(inputFor({ assets: EVERY, bookings: [only] }, from, from + DAY_MS));
    return shownBy(plan).filter(({ clip }) => clip.bookingId === only.id);
  };

  it('gives a frequency all of its plays when they are due', () => {
    expect(alone({ kind: 'frequency', plays: 6, per: 'hour' })).toHaveLength(24 * 6);
  });

  it('gives a share its time, however much of the rest is the slate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (percent) => {
        const ms = alone({ kind: 'share', percent }).reduce((sum, { start, end }) => sum + end - start, 0);
        const play = ASSETS[0]?.probe.durationMs ?? 0;
        expect(Math.abs(ms - (percent / 100) * DAY_MS)).toBeLessThanOrEqual(play);
      }),
      { numRuns: 20 },
    );
  });
});
