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
  // Read once: of a logo there may be thousands of cards, each of which is asked for its own.
  const copies = grouped(assets.mended().map(({ id, of }) => [of, id]));
  const cards = grouped(
    reader.all('card').flatMap(({ assetId: drawn, published }): Pair[] => {
      const logo = published?.content.logoAssetId ?? null;
      return logo === null || drawn === null ? [] : [[logo, drawn]];
    }),
  );
  const versions = laterVersions(reader);
  const stays = (link: Link) => MAY_STAY.includes(link.kind) && keep.includes(link.assetId);
  const linksOf = (id: string): Link[] => {
    const hash = reader.get('asset', id)?.hash;
    return [
      ...as('same', hash === undefined ? [] : assets.byHash(hash).map((each) => each.id)),
      ...as('mended', [...(copies.get(id) ?? []), ...mendingsOf(reader, id)]),
      ...as('version', versions.get(id) ?? []),
      ...as('card', cards.get(id) ?? []),
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

const laterVersions = (reader: Ground): Map<string, string[]> =>
  grouped(
    reader
      .all('submission')
      .flatMap(({ versions }) =>
        versions.flatMap(({ assetId }, at) =>
          versions.findIndex((each) => each.assetId === assetId) < at
            ? []
            : versions.slice(at + 1).map((later): Pair => [assetId, later.assetId]),
        ),
      ),
  );

type Pair = readonly [of: string, id: string];

function grouped(pairs: readonly Pair[]): Map<string, string[]> {
  const by = new Map<string, string[]>();
  for (const [of, id] of pairs) {
    const held = by.get(of);
    if (held) held.push(id);
    else by.set(of, [id]);
  }
  return by;
}
