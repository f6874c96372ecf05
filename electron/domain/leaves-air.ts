/** Material of the office airs without an approval, and leaves the air once it is to wait for one: nobody does that without a word. */
import type { Usage } from '../contract/api/library';
import type { Asset } from '../contract/records/asset';
import { type Reason, reason } from '../contract/scalars';

/** Places that use something, as reasons for a refusal. */
export const usageReasons = (uses: readonly Pick<Usage, 'kind' | 'name'>[]): Reason[] =>
  uses.map(({ kind, name }) => reason(`where.${kind}`, { name }));

/** Why it cannot be made to wait for an approval; empty where nothing would go without it. */
export function leavesAir({ name, approval }: Pick<Asset, 'name' | 'approval'>, uses: readonly Usage[]): Reason[] {
  if (approval !== 'notNeeded' || uses.length === 0) return [];
  return [reason('library.leavesAir', { name }), ...usageReasons(uses)];
}
