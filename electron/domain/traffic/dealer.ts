/** Deals rotation where not everything fits everywhere: an item that is passed over keeps its turn until it does. */
import { dealTurns, type Hand } from '../turns';

interface Timed {
  readonly ms: number;
}

export interface Dealer<P extends Timed> {
  /** The next item in turn that fits; null when none does. */
  take(fits: (piece: P) => boolean): P | null;
}

export function createDealer<P extends Timed>(hands: readonly Hand<P>[]): Dealer<P> {
  const turns = dealTurns(hands, Number.POSITIVE_INFINITY);
  const count = hands.reduce((sum, { pieces }) => sum + pieces.length, 0);
  const passedOver: P[] = [];
  return {
    take(fits) {
      const waited = passedOver.findIndex(fits);
      if (waited >= 0) return passedOver.splice(waited, 1)[0] ?? null;
      // A whole cycle of turns would find none and end where it began.
      if (passedOver.length === count) return null;
      for (let tries = 0; tries < count; tries++) {
        const piece = turns.next();
        if (passedOver.includes(piece)) continue;
        if (fits(piece)) return piece;
        passedOver.push(piece);
      }
      return null;
    },
  };
}
