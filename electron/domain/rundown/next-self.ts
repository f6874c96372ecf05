/** What a show takes by itself, and when. Pure. */
import type { PartId } from '../../contract/records/rundown-item';
import type { Show } from '../../contract/records/show';
import { elapsedMs, lengthOf, stillToCome } from './live';
import type { Plan } from './plan';

export interface Self {
  /** Null: the show ends. */
  itemId: PartId | null;
  /** Epoch ms; may lie behind. */
  at: number;
}

type Played = Pick<Show, 'current' | 'skipped' | 'lengths' | 'mode'>;

/**
 * The first hard start to come that takes itself, whatever is on air then; in a show that rolls the item after the one on air, once
 * that is over and not before its own hard start. A show that rolls ends with its last item. Null: it waits for a hand.
 */
export function nextSelf(plan: Plan, show: Played, now: number): Self | null {
  const coming = stillToCome(plan, show);
  // Whoever goes back behind a hard start that is over is not thrown out again.
  const since = show.current?.startedAt ?? Number.NEGATIVE_INFINITY;
  const cut = coming.find(({ takesItself, hardAt }) => takesItself && hardAt !== null && hardAt > since);
  const hard = cut && cut.hardAt !== null ? { itemId: cut.item.id, at: cut.hardAt } : null;
  const roll = show.mode === 'roll' ? rolled(plan, show, now) : null;
  if (!hard || !roll) return hard ?? roll;
  return roll.at < hard.at ? roll : hard;
}

function rolled(plan: Plan, show: Played, now: number): Self | null {
  const { current } = show;
  const row = current && plan.byId.get(current.itemId);
  // A countdown that stands still is never over.
  if (!current || !row || current.heldAt !== null) return null;
  const over = now + lengthOf(row, show) - elapsedMs(current, now);
  const next = stillToCome(plan, show)[0];
  if (!next) return { itemId: null, at: over };
  return { itemId: next.item.id, at: Math.max(over, next.hardAt ?? over) };
}
