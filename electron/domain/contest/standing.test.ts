import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContestEntry, Score } from '../../contract/records/contest';
import { idFor } from '../compile-fixtures';
import { isJudged, scoresOpen, visibleScores } from './blind';
import { scoreOf, standingsOf } from './standing';

const [IDEA, CRAFT] = [idFor('K', 1), idFor('K', 2)];
const criteria = [
  { id: IDEA, name: 'Gagasan', weight: 3 },
  { id: CRAFT, name: 'Teknik', weight: 1 },
];
const JURY = [1, 2, 3, 4].map((at) => idFor('J', at));
const [ANI = '', BUDI = ''] = JURY;
const contest = { jurorIds: JURY, criteria };
const score = (jurorId: string, idea: number, craft: number): Score => ({
  ...{ jurorId, marks: { [IDEA]: idea, [CRAFT]: craft } },
  ...{ note: '', at: 1 },
});
type Entry = Pick<ContestEntry, 'id' | 'category' | 'scores' | 'ownJurorIds' | 'state'>;
const entry = (at: number, scores: Score[], part: Partial<Entry> = {}): Entry => ({
  ...{ id: idFor('E', at), category: null, scores, ownJurorIds: [] },
  ...{ state: 'valid', ...part },
});

const marks = fc.integer({ min: 0, max: 100 });
const scores = fc
  .array(fc.tuple(marks, marks), { maxLength: JURY.length })
  .map((each) => each.map(([idea, craft], at) => score(JURY[at] ?? '', idea, craft)));
const entries = fc.array(scores, { minLength: 1, maxLength: 8 }).map((each) => each.map((some, at) => entry(at, some)));

describe('standings', () => {
  it('are weighted means with their spread, and say who has not scored', () => {
    const [first, second] = standingsOf(contest, [
      entry(1, [score(ANI, 60, 100), score(BUDI, 80, 80)]),
      entry(2, [score(ANI, 90, 90)]),
    ]);
    expect(first).toMatchObject({ entryId: idFor('E', 2), mean: 90, lowest: 90, highest: 90, rank: 1, scored: 1 });
    expect(second).toMatchObject({ mean: 75, lowest: 70, highest: 80, rank: 2, missing: JURY.slice(2), tied: false });
  });

  it('say a tie, and give the next the rank after both', () => {
    const all = standingsOf(contest, [
      entry(3, [score(ANI, 10, 10)]),
      entry(1, [score(ANI, 50, 90)]),
      entry(2, [score(BUDI, 60, 60)]),
    ]);
    expect(all.map(({ rank, tied }) => [rank, tied])).toEqual([
      [1, true],
      [1, true],
      [3, false],
    ]);
  });

  it('are of each category by itself', () => {
    const all = standingsOf(contest, [
      entry(1, [score(ANI, 90, 90)], { category: 'Video' }),
      entry(2, [score(ANI, 20, 20)], { category: 'Poster' }),
    ]);
    expect(all.map(({ rank }) => rank)).toEqual([1, 1]);
  });

  it('never take a score that is not there for a nought', () => {
    const half: Score = { ...score(BUDI, 0, 0), marks: { [IDEA]: 0 } };
    expect(scoreOf(half.marks, criteria)).toBeNull();
    const [best, last] = standingsOf(contest, [entry(1, []), entry(2, [score(ANI, 1, 1), half])]);
    expect(best).toMatchObject({ entryId: idFor('E', 2), mean: 1, scored: 1, rank: 1 });
    expect(last).toMatchObject({ mean: null, rank: null, missing: JURY });
  });

  it('do not depend on the order of jury, scores or entries', () => {
    const shuffled = entries.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.tuple(...all.map((each) => fc.shuffledSubarray(each.scores, { minLength: each.scores.length }))),
        fc.shuffledSubarray(JURY, { minLength: JURY.length }),
        fc.shuffledSubarray(
          all.map((_, at) => at),
          { minLength: all.length },
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([all, some, jurorIds, order]) => {
        const others = order.map((at) => ({ ...(all[at] as Entry), scores: some[at] ?? [] }));
        const plain = standingsOf(contest, all).map(({ missing, ...rest }) => ({
          ...rest,
          missing: [...missing].sort(),
        }));
        const moved = standingsOf({ ...contest, jurorIds }, others).map(({ missing, ...rest }) => ({
          ...rest,
          missing: [...missing].sort(),
        }));
        expect(moved).toEqual(plain);
      }),
    );
  });

  it('are not moved by who does not score: the mean lies between lowest and highest, of those alone', () => {
    fc.assert(
      fc.property(scores, (some) => {
        const [standing] = standingsOf(contest, [entry(1, some)]);
        const given = some.map((each) => scoreOf(each.marks, criteria) ?? Number.NaN);
        expect(standing?.lowest ?? null).toBe(given.length === 0 ? null : Math.min(...given));
        expect(standing?.highest ?? null).toBe(given.length === 0 ? null : Math.max(...given));
        if (given.length === 0) return;
        expect(standing?.mean).toBeCloseTo(given.reduce((sum, each) => sum + each, 0) / given.length, 9);
      }),
    );
  });

  it('leave out a juror whose own it is', () => {
    const [standing] = standingsOf(contest, [
      entry(1, [score(ANI, 100, 100), score(BUDI, 40, 40)], { ownJurorIds: [ANI] }),
    ]);
    expect(standing).toMatchObject({ mean: 40, scored: 1, missing: JURY.slice(2) });
  });
});

describe('scores', () => {
  const judging = { ...contest, jurorIds: [ANI, BUDI], state: 'judging' as const };
  const half = [entry(1, [score(ANI, 1, 1), score(BUDI, 2, 2)]), entry(2, [score(ANI, 3, 3)])];

  it('are closed until every juror has scored every entry, or the judging ends', () => {
    expect(scoresOpen(judging, half)).toBe(false);
    expect(scoresOpen({ ...judging, state: 'shortlisted' }, half)).toBe(true);
    expect(scoresOpen(judging, [half[0] as Entry, entry(2, [score(ANI, 3, 3), score(BUDI, 0, 0)])])).toBe(true);
    expect(scoresOpen(judging, [half[0] as Entry, entry(2, [score(ANI, 3, 3)], { ownJurorIds: [BUDI] })])).toBe(true);
    expect(scoresOpen(judging, [half[0] as Entry, entry(2, [], { state: 'disqualified' })])).toBe(true);
    expect(scoresOpen(judging, [])).toBe(false);
    expect(scoresOpen({ ...judging, jurorIds: [] }, half)).toBe(false);
  });

  it('show each juror the own one alone while they are closed', () => {
    const first = half[0] as Entry;
    expect(visibleScores(first, false, BUDI).map(({ jurorId }) => jurorId)).toEqual([BUDI]);
    expect(visibleScores(first, false, idFor('U', 1))).toEqual([]);
    expect(visibleScores(first, true, idFor('U', 1))).toHaveLength(2);
    expect(isJudged({ state: 'received' })).toBe(false);
  });
});
