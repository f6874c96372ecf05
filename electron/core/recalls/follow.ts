/**
 * Keeps recalls whole: what is made of recalled material later belongs to it, also a repaired copy of it, and the same file handed in anew
 * is recalled as well.
 */
import type { Logger } from 'pino';
import type { Asset } from '../../contract/records/asset';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { Recall } from '../../contract/records/recall';
import { assetsOf, stands, withNewFiles } from '../../domain/recall';
import type { Clock, Committed, Reader, Store, Tx } from '../store';
import type { Standing } from './standing';

export interface FollowNeed {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'error'>;
  standing(): Standing;
}

/** The listener to commits. */
export function follower(need: FollowNeed): (committed: Pick<Committed, 'changes'>) => void {
  return ({ changes }) => {
    const ids = changes.flatMap(({ record, id }) => (record === 'asset' ? [id] : []));
    if (ids.some((id) => isBehind(need, id))) void follow(need, ids);
  };
}

async function follow(need: FollowNeed, ids: readonly string[]): Promise<void> {
  try {
    await need.store.commit({ command: 'recalls.follow', actor: STATION_ACTOR, audited: false }, (tx) => {
      for (const id of ids) bring(tx, need, id);
    });
  } catch (fault) {
    need.log.error({ err: fault, ids }, 'a recall could not follow what was made of its material');
  }
}

function isBehind({ store, standing }: FollowNeed, id: string): boolean {
  const asset = store.get('asset', id);
  if (!asset) return false;
  const recall = recallOf(standing(), asset);
  if (recall) return asset.recalledAt === null || whole(recall, asset) !== recall;
  return asset.recalledAt === null && standing().byFile.has(asset.hash);
}

function bring(tx: Tx, { clock, standing }: FollowNeed, id: string): void {
  const asset = tx.get('asset', id);
  if (!asset) return;
  const recall = standingIn(tx, recallOf(standing(), asset));
  if (recall) {
    const next = whole(recall, asset);
    if (next !== recall) tx.put('recall', next);
  }
  const isRecalled = recall !== undefined || standingIn(tx, standing().byFile.get(asset.hash)) !== undefined;
  if (isRecalled && asset.recalledAt === null) tx.put('asset', { ...asset, recalledAt: clock.now() });
}

/** Its own, or that of the material of which it is a repaired copy. */
const recallOf = ({ byAsset }: Standing, { id, mends }: Asset): Recall | undefined =>
  byAsset.get(id) ?? (mends && byAsset.get(mends.assetId));

function standingIn(reader: Pick<Reader, 'get'>, known: Recall | undefined): Recall | undefined {
  const recall = known && reader.get('recall', known.id);
  return recall && stands(recall) ? recall : undefined;
}

/** With the asset's files, and with the asset where it is a copy that was made since. The same object where there is nothing new. */
function whole(recall: Recall, asset: Asset): Recall {
  const held = withNewFiles(recall, asset);
  if (assetsOf(recall).includes(asset.id)) return held;
  return { ...held, made: [...held.made, { assetId: asset.id, name: asset.name, kind: 'mended' }] };
}
