/** What holds of a mended copy because it holds of what it was made of: a class or a recall that came while it was being made, or later. */
import type { Asset } from '../../contract/records/asset';
import type { Reader } from '../store';

/** A copy as its original stands at this moment, not as it stood when somebody asked for the copy. */
export function asOriginalStands(reader: Pick<Reader, 'get'>, copy: Asset): Asset {
  const of = copy.mends && reader.get('asset', copy.mends.assetId);
  if (!of) return copy;
  const { agencyId, category, validFrom, validTo, ppid, ppidReviewBy, subject, recalledAt } = of;
  const approval = of.approval === 'notNeeded' ? copy.approval : 'pending';
  return { ...copy, agencyId, category, validFrom, validTo, ppid, ppidReviewBy, subject, recalledAt, approval };
}
