/** Where an item stands among those of its parent: keys between which there is always room for another. */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { RundownItem } from '../../contract/records/rundown-item';

type Placed = Pick<RundownItem, 'id' | 'order'>;

/** Two people who put something at the same place at once give it the same key; the id then says which comes first. */
export function byOrder(a: Placed, b: Placed): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** A key after `before` and before `after`; null is the very beginning or end. Where both have the same key, just behind them. */
export function orderBetween(before: string | null, after: string | null): string {
  return generateKeyBetween(before, before !== null && after !== null && after <= before ? null : after);
}

/** As many keys, in order. */
export function ordersBetween(before: string | null, after: string | null, count: number): string[] {
  return generateNKeysBetween(before, before !== null && after !== null && after <= before ? null : after, count);
}
