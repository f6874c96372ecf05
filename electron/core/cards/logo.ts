/** Which picture may stand on a card. It airs as the card, so what keeps it off the air keeps it off the card. Read `againstLogo` first. */
import type { Asset } from '../../contract/records/asset';
import type { CardContent, CardDrawing } from '../../contract/records/card';
import type { Reason } from '../../contract/scalars';
import { refusalsOf } from '../../domain/judge/judge';
import { papersAgainst, papersAt } from '../../domain/judge/papers';
import { spellsOf } from '../../domain/judge/spells';
import { daySpan, localDay } from '../../domain/time';
import { channelPlace, contextOf, matterIn } from '../rules/book';
import { placesNamed } from '../rules/gate';
import { type Clock, type Reader, type Store, settingsOf } from '../store';

type Ground = Pick<Reader, 'get' | 'all'>;
/** A transaction or the store, and who else holds the same bytes. */
export interface Shelf {
  reader: Ground;
  assets: Pick<Store['assets'], 'byHash'>;
}

/** Why a picture may stand on no card, whatever the card's own papers are. */
export const againstPapers = (reader: Ground, asset: Asset): Reason[] => papersAgainst(matterIn(reader, asset));

/**
 * The same, with what the rules say of its own category and agency. A card goes to every panel and its displays hold a day ahead: what a
 * rule refuses at any of them until tomorrow is over is refused, and asked again at midnight.
 */
function againstLogo(reader: Ground, asset: Asset, now: number): Reason[] {
  return [...papersAt(matterIn(reader, asset), now), ...againstByRules(reader, asset, now)];
}

function againstByRules(reader: Ground, asset: Asset, now: number): Reason[] {
  const { zone } = settingsOf(reader);
  const until = daySpan(localDay(now, zone) + 1, zone).until;
  // Its own days are asked of the papers, of this moment alone.
  const matter = { ...matterIn(reader, asset), from: null, until: null };
  const places = [channelPlace('displays'), ...placesNamed(reader, { all: true, displayIds: [], groupIds: [] })];
  const byCode = new Map<string, Reason>();
  for (const place of places)
    for (const { verdict } of spellsOf(matter, place, now, until, contextOf(reader))) {
      const because = verdict.because.filter(({ ruleId }) => ruleId !== null);
      for (const each of refusalsOf({ ...verdict, because })) if (!byCode.has(each.code)) byCode.set(each.code, each);
    }
  return [...byCode.values()];
}

/** Why the picture that this content names may not be drawn; empty where it names none. */
export function againstLogoOf(shelf: Shelf, content: Pick<CardContent, 'logoAssetId'>, now: number): Reason[] {
  const { reader, assets } = shelf;
  const asset = content.logoAssetId === null ? undefined : reader.get('asset', content.logoAssetId);
  if (!asset) return [];
  const own = againstLogo(reader, asset, now);
  return own.length > 0 ? own : assets.byHash(asset.hash).flatMap((each) => takenAs(reader, each));
}

/** Content is exempt or recalled under every name it has. */
const takenAs = (reader: Ground, asset: Asset): Reason[] =>
  papersAgainst({
    ...matterIn(reader, asset),
    approval: 'notNeeded',
    gone: asset.recalledAt === null ? 'no' : 'recalled',
  });

export function logoOf(shelf: Shelf, content: CardContent, now: number): CardDrawing['logo'] {
  const asset = content.logoAssetId === null ? undefined : shelf.reader.get('asset', content.logoAssetId);
  if (!asset || !('probe' in asset) || asset.probe?.kind !== 'image' || !asset.probe.video) return null;
  if (againstLogoOf(shelf, content, now).length > 0) return null;
  const { width, height } = asset.probe.video;
  return { hash: asset.hash, width, height };
}

interface LogoNeed {
  store: Ground & Pick<Shelf, 'assets'>;
  clock: Clock;
  library: { media(hash: string): { path: string } | null };
}

/** Asked at every drawing: what was published with a picture that no asset may lend it by now is drawn without it. */
export function logoFile({ store, library, clock }: LogoNeed, { logo }: CardDrawing): string | null {
  const holders = logo ? store.assets.byHash(logo.hash) : [];
  const now = clock.now();
  const mayLend = holders.some(
    ({ id }) => againstLogoOf({ reader: store, assets: store.assets }, { logoAssetId: id }, now).length === 0,
  );
  return logo && mayLend ? (library.media(logo.hash)?.path ?? null) : null;
}
