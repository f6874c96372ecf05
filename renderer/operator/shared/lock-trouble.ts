/** What a lock that holds now keeps off everywhere, in one word for a list: why exactly the judge says (`rules.ask`). Pure. */
import type { LockNow } from '../../../electron/contract/api/rules';
import type { Asset } from '../../../electron/contract/records/asset';

export type LockTrouble = 'locked' | 'uncategorised';

/** Null where no lock is about it. A lock that names no category is about all of them. */
export function lockTrouble(
  { category }: Pick<Asset, 'category'>,
  locks: readonly LockNow[],
  now: number,
): LockTrouble | null {
  const holding = locks.filter(
    ({ from, until, liftedUntil, everywhere }) => everywhere && from <= now && now < until && liftedUntil === null,
  );
  if (holding.length === 0) return null;
  if (category === null) return 'uncategorised';
  return holding.some(({ categories }) => categories.length === 0 || categories.includes(category)) ? 'locked' : null;
}
