import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ALWAYS, EVERYWHERE, type Rule } from '../../contract/records/rule';
import { DAY_MS } from '../calendar';
import { bookOf } from './book';
import { at, rule, ZONE } from './samples';
import { isAhead, isNear, isYetToBegin, loosened, nearSince, overAt } from './weaker';

const DAY = fc.integer({ min: 0, max: 40 });
const dayOf = (n: number) => new Date(Date.parse('2024-11-01') + n * DAY_MS).toISOString().slice(0, 10);
const START = at('2024-11-01T00:00:00');

const book = (from: number, to: number) =>
  bookOf({
    rules: [
      rule(1, {
        does: { kind: 'lock' },
        scope: { ...EVERYWHERE, categories: ['Iklan kampanye'] },
        time: { ...ALWAYS, from: dayOf(from), to: dayOf(to) },
      }),
    ],
    ...{ calendars: [], lifts: [], categories: ['Kesehatan'], zone: ZONE },
  });
const span = fc.tuple(DAY, DAY).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const moment = fc.integer({ min: START - 30 * DAY_MS, max: START + 60 * DAY_MS });

it('a lock is not to be loosened from the first moment until its last day is over, by any other days', () => {
  fc.assert(
    fc.property(span, span, moment, ([from, to], [first, last], now) => {
      const [before, after] = [book(from, to), book(first, last)];
      const locks = before.rules.filter((each) => isAhead(each, now));
      const over = START + (to + 1) * DAY_MS;
      expect(locks.length).toBe(now < over ? 1 : 0);
      // What is left of its days stays within the new ones, or it takes two people.
      const keeps = START + first * DAY_MS <= Math.max(now, START + from * DAY_MS) && to <= last;
      expect(loosened(before, after, locks, now).length).toBe(now >= over || keeps ? 0 : 1);
      expect(loosened(before, { ...after, rules: [] }, locks, now).length).toBe(locks.length);
    }),
  );
});

it('tells by one set of days whether it has begun, is near, and when it is over', () => {
  fc.assert(
    fc.property(span, moment, ([from, to], now) => {
      const [lock] = book(from, to).rules;
      if (!lock) return expect.fail('no lock');
      const [begins, over] = [START + from * DAY_MS, START + (to + 1) * DAY_MS];
      expect(overAt(lock)).toBe(over);
      expect(isYetToBegin(lock, now)).toBe(now < begins);
      expect(isNear(lock, now)).toBe(now < over && begins <= now + 7 * DAY_MS);
      if (isNear(lock, now)) expect(nearSince(lock, now)).toBe(begins - 7 * DAY_MS);
    }),
  );
});

it('is loosened by a clock that moves where it holds on certain weekdays, as where it holds at certain hours', () => {
  const everyMonday = rule(1, {
    does: { kind: 'lock' },
    time: { ...ALWAYS, weekdays: [1], from: null, to: '2030-12-31' },
  });
  const on = (zone: string) => bookOf({ rules: [everyMonday], calendars: [], lifts: [], categories: [], zone });
  // In Jayapura Monday is over two hours before it is in Jakarta.
  const [wit, wib] = [on('Asia/Jayapura'), on('Asia/Jakarta')];
  expect(loosened(wit, wib, wit.rules, START)).toHaveLength(1);
  expect(loosened(wib, wit, wib.rules, START)).toHaveLength(1);
  expect(loosened(wib, wib, wib.rules, START)).toEqual([]);
});

it('is loosened where it keeps all off and a category is made unknown that a permit would let through', () => {
  const all = rule(1, { does: { kind: 'lock' }, time: { ...ALWAYS, from: dayOf(0), to: dayOf(3) } });
  const permit = rule(2, { does: { kind: 'permit' }, time: { ...ALWAYS, to: dayOf(20) } });
  const of = (rules: Rule[], categories: string[]) =>
    bookOf({ rules, calendars: [], lifts: [], categories, zone: ZONE });
  const forgotten = (rules: Rule[], now = START) => {
    const before = of(rules, ['Kesehatan', 'Pemilu']);
    const locks = before.rules.filter((each) => isAhead(each, now));
    return loosened(before, of(rules, ['Pemilu']), locks, now).map(({ code }) => code);
  };
  expect(forgotten([all, permit])).toEqual(['rules.forgottenUnderLock']);
  expect(forgotten([all])).toEqual([]);
  expect(forgotten([all, { ...permit, validTo: dayOf(-1) }])).toEqual([]);
  expect(forgotten([{ ...all, scope: { ...EVERYWHERE, categories: ['Iklan kampanye'] } }, permit])).toEqual([]);
  expect(forgotten([all, permit], START - 8 * DAY_MS)).toEqual([]);
});
