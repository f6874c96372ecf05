import { expect, it } from 'vitest';
import type { Shown } from '../../../../../electron/contract/api/shown';
import type { Plan } from '../../../../../electron/contract/records/timeline';
import { reason } from '../../../../../electron/contract/scalars';
import type { OwnedDay } from '../cells';
import type { Bar } from './bars';
import { dayOfPlays, silenceIn, silenceOf, silentDays } from './silence';

const HOUR = 3_600_000;
const LOCK = reason('judge.locked');
const day = { from: 0, until: 24 * HOUR };
const slate = (bookingId: string) => ({ kind: 'slate' as const, bookingId, because: reason('why.booked') });

/** Each play of a minute, by the hour it begins. */
function planOf(plays: Record<string, number[]>, skipped: Plan['skipped']): Plan {
  const ids = Object.keys(plays);
  const entries = ids.flatMap((id, clip) =>
    (plays[id] ?? []).map((at): [number, number, number] => [clip, at * HOUR, 60_000]),
  );
  return {
    ...{ displayId: 'd', ...day, fit: 'contain', clips: ids.map(slate), skipped },
    entries: entries.sort((a, b) => a[1] - b[1]),
  };
}
const known = (plays: Record<string, number[]>, codes: readonly string[] = [], shown: Shown | null = null) => {
  const skipped = codes.map((code) => ({ bookingId: 'a', assetId: null, because: reason(code) }));
  return [dayOfPlays({ ...day, plan: planOf(plays, skipped), shown })];
};
const bar = (from: number, until: number, exact = false): Bar => ({
  ...{ bookingId: 'a', part: 0, track: 0, exact },
  ...{ from: from * HOUR, until: until * HOUR },
});
const every = (from: number, until: number, step = 0.1) =>
  Array.from({ length: Math.round((until - from) / step) }, (_, n) => from + n * step);
const hours = (silence: readonly { from: number; until: number }[]) =>
  silence.map(({ from, until }) => [Math.round((from / HOUR) * 10) / 10, Math.round((until / HOUR) * 10) / 10]);

it('is a whole bar of which nothing airs, with why, and nothing of one that airs', () => {
  expect(silenceIn([bar(6, 22)], known({ b: every(6, 22) }, ['judge.locked']))).toEqual([
    { from: 6 * HOUR, until: 22 * HOUR, bookingId: 'a', because: [LOCK] },
  ]);
  expect(silenceIn([bar(6, 22)], known({ a: every(6, 22) }))).toEqual([]);
  // One of its clips is kept off, the others air on.
  expect(silenceIn([bar(6, 22)], known({ a: every(6, 22) }, ['judge.locked']))).toEqual([]);
});

it('is the hours that a lock takes out of a bar', () => {
  const days = known({ a: [...every(6, 9), ...every(14, 22)] }, ['judge.locked']);
  expect(hours(silenceIn([bar(6, 22)], days))).toEqual([[8.9, 14]]);
});

it('is no daypart that is passed over without a refusal by what airs elsewhere that day', () => {
  expect(silenceIn([bar(6, 8), bar(9, 12)], known({ a: [10] }))).toEqual([]);
  expect(hours(silenceIn([bar(6, 8), bar(9, 12)], known({ b: [10] })))).toEqual([
    [6, 8],
    [9, 12],
  ]);
});

it('is not told of a booking that is paused, nor of what was aired before it was refused', () => {
  expect(silenceIn([bar(6, 22)], known({ a: [8] }, ['why.paused']))).toEqual([]);
  const shown: Shown = {
    ...{ kind: 'plays', displayId: 'd', from: 0, until: 9 * HOUR, reportedUntil: 9 * HOUR },
    owners: [{ kind: 'booking', bookingId: 'a', name: 'A' }],
    plays: every(6, 9).map((at) => ({
      ...{ owner: 0, assetId: null, assetName: null, start: at * HOUR, ms: 60_000 },
      ...{ outcome: 'shown' as const, because: null },
    })),
  };
  expect(hours(silenceIn([bar(6, 22)], known({}, ['judge.recalled'], shown)))).toEqual([[8.9, 22]]);
});

it('is an exact time that is not kept, though not one that another delays', () => {
  expect(silenceIn([bar(8, 8.01, true)], known({ a: [8.2] }, ['why.delayed']))).toEqual([]);
  const days = known({ a: [8] }, ['judge.locked']);
  expect(hours(silenceIn([bar(8, 8.01, true), bar(12, 12.01, true)], days))).toEqual([[12, 12]]);
});

it('is, from afar, each day on which a booking should air and does not, joined where they touch', () => {
  const date = (n: number) => Date.parse(`2026-03-0${n}T00:00:00Z`);
  const owned = (n: number, parts: OwnedDay['day']['parts'], silent: OwnedDay['day']['silent']): OwnedDay => ({
    owners: ['a', 'b'],
    reasons: [LOCK],
    day: { from: date(n), until: date(n + 1), openMs: [HOUR], parts, skipped: 0, silent, loop: null },
  });
  const airs = owned(2, [[0, 0, HOUR, 1]], []);
  // The seventh is a Saturday, on which it is not booked.
  const days = [airs, owned(3, [], [[0, 0]]), owned(4, [], [[0, 0]]), owned(5, [], []), owned(7, [], [])];
  const booking = {
    ...{ id: 'a', from: '2026-03-02', to: '2026-03-08', rule: null, exceptions: [], paused: false },
    weekdays: [1, 2, 3, 4, 5] as (1 | 2 | 3 | 4 | 5)[],
  };
  const silent = silentDays(booking, days, 'UTC');
  expect(silent.map(({ from, because }) => [from, because])).toEqual([
    [date(3), [LOCK]],
    [date(4), [LOCK]],
    // Nothing refused it: others have its time.
    [date(5), []],
  ]);
  expect(silenceOf({ bookingId: 'a', from: date(2), until: date(9) }, silent)).toMatchObject([
    { from: date(3), until: date(5) },
    { from: date(5), until: date(6) },
  ]);
  expect(silentDays({ ...booking, paused: true }, days, 'UTC')).toEqual([]);
});
