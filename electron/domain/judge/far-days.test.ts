/** Days that are mistyped, or mean "never", are still of a book and of matter that displays can read. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Matter } from '../../contract/records/matter';
import { ALWAYS } from '../../contract/records/rule';
import { Rulebook } from '../../contract/records/rulebook';
import { video } from '../compile-fixtures';
import { airsOf } from '../material';
import { bookOf } from './book';
import { judge } from './judge';
import { matterOf } from './matter-of';
import { at, matter, PANEL, rule, under } from './samples';

const NOW = at('2026-11-23T10:00:00');
const zone = fc.constantFrom('Asia/Jakarta', 'Asia/Jayapura', 'UTC', 'America/New_York');
const day = fc.constantFrom('0000-01-01', '0202-11-27', '1969-12-31', '1970-01-01', '2026-11-27', '9999-12-31');

it('of any days makes a rulebook and matter that can be read', () => {
  fc.assert(
    fc.property(day, day, zone, (from, to, where) => {
      const rules = [rule(1, { validFrom: from, validTo: to, time: { ...ALWAYS, from, to } })];
      const book = bookOf({ rules, calendars: [], lifts: [], categories: [], zone: where });
      expect(Rulebook.safeParse({ ...book, version: 1, madeAt: NOW }).error).toBeUndefined();
      const asset = video(1, 3000, { validFrom: from, validTo: to, ppidReviewBy: to });
      const made = matterOf(asset, undefined, where);
      expect(Matter.safeParse(made).error).toBeUndefined();
      expect(airsOf(asset, where)).toEqual({ from: made.from, until: made.until });
    }),
  );
});

it.each([
  ['over long ago', { validTo: '0202-11-27' }, false],
  ['not begun in our time', { validFrom: '9999-12-31' }, false],
  ['without an end', { validFrom: '0202-11-27', validTo: '9999-12-31' }, true],
])('means what it says: %s', (_, days, holds) => {
  expect(judge(matter(), PANEL, NOW, under([rule(1, days)])).allowed).toBe(!holds);
});
