/** What material's own papers keep it from, in one word for a list; the sentences are those of `domain/judge/papers`. Pure. */
import type { Asset } from '../../../electron/contract/records/asset';
import type { LocalDate } from '../../../electron/contract/scalars';

export type PapersTrouble = 'exempt' | 'recalled' | 'rejected' | 'pending' | 'otherFile' | 'early' | 'expired';

/** Null where it may air. @param date the day on which it is to air; where none is meant its days are not asked about */
export function papersTrouble(asset: Asset, date: LocalDate | null): PapersTrouble | null {
  const { ppid, recalledAt, approval, approvedHash, hash, validFrom, validTo } = asset;
  if (ppid === 'exempt') return 'exempt';
  if (recalledAt !== null) return 'recalled';
  if (approval === 'rejected' || approval === 'pending') return approval;
  if (approval === 'approved' && approvedHash !== hash) return 'otherFile';
  if (date !== null && validFrom !== null && date < validFrom) return 'early';
  return date !== null && validTo !== null && date > validTo ? 'expired' : null;
}
