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
  // A set keeps the order of coming; thousands wait here where only few may stand in a slot.
  const passedOver = new Set<P>();

  function waited(fits: (piece: P) => boolean): P | null {
    for (const piece of passedOver) {
      if (!fits(piece)) continue;
      passedOver.delete(piece);
      return piece;
    }
    return null;
  }

  return {
    take(fits) {
      const piece = waited(fits);
      if (piece) return piece;
      for (let tries = 0; tries < count && passedOver.size < count; tries++) {
        const next = turns.next();
        if (passedOver.has(next)) continue;
        if (fits(next)) return next;
        passedOver.add(next);
      }
      return null;
    },
  };
}
