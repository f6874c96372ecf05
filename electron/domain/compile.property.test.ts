import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Booking } from '../contract/records/booking';
import { DAY_MS, dateOf, dayNumber, HOUR_MS, timeOf } from './calendar';
import { type Compiled, type CompileInput, compile } from './compile';
import { at, booking, inputFor, ofAsset, ofPlaylist, playlist, still, VT01, video } from './compile-fixtures';
import { occurrences, type Window, zoneFor } from './occurrences';
import { checkTimeline, sameContent } from './timeline';

const S = 1000;
const ASSETS = [
  video(1, 30 * S),
  video(2, 15_040),
  video(3, 61_320),
  still(4),
  video(5, 3 * HOUR_MS),
  video(6, 30 * S, { renditions: [] }),
];
const LISTS = [[0, 1, 2], [3, 1], [5], [4, 0, 5], [2], []].map((items, index) =>
  playlist(
    index + 1,
    items.map((item) => ASSETS[item]).filter((asset) => asset !== undefined),
  ),
);

/** Nights with a change of clocks, ends of months and years, a leap day; and any other day. */
const EVENTFUL = [
  '2026-03-08',
  '2026-11-01',
  '2026-03-29',
  '2026-10-25',
  '2026-10-04',
  '2026-04-05',
  '2024-02-29',
  '2025-12-31',
  '2026-04-30',
];
const days = fc.oneof(
  fc.constantFrom(...EVENTFUL).map(dayNumber),
  fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2027-12-31') }),
);
const zones = fc.constantFrom(
  'Asia/Jakarta',
  'Asia/Jayapura',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
);
const time = fc.oneof(
  fc.integer({ min: 0, max: 24 * 60 }).map((minute) => (minute === 1440 ? '24:00:00' : timeOf(minute * 60 * S))),
  fc.integer({ min: 0, max: 86_399 }).map((second) => timeOf(second * S)),
);
const what = fc.oneof(fc.constantFrom(...LISTS).map(ofPlaylist), fc.constantFrom(...ASSETS).map(ofAsset));

const drafts = fc.record({
  what,
  first: fc.integer({ min: -12, max: 3 }),
  length: fc.integer({ min: 0, max: 20 }),
  weekdays: fc.oneof(
    fc.constant([1, 2, 3, 4, 5, 6, 7] as number[]),
    fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  ),
  start: time,
  end: time,
  zone: fc.constantFrom('station' as const, 'display' as const),
  paused: fc.boolean(),
});

const scenes = fc
  .record({
    day: days,
    offset: fc.integer({ min: 0, max: DAY_MS }),
    length: fc.integer({ min: 1, max: 40 * HOUR_MS }),
    stationZone: zones,
    displayZone: zones,
    filler: fc.constantFrom(null, ...LISTS),
    drafts: fc.array(drafts, { maxLength: 6 }),
  })
  .map((scene): CompileInput => {
    const from = scene.day * DAY_MS + scene.offset;
    const bookings = scene.drafts.map(({ first, length, start, end, ...draft }, index) => {
      const dates = { from: dateOf(scene.day + first), to: dateOf(scene.day + first + length) };
      return booking(index + 1, draft.what, { ...draft, ...dates, dayparts: [{ start, end }], createdAt: index % 2 });
    });
    const station = { zone: scene.stationZone, fillerPlaylistId: scene.filler?.id ?? null };
    const display = { ...VT01, zone: scene.displayZone };
    return inputFor({ display, station, bookings, playlists: LISTS, assets: ASSETS }, from, from + scene.length);
  });

const withRevision = (timeline: Compiled) => ({ ...timeline, revision: 1, countedAt: 0 });
const runs = { numRuns: 200 };

/** Entries spelled out, one a line, slates cut to the interval, so that two compiles can be compared. */
function shown(timeline: Compiled, from: number, until: number): string {
  const clips = timeline.clips.map((clip) => JSON.stringify(clip));
  const lines = timeline.entries
    .filter(([, start, ms]) => start + ms > from && start < until)
    .map(([index, start, ms]) => {
      const slate = timeline.clips[index]?.kind === 'slate';
      const end = slate ? Math.min(start + ms, until) : start + ms;
      return `${slate ? Math.max(start, from) : start} ${end} ${clips[index]}`;
    });
  return lines.join('\n');
}

describe('every timeline', () => {
  it('covers its interval with no gap and no overlap', () => {
    fc.assert(
      fc.property(scenes, (input) => {
        const timeline = compile(input);
        expect(checkTimeline(timeline)).toBeNull();
        expect(timeline.from).toBeLessThanOrEqual(input.from);
        expect(timeline.until).toBeGreaterThanOrEqual(input.until);
        const [first, last] = [timeline.entries[0], timeline.entries.at(-1)];
        expect((first?.[1] ?? 0) + (first?.[2] ?? 0)).toBeGreaterThan(input.from);
        expect(last?.[1]).toBeLessThan(input.until);
      }),
      runs,
    );
  });

  it('plays nothing of a booking outside its windows', () => {
    fc.assert(
      fc.property(scenes, (input) => {
        const timeline = compile(input);
        const windows = new Map(input.bookings.map((each) => [each.id, windowsOf(each, input)]));
        const outside = timeline.entries.filter(([index, start, ms]) => {
          const bookingId = timeline.clips[index]?.bookingId;
          const inside = (window: Window) => window.start <= start && start + ms <= window.end;
          return bookingId && !windows.get(bookingId)?.some(inside);
        });
        expect(outside).toEqual([]);
      }),
      runs,
    );
  });

  it('plays only whole items, but for filler before an edge', () => {
    fc.assert(
      fc.property(scenes, (input) => {
        const timeline = compile(input);
        const cut = timeline.entries.filter(([index, , ms]) => {
          const clip = timeline.clips[index];
          if (clip?.kind !== 'video') return false;
          return clip.bookingId ? ms !== clip.durationMs : ms > clip.durationMs;
        });
        expect(cut).toEqual([]);
      }),
      runs,
    );
  });

  it('is the same in whatever order things are handed over', () => {
    const shuffled = scenes.chain((input) =>
      fc
        .shuffledSubarray([...input.bookings], { minLength: input.bookings.length })
        .map((bookings) => ({ input, bookings })),
    );
    fc.assert(
      fc.property(shuffled, ({ input, bookings }) => {
        expect(JSON.stringify(compile({ ...input, bookings }))).toBe(JSON.stringify(compile(input)));
      }),
      runs,
    );
  });

  it('is a stretch of every longer timeline', () => {
    const widths = fc.integer({ min: 0, max: 40 * HOUR_MS });
    fc.assert(
      fc.property(scenes, widths, widths, (input, before, after) => {
        const { from, until } = input;
        const short = compile(input);
        const long = compile({ ...input, from: from - before, until: until + after });
        expect(shown(short, from, until)).toBe(shown(long, from, until));
        expect(sameContent(withRevision(short), withRevision(long), from)).toBe(true);
      }),
      runs,
    );
  });
});

function windowsOf(each: Booking, input: CompileInput) {
  if (each.paused) return [];
  const zone = zoneFor(each, input.station.zone, input.display.zone);
  return occurrences(each, zone, input.from - DAY_MS, input.until + DAY_MS);
}

describe('on a night when clocks change', () => {
  const clip = video(1, 30 * S);
  const played = (zone: string, date: string, start: string, end: string) => {
    const days = booking(1, ofAsset(clip), { dayparts: [{ start, end }], from: date, to: date, zone: 'display' });
    const given = { display: { ...VT01, zone }, assets: [clip], bookings: [days] };
    const noon = at(`${date} 12:00:00`, zone);
    const timeline = compile(inputFor(given, noon - DAY_MS, noon + DAY_MS));
    return timeline.entries.filter(([index]) => timeline.clips[index]?.bookingId).length / 120;
  };

  it.each([
    ['America/New_York', '2026-03-08', '00:00:00', '06:00:00', 5],
    ['America/New_York', '2026-11-01', '00:00:00', '06:00:00', 7],
    ['America/New_York', '2026-03-08', '02:00:00', '03:00:00', 0],
    ['Europe/Berlin', '2026-03-29', '01:00:00', '04:00:00', 2],
    ['Europe/Berlin', '2026-10-25', '02:00:00', '03:00:00', 2],
    ['Australia/Lord_Howe', '2026-10-04', '00:00:00', '24:00:00', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', '00:00:00', '24:00:00', 24.5],
    ['Asia/Jakarta', '2024-02-29', '00:00:00', '24:00:00', 24],
  ])('%s %s from %s to %s plays %d hours', (zone, date, start, end, hours) => {
    expect(played(zone, date, start, end)).toBe(hours);
  });
});
