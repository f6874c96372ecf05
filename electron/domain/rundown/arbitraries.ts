/** Any rundown, and any show of it, for tests of what always holds. */
import fc from 'fast-check';
import { DAY_MS, dateOf, dayNumber, timeOf } from '../calendar';
import type { Running } from './live';
import { type ItemPart, partId } from './samples';
import type { Given } from './vector-samples';

const S = 1000;
const length = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 1800 }).map((seconds) => seconds * S),
  fc.integer({ min: 0, max: 600_000 }),
);
const time = fc.oneof(
  fc.integer({ min: 8 * 60, max: 11 * 60 }).map((minute) => timeOf(minute * 60 * S)),
  fc.integer({ min: 0, max: 86_399 }).map((second) => timeOf(second * S)),
);
const flex = fc.option(fc.tuple(length, length).map(([a, b]) => ({ minMs: Math.min(a, b), maxMs: Math.max(a, b) })));

/** One in `hard` of them has a hard start; 0: none has. */
const part = (hard: number): fc.Arbitrary<ItemPart> =>
  fc.record({
    kind: fc.constantFrom('segment' as const, 'free' as const, 'free' as const, 'jingle' as const),
    durationMs: length,
    start:
      hard === 0
        ? fc.constant({ kind: 'follow' as const })
        : fc.oneof(
            { arbitrary: fc.constant({ kind: 'follow' as const }), weight: hard - 1 },
            {
              arbitrary: fc.record({ kind: fc.constant('hard' as const), at: time, takesItself: fc.boolean() }),
              weight: 1,
            },
          ),
    floating: fc.integer({ min: 0, max: 7 }).map((one) => one === 0),
    optional: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
    flex,
    // Segments, jingles, themselves, and what is not there.
    in: fc.option(fc.integer({ min: 1, max: 14 }), { nil: undefined }),
  });

const lines = (hard = 5): fc.Arbitrary<ItemPart[]> => fc.array(part(hard), { maxLength: 12 });

export const givens = (hard = 5): fc.Arbitrary<Given> =>
  fc.record({
    clock: fc.record({
      date: fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2027-12-31') }).map(dateOf),
      startsAt: fc.oneof(fc.constant('09:00:00'), fc.constant('24:00:00'), time),
      zone: fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Europe/Berlin', 'America/New_York'),
      lengthMs: fc.oneof(fc.constant(0), fc.constant(3_600_000), fc.integer({ min: 1, max: DAY_MS })),
    }),
    lines: lines(hard),
  });

export interface ShowGiven {
  given: Given;
  /** Of `lines`; one past them is nothing on air, two past them something that was removed. */
  on: number;
  /** After the rundown's beginning. */
  sinceMs: number;
  heldMs: number;
  elapsedMs: number;
  holds: boolean;
  skipped: boolean[];
  agreed: (number | null)[];
}

export const shows = (hard = 5): fc.Arbitrary<ShowGiven> =>
  fc.record({
    given: givens(hard),
    on: fc.integer({ min: 1, max: 14 }),
    sinceMs: fc.integer({ min: -600_000, max: 5_400_000 }),
    heldMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60_000 })),
    elapsedMs: fc.integer({ min: 0, max: 1_800_000 }),
    holds: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
    skipped: fc.array(
      fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
      { minLength: 12, maxLength: 12 },
    ),
    agreed: fc.array(fc.option(length, { freq: 1 }), { minLength: 12, maxLength: 12 }),
  });

/** `start`: of the rundown, epoch ms. */
export function showFrom(show: ShowGiven, start: number): { show: Running; now: number } {
  const startedAt = start + show.sinceMs;
  const now = startedAt + show.heldMs + show.elapsedMs;
  const { length: count } = show.given.lines;
  const numbers = show.given.lines.map((_, at) => at + 1);
  const onAir = {
    stepId: partId(999),
    itemId: partId(show.on),
    startedAt,
    heldAt: show.holds ? now : null,
    heldMs: show.heldMs,
  };
  return {
    show: {
      current: show.on === count + 1 ? null : onAir,
      skipped: numbers.filter((_, at) => show.skipped[at]).map((number) => partId(number)),
      aired: [],
      lengths: Object.fromEntries(
        numbers.flatMap((number, at) => {
          const ms = show.agreed[at];
          return ms === null || ms === undefined || at % 3 > 0 ? [] : [[partId(number), ms]];
        }),
      ),
    },
    now,
  };
}
