/** Keeps recalls whole: what is made of recalled material later belongs to it, and the same file handed in anew is recalled as well. */
import type { Logger } from 'pino';
import { STATION_ACTOR } from '../../contract/records/audit';
import { withNewFiles } from '../../domain/recall';
import type { Clock, Committed, Store, Tx } from '../store';
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
  const recall = standing().byAsset.get(id);
  if (recall) return asset.recalledAt === null || withNewFiles(recall, asset) !== recall;
  return asset.recalledAt === null && standing().byFile.has(asset.hash);
}

function bring(tx: Tx, { clock, standing }: FollowNeed, id: string): void {
  const asset = tx.get('asset', id);
  if (!asset) return;
  const known = standing().byAsset.get(id);
  const recall = known && tx.get('recall', known.id);
  if (recall && recall.lifted === null) {
    const whole = withNewFiles(recall, asset);
    if (whole !== recall) tx.put('recall', whole);
  }
  const isRecalled = recall ? recall.lifted === null : standing().byFile.has(asset.hash);
  if (isRecalled && asset.recalledAt === null) tx.put('asset', { ...asset, recalledAt: clock.now() });
}
