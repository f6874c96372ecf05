/**
 * The running order of a stretch. One cycle holds every item of every active booking once: the first of each booking in
 * turn, then the second of each, and so on; a booking that has no more items is passed over until the cycle ends. So a
 * clip booked beside a loop of ten makes it a loop of eleven.
 */
/** Anything with a length, ms. */
interface Timed {
  readonly ms: number;
}

/** The items of one booking, with sums that spare walking them. */
export interface Hand<P extends Timed = Timed> {
  pieces: readonly P[];
  sumMs: number;
  longestMs: number;
  /** Infinite of no items. */
  shortestMs: number;
}

export function handOf<P extends Timed>(pieces: readonly P[]): Hand<P> {
  let sumMs = 0;
  let longestMs = 0;
  let shortestMs = Number.POSITIVE_INFINITY;
  for (const { ms } of pieces) {
    sumMs += ms;
    longestMs = Math.max(longestMs, ms);
    shortestMs = Math.min(shortestMs, ms);
  }
  return { pieces, sumMs, longestMs, shortestMs };
}

export interface Turns<P extends Timed> {
  /** Length of one cycle, ms; 0 when there is nothing to play. */
  readonly cycleMs: number;
  /** The next item, for ever. Only to be asked when `cycleMs` is above 0. */
  next(): P;
}

/** Deals items no longer than `limitMs` (others could never be begun). Lazy: a short stretch never walks a whole cycle. */
export function dealTurns<P extends Timed>(hands: readonly Hand<P>[], limitMs: number): Turns<P> {
  let rounds = 0;
  let cycleMs = 0;
  for (const hand of hands) {
    if (hand.pieces.length > rounds) rounds = hand.pieces.length;
    cycleMs += sumUpTo(hand, limitMs);
  }
  let round = 0;
  let turn = 0;
  const next = (): P => {
    for (;;) {
      const piece = hands[turn]?.pieces[round];
      turn += 1;
      if (turn >= hands.length) {
        turn = 0;
        round = (round + 1) % rounds;
      }
      if (piece && piece.ms <= limitMs) return piece;
    }
  };
  return { cycleMs, next };
}

function sumUpTo(hand: Hand, limitMs: number): number {
  if (hand.longestMs <= limitMs) return hand.sumMs;
  return hand.pieces.reduce((sum, piece) => (piece.ms <= limitMs ? sum + piece.ms : sum), 0);
}
