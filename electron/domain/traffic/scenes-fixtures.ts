/** Any traffic: generated scenes for the laws that hold of all of them. */
import fc from 'fast-check';
import type { ProbedAsset } from '../../contract/records/asset';
import type { Booking, BookingHow } from '../../contract/records/booking';
import type { LoopPolicy } from '../../contract/records/loop-policy';
import type { Clip } from '../../contract/records/timeline';
import { DAY_MS, dateOf, dayNumber, HOUR_MS, timeOf } from '../calendar';
import type { Compiled, CompileInput } from '../compile';
import { booking, idFor, inputFor, ofAsset, ofPlaylist, playlist, VT01, video } from '../compile-fixtures';
import { policyOf } from './fixtures';

const S = 1000;
const AGENCIES = [idFor('G', 1), idFor('G', 2), null];
export const ASSETS: ProbedAsset[] = [30, 15, 60, 10, 20, 30].map((seconds, n) =>
  video(n + 1, seconds * S, { agencyId: AGENCIES[n % 3] ?? null, category: n % 2 ? 'Kesehatan' : null }),
);
export const FORBIDDEN: ProbedAsset[] = [
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
export const EVERY = [...ASSETS, ...FORBIDDEN, ...EDGED];
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

/** A station, a display and what is booked, over a stretch that begins about an eventful day. */
export const scenes = fc
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

interface Shown {
  clip: Clip;
  start: number;
  end: number;
}
/** What is shown when, in order. */
export const shownBy = ({ clips, entries }: Compiled): Shown[] =>
  entries.flatMap(([index, start, ms]) => {
    const clip = clips[index];
    return clip ? [{ clip, start, end: start + ms }] : [];
  });
