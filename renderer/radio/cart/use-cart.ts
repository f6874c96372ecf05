/** What the cart has of a rundown: its keys and the break that is on or comes next, with everything that may be played fetched ahead. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { CartMaterial, ReadyMaterial } from '../../../electron/contract/api/cart';
import type { RundownItem } from '../../../electron/contract/records/rundown-item';
import type { Reason } from '../../../electron/contract/scalars';
import { planOf } from '../../../electron/domain/rundown/plan';
import { airNow } from '../../client/air-clock';
import { orpc } from '../../client/client';
import { type Followed, useRundown } from '../../client/rundown-feed';
import { type BreakPlan, planBreak } from './break-plan';
import { KEYS } from './slot';
import { studio } from './studio';

/** While something is being made, and else: a day may begin on which it may no longer air. */
const SOON_MS = 2000;
const LATER_MS = 60_000;
/** Of a break that comes next, decoded beforehand: the first spot must be there at once. */
const DECODED_AHEAD = 2;

export interface NextBreak {
  item: RundownItem;
  plan: BreakPlan;
  /** It has been taken, and is on. */
  onAir: boolean;
}

export interface Cart {
  followed: Followed;
  /** In the order of the keys; what is not in the list yet is undefined. */
  keys: readonly { assetId: string; material: CartMaterial | undefined }[];
  /** On air, else the next one that has spots. */
  next: NextBreak | null;
  breakOf(item: RundownItem): BreakPlan;
  loading: boolean;
  fault: unknown;
}

const NO_JINGLES: readonly string[] = [];

export function useCart(rundownId: string, page: number): Cart {
  const followed = useRundown(rundownId);
  const { state } = followed;
  const asked = useQuery(
    orpc.cart.material.queryOptions({
      input: { rundownId },
      refetchInterval: ({ state: { data } }) => (data?.some(({ state: is }) => is === 'making') ? SOON_MS : LATER_MS),
    }),
  );
  const programmes = useQuery(orpc.programmes.list.queryOptions()).data;
  const jingles = programmes?.find(({ id }) => id === state?.rundown.programmeId)?.jingles ?? NO_JINGLES;
  const material = useMemo(() => new Map(asked.data?.map((each) => [each.assetId, each])), [asked.data]);
  const keys = useMemo(
    () => jingles.map((assetId) => ({ assetId, material: material.get(assetId) })),
    [jingles, material],
  );
  const next = useMemo(() => {
    if (!state) return null;
    const item = nextWithSpots(state);
    if (!item) return null;
    const onAir = state.show?.state === 'onAir' && state.show.current?.itemId === item.id;
    return { item, onAir, plan: planBreak(item.spots, (id) => material.get(id), item.durationMs, airNow()) };
  }, [state, material]);
  useKnown(material);
  useFetchedAhead(keys.slice(page * KEYS, (page + 1) * KEYS), next, material);
  return {
    ...{ followed, keys, next, loading: asked.isPending || state === undefined, fault: asked.error },
    breakOf: (item) => planBreak(item.spots, (id) => material.get(id), item.durationMs, airNow()),
  };
}

function nextWithSpots({ rundown, items, show }: NonNullable<Followed['state']>): RundownItem | null {
  const running = planOf(rundown, items).running.map(({ item }) => item);
  const at = running.findIndex(({ id }) => id === show?.current?.itemId);
  return running.slice(Math.max(0, at)).find(({ spots }) => spots.length > 0) ?? null;
}

const readyOf = (material: CartMaterial | undefined): ReadyMaterial | null =>
  material?.state === 'ready' ? material : null;

type Standing = Pick<CartMaterial, 'state'> & { because?: readonly Reason[] };

const isRecalled = ({ state, because }: Standing): boolean =>
  state === 'refused' && because?.some(({ code }) => code === 'judge.recalled') === true;

function useKnown(material: ReadonlyMap<string, CartMaterial>): void {
  useEffect(() => {
    const { engine } = studio();
    engine.know((assetId) => readyOf(material.get(assetId)));
    for (const { assetId, name, ...each } of material.values()) if (isRecalled(each)) engine.withdraw(assetId, name);
  }, [material]);
}

/** What is at hand now is decoded; the files of everything else in the rundown are fetched. */
function useFetchedAhead(
  keys: Cart['keys'],
  next: NextBreak | null,
  material: ReadonlyMap<string, CartMaterial>,
): void {
  const first = next?.plan.lines.flatMap((line) => line.material ?? []).slice(0, DECODED_AHEAD) ?? [];
  const hand = [...keys.flatMap((key) => readyOf(key.material) ?? []), ...first];
  const hashes = hand.map(({ hash }) => hash).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when other files are at hand
  useEffect(() => {
    void fetchAll(
      hand,
      [...material.values()].flatMap((each) => readyOf(each) ?? []),
    );
  }, [hashes, material]);
}

/** One after another: the network is the displays' too. What fails is tried again when it is played. */
async function fetchAll(hand: readonly ReadyMaterial[], all: readonly ReadyMaterial[]): Promise<void> {
  const { store } = studio();
  for (const each of hand) await store.get(each).catch(() => undefined);
  for (const each of all) await store.keep(each).catch(() => undefined);
}
