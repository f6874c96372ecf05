import { isMaker } from '../../domain/maker';
import { intakeRulesOf } from '../store';
import type { Line, Need, Who } from './line';

/** Published cards that air once they are approved; of a category that takes two people, those of others alone. */
export function cardsFor({ store }: Need, who: Who): Line[] {
  const { fourEyes } = intakeRulesOf(store);
  return store.all('card').flatMap(({ id, name, assetId, published }) => {
    const asset = published && assetId !== null ? store.get('asset', assetId) : undefined;
    if (!asset || asset.trashedAt !== null || asset.approval !== 'pending') return [];
    const takesTwo = asset.category !== null && fourEyes.includes(asset.category);
    if (takesTwo && isMaker(asset, who)) return [];
    return [{ kind: 'card' as const, id, name, count: 1, since: published?.at ?? 0 }];
  });
}
