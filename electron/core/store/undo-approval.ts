/** An approval comes back by undo only for what was approved: nobody's undo lets through what was said, or asked for, since. */
import { isDeepStrictEqual } from 'node:util';
import { parseRecord } from '../../contract/record-type';
import { recordTypes } from '../../contract/records';
import type { Asset } from '../../contract/records/asset';
import { type Reason, reason } from '../../contract/scalars';
import type { StoredChange } from './audit';
import type { Tx } from './types';

/** What an approval is given for. */
const SAID = ['hash', 'category', 'agencyId', 'subject', 'validFrom', 'validTo'] as const;

/** Asked after it was put back. Empty where it airs no more than before, or is what it was when it could. */
export function lettingThrough(
  tx: Tx,
  { record, id, before: image, version }: StoredChange,
  was: Asset | undefined,
): Reason[] {
  const now = record === 'asset' ? tx.get('asset', id) : undefined;
  if (!was || !now || !image || airs(was) || !airs(now)) return [];
  const before = parseRecord(recordTypes.asset, image, version);
  const isAsItWas = SAID.every((field) => isDeepStrictEqual(now[field], before[field]));
  return isAsItWas && !isAskedFor(tx, now) ? [] : [reason('store.movedSince', { record: 'asset', id, name: now.name })];
}

export const airs = ({ approval }: Asset): boolean => approval === 'approved' || approval === 'notNeeded';

/** Material that is handed in, or entered for a contest, waits whoever had sent it to wait before. */
function isAskedFor(tx: Tx, { id, approval }: Asset): boolean {
  if (approval === 'approved') return false;
  return (
    tx.all('contestEntry').some(({ assetId }) => assetId === id) ||
    tx.all('submission').some(({ versions }) => versions.some(({ assetId }) => assetId === id))
  );
}
