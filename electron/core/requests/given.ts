/** Material that an answer hands over: asked of the judge as what others repost, so that nothing exempt can be among it. */
import type { GivenAsset } from '../../contract/api/requests';
import { refusalFor } from '../../contract/failure';
import { type Reason, reason } from '../../contract/scalars';
import { againstLeaving } from '../rules/gate';
import type { Reader } from '../store';

export function givenAssets(reader: Reader, assetIds: readonly string[], now: number): GivenAsset[] {
  return assetIds.map((id) => {
    const asset = reader.get('asset', id);
    if (!asset) return { id, name: '', refusals: [reason('requests.assetGone')] };
    return { id, name: asset.name, refusals: againstLeaving(reader, asset, 'repost', now) };
  });
}

/** @throws Failure refused, with every reason */
export function refuseUngivable(reader: Reader, assetIds: readonly string[], now: number): void {
  const reasons: Reason[] = givenAssets(reader, assetIds, now).flatMap(({ refusals }) => refusals);
  if (reasons.length > 0) throw refusalFor('refused', {}, reasons);
}
