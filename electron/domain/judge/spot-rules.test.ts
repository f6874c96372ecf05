/** What a station of before asked of its spots is asked of them still, by the judge: held against the judgement of before. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RuleFields } from '../../contract/records/rule';
import type { SpotRule } from '../../contract/records/spot-rule';
import { dateOf, dayNumber } from '../calendar';
import { lawUnder, piece, ZONE } from '../spots/fixtures';
import { DayCounts, lawAgainst } from '../spots/limits';
import type { SpotPiece } from '../spots/types';
import { localDay, toInstant } from '../time';
import { rule } from './samples';
import { rulesOfSpots } from './spot-rules';

const FIRST = dayNumber('2024-11-08');
const CATEGORIES = ['Kampanye', 'Kesehatan', null];

const day = fc.option(fc.integer({ min: 0, max: 5 }));
const olds: fc.Arbitrary<SpotRule[]> = fc.array(
  fc
    .record({
      ...{ category: fc.constantFrom(...CATEGORIES), from: day, to: day },
      playsADay: fc.option(fc.integer({ min: 0, max: 3 })),
      longestMs: fc.option(fc.integer({ min: 1, max: 60 }).map((seconds) => seconds * 1000)),
    })
    .map(({ from, to, ...rest }) => {
      const [a, b] = from !== null && to !== null && from > to ? [to, from] : [from, to];
      const date = (n: number | null) => (n === null ? null : dateOf(FIRST + n));
      return { ...rest, from: date(a), to: date(b), source: 'PKPU 13/2024' };
    }),
  { maxLength: 5 },
);
const airings = fc.array(
  fc.record({
    category: fc.constantFrom(...CATEGORIES),
    seconds: fc.integer({ min: 1, max: 60 }),
    minute: fc.integer({ min: 0, max: 6 * 1440 - 1 }),
  }),
  { maxLength: 25 },
);

/** As it was judged while these rules stood in the settings. */
function refusedBefore(
  olds: readonly SpotRule[],
  spot: SpotPiece,
  at: number,
  aired: readonly (readonly [SpotPiece, number])[],
) {
  return olds.some(({ category, from, to, playsADay, longestMs }) => {
    const about = (each: SpotPiece) => category === null || category === each.category;
    if (!about(spot)) return false;
    if (from !== null && at < toInstant(from, '00:00:00', ZONE)) return true;
    if (to !== null && at >= toInstant(to, '24:00:00', ZONE)) return true;
    if (longestMs !== null && spot.ms > longestMs) return true;
    const sameDay = aired.filter(([each, when]) => about(each) && localDay(when, ZONE) === localDay(at, ZONE));
    return playsADay !== null && sameDay.length >= playsADay;
  });
}

it('refuses in every break exactly what was refused before, whoever put in what aired', () => {
  fc.assert(
    fc.property(olds, airings, (old, spots) => {
      const made = old.flatMap((each) => rulesOfSpots(each, (part) => part));
      for (const fields of made) expect(RuleFields.parse(fields)).toEqual(fields);
      const { judged } = lawUnder(...made.map((fields, n) => rule(n, fields)));
      const counts = new DayCounts(judged);
      const aired: [SpotPiece, number][] = [];
      for (const [n, { category, seconds, minute }] of spots.entries()) {
        const at = toInstant(dateOf(FIRST), '00:00:00', ZONE) + minute * 60_000;
        const spot = piece(n, seconds, { category });
        const refused = (lawAgainst(spot, at, judged) ?? counts.against(spot, at)) !== null;
        expect(refused).toBe(refusedBefore(old, spot, at, aired));
        counts.note(spot, at);
        aired.push([spot, at]);
      }
    }),
  );
});

it('makes nothing of a rule that asked for nothing', () => {
  const nothing = { category: null, from: null, to: null, playsADay: null, longestMs: null, source: '' };
  expect(rulesOfSpots(nothing, (part) => part)).toEqual([]);
});
