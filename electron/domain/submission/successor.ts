/** Which version took the place of which: what names one from before its end can name the one that airs instead. */
import type { Asset } from '../../contract/records/asset';
import type { Submission } from '../../contract/records/submission';
import type { ReadableRecords } from '../references';
import { newest } from './workflow';

type Ground = Pick<ReadableRecords, 'get' | 'all'>;

/** Whether its newest version may take places: approved for what is in it, and there to be shown. */
export function mayMove(reader: Pick<Ground, 'get'>, held: Submission): boolean {
  const version = newest(held);
  const asset = reader.get('asset', version?.assetId ?? '');
  if (!version || !asset || held.state !== 'approved') return false;
  return asset.approval === 'approved' && asset.approvedHash === version.hash && isThere(asset);
}

const isThere = ({ trashedAt, recalledAt, ppid }: Asset): boolean =>
  trashedAt === null && recalledAt === null && ppid !== 'exempt';

export interface Successor {
  assetId: string;
  /** Numbers of the version that was and of the one that took its place. */
  n: number;
  by: number;
}

/** Of an asset whose approval fell when a later version took its place; undefined of any other. */
export function successorsIn(reader: Ground): (assetId: string) => Successor | undefined {
  const found = new Map<string, Successor>();
  for (const held of reader.all('submission')) {
    const next = newest(held);
    if (!next || held.versions.length < 2 || !mayMove(reader, held)) continue;
    for (const { n, assetId } of held.versions) {
      const airs = reader.get('asset', assetId)?.approval === 'approved';
      if (assetId !== next.assetId && !airs) found.set(assetId, { assetId: next.assetId, n, by: next.n });
    }
  }
  return (assetId) => found.get(assetId);
}
