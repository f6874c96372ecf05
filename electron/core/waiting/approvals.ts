/** Cards and other material that airs once it is approved, and which this person may let air: submissions are told as such. */
import type { Asset } from '../../contract/records/asset';
import { newest } from '../../domain/submission/workflow';
import { againstLetting } from '../library/against-letting';
import { dayAt, lettingAlone } from '../store';
import type { Line, Need, Who } from './line';

/** @param pending material that waits for an approval */
export function approvalsFor({ store, clock }: Need, pending: readonly Asset[], who: Who): Line[] {
  const now = clock.now();
  const underLocks = lettingAlone({ before: store, actor: who, now, history: store.audit });
  const mayLet = (asset: Asset) => againstLetting(store, asset, who).length === 0 && underLocks(asset).length === 0;
  const today = dayAt(store, now);
  const cards = new Map(store.all('card').flatMap((card) => (card.assetId === null ? [] : [[card.assetId, card]])));
  const others = ofOthers(store);
  return pending.flatMap((asset): Line[] => {
    const { id, name, createdAt: since } = asset;
    const card = cards.get(id);
    if (card ? !card.published : others.has(id) || !isOffered(asset, today)) return [];
    if (!mayLet(asset)) return [];
    if (!card) return [{ kind: 'material', id, name, count: 1, since }];
    return [{ kind: 'card', id: card.id, name: card.name, count: 1, since: card.published?.at ?? 0 }];
  });
}

/** Whether an approval would let it air at all. */
const isOffered = ({ state, ppid, recalledAt, validTo }: Asset, today: string): boolean =>
  state !== 'failed' && ppid !== 'exempt' && recalledAt === null && (validTo === null || validTo >= today);

/**
 * Material that waits for something else: handed in, where its submission is told and versions before the newest have had their turn;
 * entered for a contest and not among its winners.
 */
function ofOthers(store: Need['store']): Set<string> {
  const handedIn = store.all('submission').flatMap((submission) => {
    const stands = submission.state === 'approved' ? newest(submission)?.assetId : undefined;
    return submission.versions.map(({ assetId }) => assetId).filter((assetId) => assetId !== stands);
  });
  const entered = store.all('contestEntry').flatMap(({ assetId, rank }) => (rank === null && assetId ? [assetId] : []));
  return new Set([...handedIn, ...entered]);
}
