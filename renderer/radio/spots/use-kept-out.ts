/** What of a rundown the law keeps off the radio as things stand, and why: its papers, the rules, a lock, a recall. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CartMaterial } from '../../../electron/contract/api/cart';
import type { SpotProposal } from '../../../electron/contract/api/spots';
import type { ItemSpot, RundownItem } from '../../../electron/contract/records/rundown-item';
import type { Reason } from '../../../electron/contract/scalars';
import { orpc } from '../../client/client';
import { useProposal } from './use-proposal';

/** Of one spot, empty where it may air. */
export type KeptOut = (spot: ItemSpot) => readonly Reason[];

const NO_REASON: readonly Reason[] = [];
/** A day of validity may end while nothing is changed. */
const AGAIN_MS = 60_000;

export function useKeptOut(rundownId: string): KeptOut {
  const material = useQuery(orpc.cart.material.queryOptions({ input: { rundownId }, refetchInterval: AGAIN_MS })).data;
  const breaches = useProposal(rundownId)?.breaches;
  return useMemo(() => keptOutBy(material ?? [], breaches ?? []), [material, breaches]);
}

/** What may go nowhere by itself; then what a break alone may not hold. */
export function keptOutBy(material: readonly CartMaterial[], breaches: SpotProposal['breaches']): KeptOut {
  const refused = new Map<string, readonly Reason[]>(
    material.flatMap((each) => (each.state === 'refused' ? [[each.assetId, each.because] as const] : [])),
  );
  const inBreaks = new Map<string, readonly Reason[]>(breaches.map(({ key, because }) => [key, [because]]));
  return ({ key, assetId }) => refused.get(assetId) ?? inBreaks.get(key) ?? NO_REASON;
}

/** Of all that an item plays, of each its first reason: the others are read where it stands. */
export const keptOutOf = ({ spots }: Pick<RundownItem, 'spots'>, keptOut: KeptOut): Reason[] =>
  spots.flatMap((spot) => keptOut(spot).slice(0, 1));
