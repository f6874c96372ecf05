/** What is known of a content before its asset: that it was classed exempt, or taken back. The same file anew begins as it left. */
import type { Asset } from '../../contract/records/asset';
import { STATION_ACTOR } from '../../contract/records/audit';
import { assetsOf, contentsOf, stands } from '../../domain/recall';
import type { Steps } from '../../domain/steps';
import { inTurns } from '../loop';
import type { Reader, Store } from '../store';
import type { Room } from './room';

export function asContentStands(reader: Pick<Reader, 'get' | 'all'>, asset: Asset, now: number): Asset {
  const isExempt = contentsOf(asset).hashes.some((hash) => reader.get('exemption', hash)?.declassified === null);
  const isRecalled = reader
    .all('recall')
    .some((recall) => stands(recall) && (recall.hashes.includes(asset.hash) || assetsOf(recall).includes(asset.id)));
  return {
    ...asset,
    ...(isExempt ? { ppid: 'exempt' as const, ppidReviewBy: null } : {}),
    ...(isRecalled ? { recalledAt: asset.recalledAt ?? now } : {}),
  };
}

/**
 * Exemptions and recalls are documents, assets are rows: where the database came from a copy the rows are older. Run at every start, before
 * anything can air; goes from what stands to the assets that have it, so that a large library costs nothing.
 */
export async function keepContentsStanding({
  store,
  clock,
  log,
}: Pick<Room, 'store' | 'clock' | 'log'>): Promise<void> {
  const ids = await inTurns(fallenBehind(store));
  if (ids.size === 0) return;
  await store.commit({ command: 'library.keepStanding', actor: STATION_ACTOR }, (tx) => {
    for (const id of ids) {
      const asset = tx.get('asset', id);
      if (asset) tx.put('asset', asContentStands(tx, asset, clock.now()));
    }
  });
  log.warn({ assets: ids.size }, 'assets were put under the exemptions and recalls that stand');
}

function* fallenBehind(store: Pick<Store, 'all' | 'get' | 'assets'>): Steps<Set<string>> {
  const behind = new Set<string>();
  for (const { id: hash, declassified } of store.all('exemption')) {
    yield;
    if (declassified !== null) continue;
    for (const asset of store.assets.holding(hash))
      if (asset.ppid !== 'exempt' && contentsOf(asset).hashes.includes(hash)) behind.add(asset.id);
  }
  for (const recall of store.all('recall').filter(stands)) {
    const open = (asset: Asset | undefined) => asset?.recalledAt === null && behind.add(asset.id);
    for (const id of assetsOf(recall)) {
      yield;
      open(store.get('asset', id));
    }
    for (const hash of recall.hashes) {
      yield;
      store.assets.byHash(hash).forEach(open);
    }
  }
  return behind;
}
