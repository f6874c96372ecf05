/** What holds of the times of any rundown as it is written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, dateOf, dayNumber, HOUR_MS, timeMs, timeOf } from '../calendar';
import { givens } from './arbitraries';
import { endOf, hardInstant, startOf } from './clock';
import { orderBetween } from './order';
import { type Plan, planOf, type Row } from './plan';
import { type ItemPart, items, rundown } from './samples';
import { clockOf, type Given, planFor } from './vector-samples';

const runs = { numRuns: 500 };
const sum = (rows: readonly Row[]) => rows.reduce((total, { ms }) => total + ms, 0);

/** From one hard start up to the next. */
function stretchesOf({ running }: Plan): Row[][] {
  const stretches: Row[][] = [];
  for (const row of running) {
    if (row.hardAt !== null || stretches.length === 0) stretches.push([row]);
    else stretches.at(-1)?.push(row);
  }
  return stretches;
}

describe('any rundown', () => {
  it('has each item once, whatever its parent', () => {
    fc.assert(
      fc.property(givens(), (given) => {
        const { rows } = planFor(given);
        const wanted = items(...given.lines).map(({ id }) => id);
        expect(rows.map(({ item }) => item.id).toSorted()).toEqual(wanted.toSorted());
        rows.forEach((row, at) => {
          const above = rows.slice(0, at).findLast(({ depth }) => depth === 0);
          expect(row.segmentId).toBe(row.depth === 0 ? null : above?.item.id);
        });
      }),
      runs,
    );
  });

  it('is as long as all that counts, and segments as what is in them', () => {
    fc.assert(
      fc.property(givens(), (given) => {
        const plan = planFor(given);
        expect(plan.totalMs).toBe(sum(plan.rows.filter(({ runs, counts }) => runs && counts)));
        expect(plan.totalMs).toBe(plan.running.at(-1)?.cumulativeMs ?? 0);
        expect(plan.totalMs).toBe(sum(plan.rows.filter(({ depth, counts }) => depth === 0 && counts)));
        for (const row of plan.running) expect((row.end ?? 0) - (row.start ?? 0)).toBe(row.ms);
      }),
      runs,
    );
  });

  it('holds its hard starts, and else leaves no gap', () => {
    fc.assert(
      fc.property(givens(), (given) => {
        const plan = planFor(given);
        plan.running.forEach((row, at) => {
          const free = plan.running[at - 1]?.end ?? plan.start;
          const own = row.item.start.kind === 'hard' ? hardInstant(clockOf(given), row.item.start.at) : row.hardAt;
          expect([row.hardAt, row.start]).toEqual([own, own ?? free]);
          expect(row.gapMs).toBe((row.start ?? 0) - free);
        });
        // One of a segment is held by what of it counts first, unless that has its own.
        for (const segment of plan.rows.filter(({ hardAt, counts }) => hardAt !== null && counts)) {
          const first = plan.running.find(({ segmentId }) => segmentId === segment.item.id) ?? segment;
          if (first.item.start.kind !== 'hard') expect(first.start).toBe(segment.hardAt);
        }
      }),
      runs,
    );
  });

  it('counts back as it counts forward: each item of a stretch is off by what the stretch is over', () => {
    fc.assert(
      fc.property(givens(), (given) => {
        const plan = planFor(given);
        const stretches = stretchesOf(plan);
        stretches.forEach((rows, at) => {
          const until = stretches[at + 1]?.[0]?.hardAt ?? plan.plannedEnd;
          const over = until === null ? null : (rows.at(-1)?.end ?? 0) - until;
          for (const { start, backStart } of rows) {
            expect(backStart === null ? null : (start ?? 0) - backStart).toBe(over);
          }
        });
        if (plan.running.length > 0 && plan.overMs !== null) {
          const last = plan.running.at(-1);
          expect((last?.start ?? 0) - (last?.backStart ?? 0)).toBe(plan.overMs);
        }
      }),
      runs,
    );
  });

  it('keeps its sum when an item is moved to another place of its parent', () => {
    const moves = fc.tuple(givens(), fc.nat(), fc.nat());
    fc.assert(
      fc.property(moves, ([given, from, to]) => {
        const list = items(...given.lines);
        const moved = list[from % Math.max(1, list.length)];
        if (!moved) return;
        const others = list.filter((item) => item !== moved);
        const place = to % list.length;
        const order = orderBetween(others[place - 1]?.order ?? null, others[place]?.order ?? null);
        const plan = planOf(clockOf(given), [...others, { ...moved, order }]);
        expect(plan.totalMs).toBe(planFor(given).totalMs);
        expect(plan.rows.findIndex(({ item }) => item.id === moved.id)).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  it('keeps its sum when an item goes from one segment that holds more to another', () => {
    const twos = fc.tuple(fc.array(fc.nat(1_800_000), { minLength: 2, maxLength: 6 }), fc.nat(600_000));
    fc.assert(
      fc.property(twos, ([inside, other]) => {
        const list = (home: number): ItemPart[] => [
          { kind: 'segment', durationMs: 60_000 },
          { kind: 'segment', durationMs: 90_000 },
          { durationMs: other, in: 2 },
          ...inside.map((durationMs, at) => ({ durationMs, in: at === 0 ? home : 1 })),
        ];
        const [before, after] = [1, 2].map((home) => planOf(rundown(), items(...list(home))));
        expect(after?.totalMs).toBe(before?.totalMs);
        expect(after?.rows[0]?.ms).toBe((before?.rows[0]?.ms ?? 0) - (inside[0] ?? 0));
      }),
      runs,
    );
  });
});

describe('clocks', () => {
  /** The same, so many ms later on a clock without changes: its beginning and each hard start. */
  function later({ clock, lines }: Given, ms: number): Given {
    const wall = timeMs(clock?.startsAt ?? '09:00:00') + ms;
    const day = dayNumber(clock?.date ?? '2024-11-14') + Math.floor(wall / DAY_MS);
    const turned = (at: string) => timeOf((timeMs(at) + ms) % DAY_MS);
    return {
      clock: { ...clock, date: dateOf(day), startsAt: timeOf(wall % DAY_MS) },
      lines: lines.map((line) =>
        line.start?.kind === 'hard' ? { ...line, start: { ...line.start, at: turned(line.start.at) } } : line,
      ),
    };
  }

  it('change nothing but the date and the hour: hours or days later all is as much later', () => {
    const shifts = fc.tuple(givens(3), fc.integer({ min: 0, max: 100 * 3600 }), fc.constantFrom('Asia/Jakarta', 'UTC'));
    fc.assert(
      fc.property(shifts, ([{ clock, lines }, seconds, zone]) => {
        const given = { clock: { ...clock, zone }, lines };
        const shifted = planFor(later(given, seconds * 1000));
        const seen = (plan: Plan, by: number) =>
          plan.rows.map(({ start, end, backStart, gapMs, cumulativeMs, overMs }) => [
            ...[start, end, backStart].map((at) => (at === null ? null : at + by)),
            ...[gapMs, cumulativeMs, overMs],
          ]);
        expect(seen(shifted, 0)).toEqual(seen(planFor(given), seconds * 1000));
        expect(shifted.overMs).toBe(planFor(given).overMs);
      }),
      runs,
    );
  });

  it('mean by a hard start the time that lies within the rundown, where one does, and else one near it', () => {
    fc.assert(
      fc.property(givens(), fc.integer({ min: 0, max: 86_399 }), (given, second) => {
        const clock = clockOf(given);
        const [start, end] = [startOf(clock), endOf(clock) ?? startOf(clock)];
        const at = hardInstant(clock, timeOf(second * 1000));
        const within = [-1, 0, 1, 2]
          .map((days) => dateOf(dayNumber(clock.date) + days))
          .map((date) => startOf({ ...clock, date, startsAt: timeOf(second * 1000) }))
          .find((instant) => instant >= start && instant < end);
        if (within !== undefined) expect(at).toBe(within);
        // A day with a change of clocks may be an hour longer.
        expect(at).toBeGreaterThanOrEqual(start - 6 * HOUR_MS);
        expect(at).toBeLessThanOrEqual(start + 19 * HOUR_MS + Math.max(0, end - start - 18 * HOUR_MS));
      }),
      runs,
    );
  });

  it('do not change lengths: a rundown without hard starts lasts what it comes to on any night', () => {
    fc.assert(
      fc.property(givens(0), (given) => {
        const plan = planFor(given);
        expect(plan.end - plan.start).toBe(plan.totalMs);
      }),
      runs,
    );
  });
});
