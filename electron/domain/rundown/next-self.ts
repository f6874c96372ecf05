/** What a show takes by itself, and when. Pure. */
import type { PartId } from '../../contract/records/rundown-item';
import type { Show } from '../../contract/records/show';
import { liveOf, type Running } from './live';
import type { Plan } from './plan';

export interface Self {
  /** Null: the show ends. */
  itemId: PartId | null;
  /** Epoch ms; may lie behind. */
  at: number;
}

type Played = Running & Pick<Show, 'mode'>;

/**
 * The first hard start to come that takes itself, whatever is on air then; in a show that rolls the item after the one on air, once
 * that is over and not before its own hard start. A show that rolls ends with its last item. Null: it waits for a hand.
 */
export function nextSelf(plan: Plan, show: Played, now: number): Self | null {
  const { coming, current } = liveOf(plan, show, now);
  const cut = coming.find(({ cuts }) => cuts);
  const hard = cut && cut.hardAt !== null ? { itemId: cut.row.item.id, at: cut.hardAt } : null;
  // A countdown that stands still is never over.
  if (show.mode !== 'roll' || !current || current.held) return hard;
  const over = now + current.remainingMs;
  const [next] = coming;
  const roll = next
    ? { itemId: next.row.item.id, at: Math.max(over, next.hardAt ?? over) }
    : { itemId: null, at: over };
  return hard && hard.at <= roll.at ? hard : roll;
}
