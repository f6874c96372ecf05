/** What holds of any traffic, whatever is booked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProbedAsset } from '../../contract/records/asset';
import type { Booking, BookingHow } from '../../contract/records/booking';
import type { LoopPolicy } from '../../contract/records/loop-policy';
import type { Clip } from '../../contract/records/timeline';
import type { Reason } from '../../contract/scalars';
import { DAY_MS, dateOf, dayNumber, HOUR_MS, timeMs, timeOf, weekdayOf } from '../calendar';
import { type Compiled, type CompileInput, compile, compileInSteps } from '../compile';
import { booking, idFor, inputFor, ofAsset, ofPlaylist, playlist, VT01, video } from '../compile-fixtures';
import { blocksIn } from '../hours';
import { materialsOf, mayAir } from '../material';
import { daysOf, occurrences, zoneFor } from '../occurrences';
import { profileKey } from '../profile';
import { openSheet } from '../sheet';
import { atOnce } from '../steps';
import { instantOf, localDay } from '../time';
import { checkTimeline } from '../timeline';
import { layTraffic } from '.';
import { policyOf } from './fixtures';

const S = 1000;
const AGENCIES = [idFor('G', 1), idFor('G', 2), null];
const ASSETS: ProbedAsset[] = [30, 15, 60, 10, 20, 30].map((seconds, n) =>
  video(n + 1, seconds * S, { agencyId: AGENCIES[n % 3] ?? null, category: n % 2 ? 'Kesehatan' : null }),
);
const FORBIDDEN: ProbedAsset[] = [
  video(21, 30 * S, { approval: 'pending' }),
  video(22, 30 * S, { approval: 'rejected' }),
  video(23, 30 * S, { validTo: '2023-12-31' }),
];
/** Valid to or from a midnight that scenes cross. */
const EDGED: ProbedAsset[] = [
  video(24, 20 * S, { validTo: '2026-03-08' }),
  video(25, 20 * S, { validFrom: '2026-11-02' }),
  video(26, 20 * S, { validFrom: '2026-03-02', validTo: '2026-03-02' }),
];
const EVERY = [...ASSETS, ...FORBIDDEN, ...EDGED];
const LISTS = [
  [0, 1, 2],
  [3, 4],
  [5, 0],
  [1, 3],
  [2, 6, 7],
  [9, 1, 10, 11],
].map((items, n) =>
  playlist(
    n + 1,
    items.flatMap((item) => EVERY[item] ?? []),
  ),
);

const EVENTFUL = ['2026-03-08', '2026-11-01', '2026-03-29', '2026-10-25', '2024-02-29', '2025-12-31', '2026-03-02'];
const zones = fc.constantFrom('Asia/Jakarta', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe');
const minute = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((n) => timeOf(n * 60 * S));
const second = fc.integer({ min: 0, max: 86_399 }).map((n) => timeOf(n * S));
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });

const how: fc.Arbitrary<BookingHow> = fc.oneof(
  fc.constant({ kind: 'rotation' as const }),
  fc
    .record({ slot: fc.integer({ min: 1, max: 5 }), every: fc.integer({ min: 1, max: 3 }) })
    .map((one) => ({ kind: 'slot' as const, ...one, first: one.every - 1 })),
  fc.record({ kind: fc.constant('share' as const), percent: fc.integer({ min: 1, max: 60 }) }),
  fc.record({
    kind: fc.constant('frequency' as const),
    plays: fc.integer({ min: 1, max: 12 }),
    per: fc.constantFrom('hour' as const, 'day' as const),
  }),
  fc.record({
    kind: fc.constant('exact' as const),
    times: fc.array(second, { minLength: 1, maxLength: 4 }),
    whenTaken: fc.constantFrom('join' as const, 'delay' as const),
  }),
);
const what = fc.oneof(fc.constantFrom(...LISTS).map(ofPlaylist), fc.constantFrom(...EVERY).map(ofAsset));
const drafts = fc.record({
  what,
  how,
  weekdays: fc.oneof(fc.constant([1, 2, 3, 4, 5, 6, 7]), weekdays),
  dayparts: fc.array(fc.record({ start: minute, end: minute }), { minLength: 1, maxLength: 2 }),
  zone: fc.constantFrom('station' as const, 'display' as const),
  priority: fc.constantFrom(5, 5, 5, 8),
  purpose: fc.constantFrom('ilm' as const, 'partner' as const),
  paused: fc.constantFrom(false, false, false, true),
});

const policies: fc.Arbitrary<LoopPolicy | null> = fc.option(
  fc
    .record({
      slots: fc.array(
        fc.record({
          ms: fc.constantFrom(15 * S, 30 * S, 60 * S),
          purpose: fc.constantFrom('any' as const, 'any' as const, 'ilm' as const, 'filler' as const),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      hours: fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), opens: minute, closes: minute }), {
        maxLength: 14,
      }),
      closures: fc.array(
        fc
          .tuple(
            fc.constantFrom(...EVENTFUL).map(dayNumber),
            fc.integer({ min: 0, max: 2 }),
            fc.integer({ min: 0, max: 1 }),
          )
          .map(([day, before, after]) => ({ from: dateOf(day - before), to: dateOf(day + after), why: '' })),
        { maxLength: 2 },
      ),
      separation: fc.record({
        agency: fc.boolean(),
        category: fc.boolean(),
        sameClipMs: fc.constantFrom(0, 0, 60 * S, 300 * S),
      }),
    })
    .map((over) => policyOf(over)),
  { freq: 4 },
);

const scenes = fc
  .record({
    day: fc.constantFrom(...EVENTFUL).map(dayNumber),
    offset: fc.integer({ min: 0, max: DAY_MS }),
    length: fc.integer({ min: 1, max: 30 * HOUR_MS }),
    zone: zones,
    filler: fc.constantFrom(null, LISTS[0] ?? null),
    policy: policies,
    drafts: fc.array(drafts, { maxLength: 7 }),
  })
  .map((scene): CompileInput => {
    const from = scene.day * DAY_MS + scene.offset;
    const bookings = scene.drafts.map((draft, n) =>
      booking(n + 1, draft.what, { ...draft, createdAt: n % 2 } as Partial<Booking>),
    );
    const display = { ...VT01, zone: scene.zone };
    const station = { fillerPlaylistId: scene.filler?.id ?? null };
    const given = { display, station, policy: scene.policy, bookings, playlists: LISTS, assets: EVERY };
    return inputFor(given, from, from + scene.length);
  });

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

interface Shown {
  clip: Clip;
  start: number;
  end: number;
}
const shownBy = ({ clips, entries }: Compiled): Shown[] =>
  entries.flatMap(([index, start, ms]) => {
    const clip = clips[index];
    return clip ? [{ clip, start, end: start + ms }] : [];
  });

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
