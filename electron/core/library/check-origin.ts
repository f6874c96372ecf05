/** Whether what is said of an asset's origin can be. What was said before, unchanged, is not held against it. */
import { Failure } from '../../contract/failure';
import type { Asset } from '../../contract/records/asset';
import { type Reason, reason } from '../../contract/scalars';
import { type Reader, settingsOf } from '../store';

/** @throws Failure invalidInput with every reason at once. */
export function checkOrigin(reader: Reader, next: Asset, before: Asset): void {
  const reasons = originReasons(reader, next, before);
  if (reasons.length > 0) throw new Failure('invalidInput', { record: 'asset', name: next.name }, reasons);
}

function originReasons(reader: Reader, next: Asset, before: Asset): Reason[] {
  const { agencyId, category, validFrom, validTo } = next;
  const fresh = <F extends keyof Asset>(field: F) => next[field] !== before[field];
  return [
    ...(fresh('agencyId') && agencyId !== null && !reader.get('agency', agencyId) ? [reason('library.noAgency')] : []),
    ...(fresh('category') && category !== null && !settingsOf(reader).categories.includes(category)
      ? [reason('library.noCategory', { category })]
      : []),
    ...(validFrom !== null && validTo !== null && validTo < validFrom
      ? [reason('library.validEndsFirst', { from: validFrom, to: validTo })]
      : []),
  ];
}
