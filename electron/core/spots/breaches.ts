/** Spots that stand in a rundown against the station's rules, whoever put them there. */
import type { SpotProposal } from '../../contract/api/spots';
import type { Asset } from '../../contract/records/asset';
import type { Rundown } from '../../contract/records/rundown';
import type { ItemSpot, RundownItem } from '../../contract/records/rundown-item';
import type { Id, Reason } from '../../contract/scalars';
import { cartMaterial } from '../../domain/cart-material';
import { planOf } from '../../domain/rundown/plan';
import { DayCounts, lawAgainst } from '../../domain/spots/limits';
import { matterIn } from '../rules/book';
import { settingsOf } from '../store';
import { ADVERTISES, type DayNeed, daysOfPlan, lawOf, pieces, rundownsNear, standingIn } from './day';

type Breach = SpotProposal['breaches'][number] & { assetId: Id };
type Keys = ReadonlySet<ItemSpot['key']>;

/** Caps count the whole day, so other broadcasts before it too. What is left out of a break does not count. */
export function breachesIn(
  need: DayNeed,
  rundown: Pick<Rundown, 'id'>,
  days: { first: number; last: number },
  /** Asked after all that stands, wherever they are. */
  last: Keys = new Set(),
): Breach[] {
  const { judged } = lawOf(need.store);
  const pieceOf = pieces(need.store);
  const isLast = (key: string) => Number(last.has(key));
  const standing = rundownsNear(need.store, days)
    .flatMap((each) => standingIn(need, each, pieceOf))
    .sort((a, b) => isLast(a.spot.key) - isLast(b.spot.key) || a.start - b.start);
  const counts = new DayCounts(judged);
  return standing.flatMap(({ rundownId, itemId, spot, piece, start }) => {
    if (!piece) return [];
    const because = lawAgainst(piece, start, judged) ?? counts.against(piece, start);
    if (!because) counts.note(piece, start);
    return because && rundownId === rundown.id ? [{ itemId, key: spot.key, assetId: spot.assetId, because }] : [];
  });
}

/** All of a rundown, on the days on which its items begin. */
export function breachesOf(need: DayNeed, rundown: Rundown): Breach[] {
  return breachesIn(need, rundown, daysOf(need, rundown));
}

/** Why spots that an edit brings into breaks may not stand there; what stood before is not asked about. @param after its items, edited */
export function againstBrought(need: DayNeed, rundown: Rundown, after: readonly RundownItem[]): Reason[] {
  const stood = keysIn(need.items(rundown.id));
  const brought = new Set([...keysIn(after)].filter((key) => !stood.has(key)));
  if (brought.size === 0) return [];
  const edited = { ...need, items: (id: Id) => (id === rundown.id ? after : need.items(id)) };
  const found = breachesIn(edited, rundown, daysOf(edited, rundown), brought).filter(({ key }) => brought.has(key));
  const reasons = [...unplayable(edited, rundown, brought), ...found.map(({ because }) => because)];
  return [...new Map(reasons.map((because) => [JSON.stringify(because), because])).values()];
}

/** What the cart refuses is no piece and counted nowhere, so it is asked about by itself. A file that failed may yet be made. */
function unplayable(need: DayNeed, rundown: Rundown, brought: Keys): Reason[] {
  const { store } = need;
  const { audioLoudnessLufs: loudnessLufs, zone } = settingsOf(store);
  const { place, context } = lawOf(store).judged;
  const law = { place, context, matterOf: (asset: Asset) => matterIn(store, asset) };
  return standingIn(need, rundown, pieces(store)).flatMap(({ spot, piece, start: at }) => {
    if (piece || !brought.has(spot.key)) return [];
    const material = cartMaterial(spot.assetId, store.get('asset', spot.assetId), { loudnessLufs, zone, at, law });
    return material.state === 'refused' ? material.because : [];
  });
}

const daysOf = (need: DayNeed, rundown: Rundown) => daysOfPlan(need.store, planOf(rundown, need.items(rundown.id)));

const keysIn = (items: readonly RundownItem[]): Keys =>
  new Set(items.flatMap(({ kind, spots }) => (ADVERTISES.has(kind) ? spots.map(({ key }) => key) : [])));
