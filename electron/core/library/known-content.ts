/** What is known of a content before its asset: that it was classed exempt, or taken back. The same file anew begins as it left. */
import type { Asset } from '../../contract/records/asset';
import { stands } from '../../domain/recall';
import type { Reader } from '../store';

export function asContentStands(reader: Pick<Reader, 'get' | 'all'>, asset: Asset, now: number): Asset {
  const exemption = reader.get('exemption', asset.hash);
  const isExempt = exemption !== undefined && exemption.declassified === null;
  const isRecalled = reader.all('recall').some((recall) => stands(recall) && recall.hashes.includes(asset.hash));
  return {
    ...asset,
    ...(isExempt ? { ppid: 'exempt' as const, ppidReviewBy: null } : {}),
    ...(isRecalled ? { recalledAt: asset.recalledAt ?? now } : {}),
  };
}
