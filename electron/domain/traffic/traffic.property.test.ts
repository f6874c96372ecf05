/** What holds of any traffic, whatever is booked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProbedAsset } from '../../contract/records/asset';
import type { Booking } from '../../contract/records/booking';
import type { Clip } from '../../contract/records/timeline';
import type { Reason } from '../../contract/scalars';
import { DAY_MS, dayNumber, HOUR_MS, timeMs, weekdayOf } from '../calendar';
import { type Compiled, type CompileInput, compile, compileInSteps } from '../compile';
import { blocksIn } from '../hours';
import { materialsOf, mayAir } from '../material';
import { daysOf, occurrences, zoneFor } from '../occurrences';
import { profileKey } from '../profile';
import { openSheet } from '../sheet';
import { atOnce } from '../steps';
import { instantOf, localDay } from '../time';
import { checkTimeline } from '../timeline';
import { layTraffic } from '.';
import { EVERY, FORBIDDEN, scenes, shownBy } from './scenes-fixtures';

const S = 1000;
const runs = { numRuns: 150 };
/** On such nights a time of the clock is no distance from midnight. */
const CHANGES_CLOCK = ({ display, from, until }: CompileInput) =>
  [-1, 0, 1, 2].some((n) => {
    const day = localDay(from, display.zone) + n;
    return (
      day <= localDay(until, display.zone) + 1 &&
      instantOf(day + 1, 0, display.zone) - instantOf(day, 0, display.zone) !== DAY_MS
    );
  });
const bookingOf = (input: CompileInput, clip: Clip | undefined): Booking | undefined =>
  input.bookings.find(({ id }) => id === clip?.bookingId);

/** With every note, of every block. */
function heard(input: CompileInput) {
  const told: { bookingId: string; at: number; because: Reason }[] = [];
  const listen = (bookingId: string, _asset: string | null, because: Reason, at: number) =>
    told.push({ bookingId, because, at });
  return { plan: atOnce(compileInSteps(input, undefined, listen)), told };
}

/** Of whose material nothing can be shown at all. */
const isNothingOf = (one: Booking) => {
  const asset = one.what.kind === 'asset' ? one.what.assetId : null;
  return ({ bookingId, assetId }: { bookingId: string | null; assetId: string | null }) =>
    bookingId === one.id && assetId !== null && assetId === asset;
};
const WANTED = ({ display, station }: CompileInput) => ({
  profileKey: profileKey(display.profile),
  stillMs: station.stillMs,
  zone: station.zone,
});

describe('traffic', () => {
  it('has no gap and no overlap and covers the interval', () => {
    fc.assert(
      fc.property(scenes, (input) => {
        const plan = compile(input);
        expect(checkTimeline(plan)).toBeNull();
        expect(plan.from).toBeLessThanOrEqual(input.from);
        expect(plan.until).toBeGreaterThanOrEqual(input.until);
      }),
      runs,
    );
  });

  it('shows nothing but black outside opening hours, and nothing refused ever', () => {
    fc.assert(
      fc.property(scenes, (input) => {
        const open = blocksIn(input.policy, input.display.zone, input.from - DAY_MS, input.until + DAY_MS);
        const refused = new Set(FORBIDDEN.map(({ id }) => id));
        for (const { clip, start, end } of shownBy(compile(input))) {
          if (clip.kind === 'slate') continue;
          expect(refused.has(clip.assetId)).toBe(false);
          if (input.policy) expect(open.some((block) => block.start <= start && end <= block.end)).toBe(true);
          expect(bookingOf(input, clip)?.paused ?? false).toBe(false);
        }
      }),
      runs,
    );
  });

  it('is dark at no moment at which a line of its hours has it open, and at every other', () => {
    fc.assert(
      fc.property(scenes, (input) => {
        const { policy } = input;
        if (!policy || CHANGES_CLOCK(input)) return;
        const closed = (day: number) =>
          policy.closures.some(({ from, to }) => dayNumber(from) <= day && day <= dayNumber(to));
        const morning = (day: number) =>
          Math.min(
            ...policy.hours
              .filter(({ weekday }) => weekday === weekdayOf(day) && !closed(day))
              .map(({ opens }) => timeMs(opens)),
          );
        const isOpen = (at: number) => {
          const today = localDay(at, input.display.zone);
          const time = at - instantOf(today, 0, input.display.zone);
          return policy.hours.some(({ weekday, opens, closes }) => {
            const [start, end] = [timeMs(opens), timeMs(closes)];
            const on = (day: number) => weekdayOf(day) === weekday && !closed(day);
            if (start < end) return on(today) && start <= time && time < end;
            // A night that reaches into the next day's opening ends there.
            return (on(today) && start <= time) || (on(today - 1) && time < Math.min(end, morning(today)));
          });
        };
        for (const { clip, start, end } of shownBy(compile(input))) {
          const dark = clip.kind === 'slate' && clip.dark === true;
          for (const at of [start, Math.floor((start + end) / 2), end - 1]) expect(isOpen(at)).toBe(!dark);
        }
      }),
      runs,
    );
  });

  it('keeps every play within the days and dayparts of its booking', () => {
    fc.assert(
      fc.property(scenes, (input) => {
        for (const { clip, start, end } of shownBy(compile(input))) {
          const one = bookingOf(input, clip);
          if (!one || one.how.kind === 'exact') continue;
          const zone = zoneFor(one, input.station.zone, input.display.zone);
          const windows = occurrences(one, zone, start - DAY_MS, end + DAY_MS);
          expect(windows.some((window) => window.start <= start && end <= window.end)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('starts what is exact to the second, and says of every other why not', () => {
    fc.assert(
      fc.property(scenes, (input) => {
        const { plan, told } = heard(input);
        for (const one of input.bookings) {
          const { how } = one;
          if (how.kind !== 'exact' || one.paused || plan.skipped.some(isNothingOf(one))) continue;
          const zone = zoneFor(one, input.station.zone, input.display.zone);
          const playsOn = daysOf(one);
          const days = [-1, 0, 1, 2].map((n) => localDay(input.from, zone) + n).filter(playsOn);
          const wished = new Set(days.flatMap((day) => how.times.map((time) => instantOf(day, timeMs(time), zone))));
          const mine = shownBy(plan).filter(({ clip }) => clip.bookingId === one.id);
          for (const { clip, start } of mine) if (clip.because.code === 'why.exact') expect(wished).toContain(start);
          const late = mine.filter(({ clip }) => clip.because.code !== 'why.exact');
          for (const at of wished) {
            if (at < input.from || at >= input.until || mine.some(({ start }) => start === at)) continue;
            const isTold = told.some((each) => each.bookingId === one.id && each.at === at);
            // What is delayed may begin after all that was asked for.
            const moved = late.some(({ start }) => start > at) || input.until - at < 10 * 60 * S;
            expect(isTold || moved).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it('is the same in whatever order bookings come, also in what it says of them', () => {
    const shuffled = scenes.chain((input) =>
      fc
        .shuffledSubarray([...input.bookings], { minLength: input.bookings.length })
        .map((bookings) => ({ input, bookings })),
    );
    fc.assert(
      fc.property(shuffled, ({ input, bookings }) => {
        expect(JSON.stringify(compile({ ...input, bookings })) === JSON.stringify(compile(input))).toBe(true);
      }),
      runs,
    );
  });

  it('is a stretch of every longer one', () => {
    const widths = fc.integer({ min: 0, max: 30 * HOUR_MS });
    fc.assert(
      fc.property(scenes, widths, widths, (input, before, after) => {
        const { from, until } = input;
        const said = (one: Compiled) =>
          shownBy(one)
            .filter(({ clip, start, end }) => clip.kind !== 'slate' && end > from && start < until)
            .map(({ clip, start, end }) => [start, end, clip]);
        const long = compile({ ...input, from: from - before, until: until + after });
        expect(JSON.stringify(said(compile(input))) === JSON.stringify(said(long))).toBe(true);
      }),
      runs,
    );
  });

  it('tells a day that is like one before as if it had been laid afresh', () => {
    fc.assert(
      fc.property(scenes, (input) => {
        const days = { ...input, until: input.until + 2 * DAY_MS };
        const plan = compile(days);
        // Who listens hears every block laid.
        const afresh = atOnce(compileInSteps(days, undefined, () => {}));
        // As text: tens of thousands of entries compared one by one take seconds.
        expect(JSON.stringify(shownBy(plan)) === JSON.stringify(shownBy(afresh))).toBe(true);
        expect(plan.skipped).toEqual(afresh.skipped);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps what must stand apart, apart; where a fixed place breaks it, it says so then and there', () => {
    fc.assert(
      fc.property(scenes, (input) => {
        const { separation } = input.policy ?? {};
        if (!separation) return;
        const { plan, told } = heard(input);
        const started = new Map<string, number>();
        let last: ProbedAsset | null = null;
        // What stood last is forgotten at an opening, also where the slate goes on over it.
        const opens = blocksIn(input.policy, input.display.zone, plan.from, plan.until).map(({ start }) => start);
        for (const { clip, start } of shownBy(plan)) {
          while ((opens[0] ?? Number.POSITIVE_INFINITY) <= start) {
            opens.shift();
            last = null;
            started.clear();
          }
          if (clip.kind === 'slate') continue;
          const asset = EVERY.find(({ id }) => id === clip.assetId) as ProbedAsset;
          const near =
            (separation.agency && asset.agencyId !== null && asset.agencyId === last?.agencyId) ||
            (separation.category && asset.category !== null && asset.category === last?.category) ||
            start - (started.get(asset.id) ?? Number.NEGATIVE_INFINITY) < separation.sameClipMs;
          last = asset;
          started.set(asset.id, start);
          if (!near) continue;
          expect(['slot', 'exact']).toContain(bookingOf(input, clip)?.how.kind);
          expect(
            told.some(
              (each) =>
                each.at === start && each.bookingId === clip.bookingId && each.because.code.startsWith('why.tooNear'),
            ),
          ).toBe(true);
        }
      }),
      runs,
    );
  });

  it('gives a slot to the most urgent that wants it and has something that fits', () => {
    fc.assert(
      fc.property(scenes, (input) => {
        if (!input.policy) return;
        const sheet = openSheet(input.from, input.until);
        const seen: { number: number; at: number; held: boolean }[] = [];
        atOnce(layTraffic(input, sheet, { slotSeen: (number, at, held) => seen.push({ number, at, held }) }));
        const opens = new Set(
          blocksIn(input.policy, input.display.zone, input.from, input.until).map(({ start }) => start),
        );
        const starts = new Map(sheet.entries.map(([index, start]) => [start, sheet.clips[index]]));
        let round = 0;
        for (const { number, at, held } of seen) {
          if (number === 1) round = opens.has(at) || seen[0]?.at === at ? 0 : round + 1;
          const slot = input.policy.slots[number - 1];
          if (!slot) throw new Error('no such slot');
          const wanted = input.bookings
            .filter(({ how, paused, purpose }) => {
              if (paused || how.kind !== 'slot' || how.slot !== number) return false;
              const kept = slot.purpose !== 'any' && slot.purpose !== purpose;
              return !kept && round >= how.first && (round - how.first) % how.every === 0;
            })
            .filter((one) => {
              const zone = zoneFor(one, input.station.zone, input.display.zone);
              const window = occurrences(one, zone, at - DAY_MS, at + DAY_MS).find(
                ({ start, end }) => start <= at && at < end,
              );
              const room = Math.min(slot.ms, (window?.end ?? at) - at);
              const { pieces } = materialsOf(input, WANTED(input))(one.what);
              return pieces.some((piece) => piece.ms <= room && mayAir(piece, at, at + piece.ms));
            })
            .sort((a, b) => b.priority - a.priority || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
          expect(held).toBe(wanted.length > 0);
          if (held && at >= input.from) expect(starts.get(at)?.bookingId).toBe(wanted[0]?.id);
        }
      }),
      runs,
    );
  });
});
