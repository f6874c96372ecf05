/** A card whose picture may air no longer is off the air at once, not only when it has been drawn without it. Read `holdBack` first. */
import type { Asset } from '../../contract/records/asset';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { Card } from '../../contract/records/card';
import { reason } from '../../contract/scalars';
import { failedAs } from '../library/renditions';
import { againstLogoOf, type Shelf } from './logo';
import type { Room } from './room';

type Need = Pick<Room, 'store' | 'clock'>;

const HELD = 'card.logoWithheld';

/** Until it is drawn anew. */
export const isHeld = (asset: Asset): boolean => asset.state === 'failed' && asset.failure.code === HELD;

/** What was made of it goes; drawing it anew makes it whole again. */
export async function holdBack({ store, clock }: Need): Promise<void> {
  if (dueIn({ reader: store, assets: store.assets }, clock.now()).length === 0) return;
  await store.commit({ command: 'cards.step', actor: STATION_ACTOR, audited: false }, (tx) => {
    for (const { card, asset } of dueIn({ reader: tx, assets: store.assets }, clock.now()))
      tx.put('asset', failedAs(asset, reason(HELD, { card: card.name })));
  });
}

function dueIn(shelf: Shelf, now: number): { card: Card; asset: Asset }[] {
  return [...shelf.reader.all('card')].flatMap((card) => {
    const asset = card.assetId === null ? undefined : shelf.reader.get('asset', card.assetId);
    // What was recalled airs nowhere, and is looked at again when that is lifted.
    if (!asset || asset.recalledAt !== null || isHeld(asset)) return [];
    return showsWithheld(shelf, card, now) ? [{ card, asset }] : [];
  });
}

const showsWithheld = (shelf: Shelf, { published }: Card, now: number): boolean =>
  published?.drawing.logo != null && againstLogoOf(shelf, published.content, now).length > 0;

/** Whether a card is to be looked at because this asset moved: its own, its picture, or another with the picture's bytes. */
export function movesCard({ store, clock }: Need, assetId: string): boolean {
  const moved = store.get('asset', assetId);
  const shelf: Shelf = { reader: store, assets: store.assets };
  return [...store.all('card')].some((card) => {
    if (!moved || !card.published || card.published.content.logoAssetId === null) return false;
    const { content, drawing } = card.published;
    if (![content.logoAssetId, card.assetId].includes(assetId) && drawing.logo?.hash !== moved.hash) return false;
    const isWithheld = againstLogoOf(shelf, content, clock.now()).length > 0;
    return isWithheld === (drawing.logo !== null) || (card.assetId === assetId && isHeld(moved));
  });
}
