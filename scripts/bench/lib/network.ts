/** A busy day and a network of displays as records in memory. */
import type { Booking, BookingDraft, BookingHow } from '../../../electron/contract/records/booking';
import { PLAIN_BOOKING } from '../../../electron/contract/records/booking';
import type { Display } from '../../../electron/contract/records/display';
import { ALWAYS, EVERYWHERE } from '../../../electron/contract/records/rule';
import { DEFAULT_SETTINGS } from '../../../electron/contract/records/settings-defaults';
import type { Reader, Store } from '../../../electron/core/store';
import { dateOf, timeOf } from '../../../electron/domain/calendar';
import type { CompileInput } from '../../../electron/domain/compile';
import { at, booking, idFor, inputFor, ofAsset, VT01, video } from '../../../electron/domain/compile-fixtures';
import { LOCK, rule, under } from '../../../electron/domain/judge/samples';
import { policyOf } from '../../../electron/domain/traffic/fixtures';

const S = 1000;
const MINUTE = 60 * S;
const ASSETS = Array.from({ length: 60 }, (_, n) =>
  video(n + 1, (n % 3 === 0 ? 15 : 30) * S, { agencyId: idFor('G', n % 7), category: n % 2 ? 'Kesehatan' : null }),
);
const DAY = '2026-03-02';

/** Of 200: 60 hold slots in turn, 20 have a share, 60 a frequency, 20 exact times, 40 rotate; most in a part of the day. */
export function busyDay(): CompileInput {
  const bookings = Array.from({ length: 200 }, (_, n) =>
    booking(n + 1, ofAsset({ id: idFor('A', (n % 60) + 1) }), {
      how: howOf(n),
      dayparts: [{ start: timeOf((n % 8) * 60 * MINUTE + 6 * 3600 * S), end: timeOf((15 + (n % 8)) * 3600 * S) }],
      priority: 4 + (n % 3),
    }),
  );
  const policy = policyOf({ separation: { agency: true, category: true, sameClipMs: 60 * S } });
  const from = at(`${DAY} 00:00:00`);
  return { ...inputFor({ assets: ASSETS, bookings, policy }, from, from + 24 * 3600 * S), law: electionLaw() };
}

/** A lock, hours and a cap, as in a year of elections: none of it is about these clips, as of most. */
const RULES = [
  LOCK,
  rule(1, {
    scope: { ...EVERYWHERE, categories: ['Iklan rokok'] },
    time: { ...ALWAYS, hours: [{ start: '05:00:00', end: '22:00:00' }] },
  }),
  rule(2, {
    scope: { ...EVERYWHERE, categories: ['Iklan kampanye'] },
    does: { kind: 'cap', plays: 10, seconds: null, of: 'subject', counts: 'place' },
  }),
];

function electionLaw(): NonNullable<CompileInput['law']> {
  const place = { channel: 'displays' as const, id: VT01.id, groupIds: [], site: '' };
  return { place, context: under(RULES), agencyOf: () => undefined, print: '' };
}

function howOf(n: number): BookingHow {
  const kind = n % 10;
  if (kind < 3) return { kind: 'slot', slot: 1 + (n % 6), every: 10, first: Math.floor(n / 20) % 10 };
  if (kind === 3) return { kind: 'share', percent: 1 };
  if (kind < 7) return { kind: 'frequency', plays: 1 + (n % 3), per: n % 2 ? 'hour' : 'day' };
  if (kind === 7) return { kind: 'exact', times: [timeOf((7 + (n % 14)) * 3600 * S + n * 7 * S)], whenTaken: 'join' };
  return { kind: 'rotation' };
}

export interface Records {
  display: Display[];
  booking: Booking[];
  now: number;
}

/** Each display has bookings of its own under one policy: no two share a compile. */
export function network(displays: number, bookingsEach: number): Records {
  const display = Array.from({ length: displays }, (_, n): Display => {
    const id = idFor('D', n + 1);
    return { ...VT01, id, rev: 1, name: `VT-${n}`, place: '', token: null, createdAt: n };
  });
  const drafts = display.map(({ id }) =>
    weekBookings(
      ASSETS.map((asset) => asset.id),
      [id],
      bookingsEach,
    ),
  );
  const bookings = drafts.flat().map((draft, n): Booking => {
    return { id: idFor('B', n + 1), rev: 1, ...draft, createdAt: n, createdBy: 'bench' };
  });
  return { display, booking: bookings, now: at(`${DAY} 10:00:00`) };
}

/** Three slots, three shares, two frequencies, an exact time and one that rotates, all day and every day. */
export function weekBookings(assets: readonly string[], displayIds: string[], count: number): BookingDraft[] {
  return Array.from({ length: count }, (_, n): BookingDraft => {
    return {
      name: `Bench ${n}`,
      what: { kind: 'asset', assetId: assets[n % assets.length] ?? '' },
      where: { displayIds, groupIds: [] },
      ...PLAIN_BOOKING,
      how: WEEK[n % WEEK.length] ?? { kind: 'rotation' },
      from: dateOf(Math.floor(at('2026-01-01 00:00:00') / 86_400_000)),
      to: '2029-12-31',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      dayparts: [{ start: '00:00:00', end: '24:00:00' }],
      zone: 'station',
      paused: false,
    };
  });
}

const WEEK: readonly BookingHow[] = [
  { kind: 'rotation' },
  ...[1, 2, 3].map((slot) => ({ kind: 'slot' as const, slot, every: 1, first: 0 })),
  ...[10, 15, 5].map((percent) => ({ kind: 'share' as const, percent })),
  { kind: 'frequency', plays: 6, per: 'hour' },
  { kind: 'frequency', plays: 40, per: 'day' },
  { kind: 'exact', times: ['07:00:00', '12:00:00', '19:00:00'], whenTaken: 'delay' },
];

/** As much of a store as a look reads. Seven days to the minute: the station compiles 25 h beyond its horizon. */
export function memoryStore({ display, booking: bookings }: Records): Reader & Pick<Store, 'lastChange'> {
  const settings = { ...DEFAULT_SETTINGS, horizonHours: 7 * 24 - 25 };
  const all: Record<string, readonly { id: string }[]> = {
    display,
    booking: bookings,
    displayGroup: [],
    loopPolicy: [policyOf({ where: { displayIds: display.map(({ id }) => id), groupIds: [] } })],
    settings: [settings],
    rule: RULES,
    asset: ASSETS,
  };
  const byId = new Map(Object.entries(all).map(([name, list]) => [name, new Map(list.map((each) => [each.id, each]))]));
  const reader = {
    get: (record: string, id: string) => byId.get(record)?.get(id),
    all: (record: string) => all[record] ?? [],
    lastChange: () => 1,
  };
  return reader as unknown as Reader & Pick<Store, 'lastChange'>;
}
