/** A rehearsal at any other hour has the numbers of the broadcast, and its instants as much later. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { showFrom, shows } from './arbitraries';
import { fitOf } from './fit';
import { type Coming, type LiveTiming, liveOf, type NextHard, type Running } from './live';
import { nextSelf } from './next-self';
import type { Plan, Row } from './plan';
import { shifted } from './shift';
import { planFor } from './vector-samples';

const by = fc.integer({ min: -400 * 86_400_000, max: 400 * 86_400_000 });
const runs = { numRuns: 500 };
const later = <T extends number | null>(at: T, ms: number) => (at === null ? null : at + ms);

function showLater(show: Running, ms: number): Running {
  const { current } = show;
  const moved = current && { ...current, startedAt: current.startedAt + ms, heldAt: later(current.heldAt, ms) };
  return { ...show, current: moved };
}

const numbersOf = ({ item, ms, gapMs, overMs, cumulativeMs, counts, runs: itRuns, takesItself }: Row) => ({
  ...{ id: item.id, ms, gapMs, overMs, cumulativeMs, counts, itRuns, takesItself },
});
const instantsOf = ({ start, end, backStart, hardAt }: Row, ms: number) =>
  [start, end, backStart, hardAt].map((at) => later(at, ms));
const lengthsOf = ({ totalMs, overMs }: Plan) => [totalMs, overMs];

const comes = ({ row, start, end, hardAt, cuts }: Coming, ms: number) => [
  ...[row.item.id, start + ms, end + ms, later(hardAt, ms), cuts],
];
const hard = (next: NextHard | null, ms: number) => next && [next.row.item.id, next.at + ms, next.inMs, next.overMs];
const live = ({ current, free, coming, nextHard, end, overNowMs, overAtEndMs }: LiveTiming, ms: number) => ({
  current: current && { ...current, row: current.row.item.id },
  ...{ free: free + ms, end: end + ms, overNowMs, overAtEndMs },
  coming: coming.map((one) => comes(one, ms)),
  nextHard: hard(nextHard, ms),
});

it('has the same lengths, gaps, over and under; and every instant moved by as much', () => {
  fc.assert(
    fc.property(shows(), by, ({ given }, ms) => {
      const plan = planFor(given);
      const other = shifted(plan, ms);
      expect(other.rows.map(numbersOf)).toEqual(plan.rows.map(numbersOf));
      expect(other.rows.map((row) => instantsOf(row, 0))).toEqual(plan.rows.map((row) => instantsOf(row, ms)));
      expect(lengthsOf(other)).toEqual(lengthsOf(plan));
      expect([other.start, other.end, other.plannedEnd]).toEqual([
        plan.start + ms,
        plan.end + ms,
        later(plan.plannedEnd, ms),
      ]);
      expect(other.running.map(({ item }) => item.id)).toEqual(plan.running.map(({ item }) => item.id));
      for (const row of other.rows) expect(other.byId.get(row.item.id)).toBe(row);
      expect(shifted(other, -ms).rows).toEqual(plan.rows);
    }),
    runs,
  );
});

it('on air says the same of what is left, of over and under, of what takes itself, and of how to end in time', () => {
  fc.assert(
    fc.property(shows(), by, fc.constantFrom('hand' as const, 'roll' as const), (given, ms, mode) => {
      const plan = planFor(given.given);
      const { show, now } = showFrom(given, plan.start);
      const [other, there] = [shifted(plan, ms), showLater(show, ms)];
      expect(live(liveOf(other, there, now + ms), 0)).toEqual(live(liveOf(plan, show, now), ms));
      const self = nextSelf(plan, { ...show, mode }, now);
      const same = nextSelf(other, { ...there, mode }, now + ms);
      expect(same).toEqual(self && { ...self, at: self.at + ms });
      expect(fitOf(other, there, now + ms)).toEqual(fitOf(plan, show, now));
    }),
    runs,
  );
});
