/** The breaks of a day, or of an hour, that lie in a booking's hours, and what it has been given in them. */
import type { Id } from '../../contract/scalars';
import type { SpotBreak } from './types';

interface Given {
  plays: number;
  ms: number;
}

/**
 * Breaks are filled in their order: what was placed so far lies before the one that is being filled. What stands in breaks that are
 * closed may lie before or after it.
 */
export class Pool {
  private readonly placeOf: ReadonlyMap<number, number>;
  /** Of closed breaks and of the time of all, up to and with each. */
  private readonly closed: Given[] = [];
  private readonly time: number[] = [];
  private readonly placed: Given = { plays: 0, ms: 0 };

  /** `numbers`: of its breaks, in order. */
  constructor(
    private readonly numbers: readonly number[],
    breaks: readonly SpotBreak[],
    bookingId: Id,
  ) {
    this.placeOf = new Map(numbers.map((at, place) => [at, place]));
    let [sum, ms]: [Given, number] = [{ plays: 0, ms: 0 }, 0];
    for (const at of numbers) {
      const each = breaks[at] as SpotBreak;
      sum = each.open ? sum : added(sum, each, bookingId);
      ms += each.ms;
      this.closed.push(sum);
      this.time.push(ms);
    }
  }

  get breaks(): number {
    return this.numbers.length;
  }

  /** Time of all its breaks, ms. */
  get ms(): number {
    return this.time.at(-1) ?? 0;
  }

  /** How many of its breaks lie up to and with number `at`. */
  count(at: number): number {
    return (this.placeOf.get(at) ?? -1) + 1;
  }

  msUpTo(at: number): number {
    return this.time[this.placeOf.get(at) ?? -1] ?? 0;
  }

  given(at: number): Given {
    const closed = this.closed[this.placeOf.get(at) ?? -1] ?? NONE;
    return { plays: closed.plays + this.placed.plays, ms: closed.ms + this.placed.ms };
  }

  get all(): Given {
    const closed = this.closed.at(-1) ?? NONE;
    return { plays: closed.plays + this.placed.plays, ms: closed.ms + this.placed.ms };
  }

  note(ms: number): void {
    this.placed.plays += 1;
    this.placed.ms += ms;
  }
}

const NONE: Given = { plays: 0, ms: 0 };

function added(sum: Given, { booked }: SpotBreak, bookingId: Id): Given {
  const own = booked.filter((spot) => spot.bookingId === bookingId);
  return { plays: sum.plays + own.length, ms: own.reduce((ms, { piece }) => ms + piece.ms, sum.ms) };
}

/** By a key of their start: those of one day, or of one hour. */
export function poolsOf(
  numbers: readonly number[],
  breaks: readonly SpotBreak[],
  bookingId: Id,
  keyOf: (start: number) => number,
): Map<number, Pool> {
  const byKey = new Map<number, number[]>();
  for (const at of numbers) {
    const key = keyOf(breaks[at]?.start ?? 0);
    byKey.set(key, [...(byKey.get(key) ?? []), at]);
  }
  const pools = [...byKey.values()].map((some) => [some, new Pool(some, breaks, bookingId)] as const);
  return new Map(pools.flatMap(([some, pool]) => some.map((at) => [at, pool] as const)));
}
