/** What was made from material: repaired copies, later versions of the same submission, cards that it is drawn on; and the same file anew. */
import { MAY_STAY, type MadeFrom } from '../../contract/records/recall';
import { type Link, madeFrom } from '../../domain/recall';
import type { AssetTable, Reader } from '../store';

export interface MadeFromNeed {
  reader: Pick<Reader, 'get' | 'all'>;
  assets: Pick<AssetTable, 'byHash' | 'mended'>;
}

/** By name; what is gone for good airs nowhere. @param keep what stays of those that may */
export function madeFromIn(
  { reader, assets }: MadeFromNeed,
  assetId: string,
  keep: readonly string[] = [],
): MadeFrom[] {
  const copies = assets.mended();
  const stays = (link: Link) => MAY_STAY.includes(link.kind) && keep.includes(link.assetId);
  const linksOf = (id: string): Link[] => {
    const hash = reader.get('asset', id)?.hash;
    return [
      ...as('same', hash === undefined ? [] : assets.byHash(hash).map((each) => each.id)),
      ...as('mended', [...copies.filter(({ of }) => of === id).map((each) => each.id), ...mendingsOf(reader, id)]),
      ...as('version', laterVersions(reader, id)),
      ...as('card', cardsWith(reader, id)),
    ];
  };
  return madeFrom(assetId, linksOf, stays).flatMap(({ assetId: id, kind }) => {
    const asset = reader.get('asset', id);
    return asset ? [{ assetId: id, name: asset.name, kind }] : [];
  });
}

const as = (kind: Link['kind'], ids: readonly string[]) => ids.map((assetId): Link => ({ assetId, kind }));

type Ground = MadeFromNeed['reader'];

/** A copy that came out as a file which was there already says nothing of it itself. */
const mendingsOf = (reader: Ground, id: string): string[] =>
  (reader.get('qualityReport', id)?.mendings ?? []).map(({ assetId }) => assetId);

const laterVersions = (reader: Ground, id: string): string[] =>
  reader.all('submission').flatMap(({ versions }) => {
    const at = versions.findIndex(({ assetId }) => assetId === id);
    return at < 0 ? [] : versions.slice(at + 1).map(({ assetId }) => assetId);
  });

const cardsWith = (reader: Ground, id: string): string[] =>
  reader
    .all('card')
    .flatMap((card) => (card.published?.content.logoAssetId === id && card.assetId !== null ? [card.assetId] : []));
