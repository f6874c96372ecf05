/**
 * Where an item stands among those of its parent: keys between which there is always room for another. Keys that this made are
 * those of `fractional-indexing`; those of another program may be any digits and letters and still are room enough.
 */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { RundownItem } from '../../contract/records/rundown-item';

type Placed = Pick<RundownItem, 'id' | 'order'>;

/** As characters sort. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const MIDDLE = 'V';

/** Two people who put something at the same place at once give it the same key; the id then says which comes first. */
export function byOrder(a: Placed, b: Placed): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** A key after `before` and before `after`; null is the very beginning or end. Where both have the same key, behind them. */
export function orderBetween(before: string | null, after: string | null): string {
  const until = endOf(before, after);
  try {
    return generateKeyBetween(before, until);
  } catch {
    return until === null ? foreignAfter(before ?? '') : foreignBetween(before ?? '', until);
  }
}

/** A key for the place `at` (0: the first) among keys in order. Where those around it are the same: behind all that are. */
export function orderAt(orders: readonly string[], at: number): string {
  const before = orders[at - 1] ?? null;
  const after = orders.slice(at).find((order) => before === null || order > before);
  return orderBetween(before, after ?? null);
}

/** As many keys, in order. */
export function ordersBetween(before: string | null, after: string | null, count: number): string[] {
  const until = endOf(before, after);
  try {
    return generateNKeysBetween(before, until, count);
  } catch {
    return foreignKeys(before, until, count);
  }
}

function endOf(before: string | null, after: string | null): string | null {
  return before !== null && after !== null && after <= before ? null : after;
}

/** From the middle, so that keys stay short; at the end one after the other. */
function foreignKeys(before: string | null, after: string | null, count: number): string[] {
  if (count === 0) return [];
  const half = after === null ? 0 : Math.floor(count / 2);
  const middle = orderBetween(before, after);
  const ahead = half === 0 ? [] : ordersBetween(before, middle, half);
  return [...ahead, middle, ...ordersBetween(middle, after, count - half - 1)];
}

/** The first digit that can be more is one more; where all are the last digit there is one more of them. */
function foreignAfter(before: string): string {
  const at = [...before].findIndex((digit) => digit !== DIGITS.at(-1));
  if (at < 0) return before + MIDDLE;
  return before.slice(0, at) + DIGITS[DIGITS.indexOf(before[at] ?? '') + 1];
}

/** Between keys that `fractional-indexing` refuses, read as fractions. Behind both where there is no room, as between `a` and `a0`. */
function foreignBetween(before: string, after: string): string {
  let key = '';
  for (let at = 0; at < after.length; at += 1) {
    const low = Math.max(0, DIGITS.indexOf(before[at] ?? '0'));
    const high = DIGITS.indexOf(after[at] ?? '0');
    if (high - low > 1) return key + DIGITS[(low + high) >> 1];
    key += DIGITS[low] ?? '';
    if (high > low) return key + before.slice(at + 1) + MIDDLE;
  }
  return after + MIDDLE;
}
