/** What holds of any traffic, whatever is booked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProbedAsset } from '../../contract/records/asset';
import type { Booking, BookingHow } from '../../contract/records/booking';
import type { LoopPolicy } from '../../contract/records/loop-policy';
import type { Clip } from '../../contract/records/timeline';
import { DAY_MS, dateOf, dayNumber, HOUR_MS, timeMs, timeOf } from '../calendar';
import { type Compiled, type CompileInput, compile, compileInSteps } from '../compile';
import { booking, idFor, inputFor, ofAsset, ofPlaylist, playlist, VT01, video } from '../compile-fixtures';
import { blocksIn } from '../hours';
import { daysOf, occurrences, zoneFor } from '../occurrences';
import { atOnce } from '../steps';
import { instantOf, localDay } from '../time';
import { checkTimeline } from '../timeline';
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
const EVERY = [...ASSETS, ...FORBIDDEN];
const LISTS = [
  [0, 1, 2],
  [3, 4],
  [5, 0],
  [1, 3],
  [2, 6, 7],
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

  it('starts what is exact to the second, and says so where it cannot', () => {
    fc.assert(
      fc.property(scenes, (input) => {
        const plan = compile(input);
        const exact = input.bookings.filter(({ how }) => how.kind === 'exact');
        for (const { clip, start } of shownBy(plan)) {
          const one = exact.find(({ id }) => id === clip.bookingId);
          if (one?.how.kind !== 'exact' || clip.because.code !== 'why.exact') continue;
          const zone = zoneFor(one, input.station.zone, input.display.zone);
          const playsOn = daysOf(one);
          const days = [localDay(start, zone) - 1, localDay(start, zone)];
          const wished = days
            .filter(playsOn)
            .flatMap((day) =>
              one.how.kind === 'exact' ? one.how.times.map((time) => instantOf(day, timeMs(time), zone)) : [],
            );
          expect(wished).toContain(start);
        }
      }),
      runs,
    );
  });

  it('is the same in whatever order bookings come, and however the interval is cut', () => {
    fc.assert(
      fc.property(scenes, fc.double({ min: 0, max: 0.9, noNaN: true }), (input, part) => {
        const plan = compile(input);
        const said = (one: Compiled) =>
          shownBy(one).map(({ clip, start, end }) => [
            clip.bookingId,
            clip.kind === 'slate' ? null : clip.hash,
            start,
            end,
          ]);
        expect(said(compile({ ...input, bookings: [...input.bookings].reverse() }))).toEqual(said(plan));
        const from = Math.floor(input.from + part * (input.until - input.from));
        const whole = said(plan).filter(([, hash, start]) => hash !== null && Number(start) >= from);
        const later = said(compile({ ...input, from })).filter(
          ([, hash, start]) => hash !== null && Number(start) >= from,
        );
        expect(later).toEqual(whole);
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

  it('keeps what must stand apart, apart, or says that it could not', () => {
    fc.assert(
      fc.property(scenes, (input) => {
        const plan = compile(input);
        const { separation } = input.policy ?? {};
        if (!separation) return;
        const agencyOf = (clip: Clip) =>
          clip.kind === 'slate' ? null : (input.assets.get(clip.assetId)?.agencyId ?? null);
        const shown = shownBy(plan);
        // What stood last is forgotten at an opening, also where one night runs on into the next day's.
        const opens = new Set(
          blocksIn(input.policy, input.display.zone, plan.from, plan.until).map(({ start }) => start),
        );
        const told = plan.skipped.map(({ because }) => because.code);
        shown.forEach((each, n) => {
          const before = shown[n - 1];
          const same = before && agencyOf(before.clip) !== null && agencyOf(before.clip) === agencyOf(each.clip);
          if (opens.has(each.start)) return;
          if (separation.agency && same && each.clip.bookingId !== null) expect(told).toContain('why.tooNearAgency');
        });
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
