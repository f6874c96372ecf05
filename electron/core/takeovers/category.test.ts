/** What a takeover is about, asked of the rules before it starts. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ALWAYS, EVERYWHERE } from '../../contract/records/rule';
import type { TakeoverFields } from '../../contract/records/takeover';
import { rule } from '../../domain/judge/samples';
import { EMERGENCY_CATEGORY } from '../../domain/judge/types';
import { locksThere, placesNamed } from '../rules/gate';
import type { Store } from '../store';
import { freshStore } from '../store/fresh-store';
import { operator, refused, sampleDisplay } from '../store/samples';
import { checkFields } from './check';

const ON_ITS_DAYS = Date.parse('2024-11-25T12:00:00+07:00');
const WEEK_BEFORE = Date.parse('2024-11-18T12:00:00+07:00');
const LONG_BEFORE = Date.parse('2024-11-01T12:00:00+07:00');
const square = sampleDisplay({ place: 'Alun-alun' });
const station = sampleDisplay({ place: 'Terminal' });
const clock = { now: () => LONG_BEFORE };

let store: Store;
freshStore((fresh) => {
  store = fresh;
}, clock);
beforeEach(async () => {
  const lock = rule(1, {
    ...{ name: 'Masa tenang', does: { kind: 'lock' } },
    scope: { ...EVERYWHERE, categories: ['Iklan kampanye'], displayIds: [square.id] },
    time: { ...ALWAYS, from: '2024-11-24', to: '2024-11-26' },
  });
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => [
    tx.put('rule', lock),
    tx.put('display', square),
    tx.put('display', station),
  ]);
});

const AT_SQUARE = { all: false, displayIds: [square.id], groupIds: [] };
const AT_STATION = { ...AT_SQUARE, displayIds: [station.id] };
type What = TakeoverFields['what'];
const notice = (category?: string): What => ({
  ...{ kind: 'text', tone: 'notice', title: 'Waspada banjir', body: '', qr: '' },
  ...(category === undefined ? {} : { category }),
});
const page = (category?: string): What => ({
  ...{ kind: 'page', url: 'https://bmkg.go.id/' },
  ...(category === undefined ? {} : { category }),
});
const check = (what: What, where: typeof AT_SQUARE, now: number) => () =>
  checkFields(store, { name: 'Banjir', what, where, from: now, until: now + 60_000, test: false }, now);
const against = async (what: What, where = AT_SQUARE, now = ON_ITS_DAYS): Promise<string[]> =>
  (await refused(check(what, where, now))).data.details.map(({ code }) => code);

describe('a notice or a page under a lock', () => {
  it.each([notice, page])('goes out when it says what it is about, and the lock is not about that', async (what) => {
    expect(await against(what())).toEqual(['judge.unknownUnderLock']);
    expect(await against(what('Iklan kampanye'))).toEqual(['judge.locked']);
    expect(check(what('Kebencanaan'), AT_SQUARE, ON_ITS_DAYS)).not.toThrow();
    expect(check(what(EMERGENCY_CATEGORY), AT_SQUARE, ON_ITS_DAYS)).not.toThrow();
  });

  it('need not where no lock holds, or on another display', () => {
    expect(check(notice(), AT_STATION, ON_ITS_DAYS)).not.toThrow();
    expect(check(notice(), AT_SQUARE, LONG_BEFORE)).not.toThrow();
  });

  it('is not about what the station does not know', async () => {
    expect(await against(notice('Karangan'), AT_STATION)).toEqual(['library.noCategory']);
  });
});

describe('a notice or a page under a rule on lengths', () => {
  const MINUTE = 60_000;
  const fields = (what: What, until: number | null) => ({
    ...{ name: 'Jadwal', what, where: AT_STATION, from: LONG_BEFORE, until, test: false },
  });
  const held = (what: What, until: number | null) => () => checkFields(store, fields(what, until), LONG_BEFORE);
  const refusals = async (what: What, until: number | null): Promise<string[]> =>
    (await refused(held(what, until))).data.details.map(({ code }) => code);
  beforeEach(() =>
    store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
      tx.put('rule', rule(9, { does: { kind: 'longest', ms: MINUTE }, scope: EVERYWHERE, time: ALWAYS })),
    ),
  );

  it.each([notice, page])('is held no longer than that', async (what) => {
    expect(await refusals(what('Kebencanaan'), null)).toEqual(['judge.tooLong']);
    expect(await refusals(what('Kebencanaan'), LONG_BEFORE + MINUTE + 1)).toEqual(['judge.tooLong']);
    expect(held(what('Kebencanaan'), LONG_BEFORE + MINUTE)).not.toThrow();
  });

  it('is an emergency where it says so, and that is held until somebody ends it', async () => {
    const emergency: What = { kind: 'text', tone: 'emergency', title: 'Banjir', body: '', qr: '' };
    expect(held(emergency, null)).not.toThrow();
    expect(await refusals({ ...emergency, category: 'Iklan kampanye' }, null)).toEqual(['judge.tooLong']);
  });
});

it('locks are told of the displays that are meant, from a week before', () => {
  const names = (where: typeof AT_SQUARE, now: number) =>
    locksThere(store, placesNamed(store, where), now).map(({ name }) => name);
  expect(names(AT_SQUARE, LONG_BEFORE)).toEqual([]);
  expect(names(AT_SQUARE, WEEK_BEFORE)).toEqual(['Masa tenang']);
  expect(names(AT_SQUARE, ON_ITS_DAYS)).toEqual(['Masa tenang']);
  expect(names(AT_STATION, ON_ITS_DAYS)).toEqual([]);
  expect(names({ ...AT_SQUARE, displayIds: [square.id, station.id] }, ON_ITS_DAYS)).toEqual(['Masa tenang']);
});
