/** What a booking comes to on the radio: pieces with a length, and what cannot be played and why. Pure. */
import { type Asset, isProbed } from '../../contract/records/asset';
import type { BookingWhat } from '../../contract/records/booking';
import type { Matter } from '../../contract/records/matter';
import type { Playlist } from '../../contract/records/playlist';
import { type Reason, reason } from '../../contract/scalars';
import { type CartWanted, cartMaterial } from '../cart-material';
import { airsOf, type Lookup } from '../material';
import { type Find, itemsOf } from '../smart';
import type { SpotPiece } from './types';

export interface SpotSources {
  playlists: Lookup<Playlist>;
  find: Find;
}

export interface SpotMaterial {
  pieces: SpotPiece[];
  leftOut: Reason[];
}

/** What the rules ask about, of a play so long. */
type MatterFor = (asset: Asset, ms: number) => Matter;

/** Each asset looked at once. */
export function pieceFinder(
  assets: Lookup<Asset>,
  wanted: CartWanted,
  matterFor: MatterFor,
): (assetId: string) => Found {
  const known = new Map<string, Found>();
  return (assetId) => {
    const found = known.get(assetId) ?? spotPiece(assetId, assets.get(assetId), wanted, matterFor);
    known.set(assetId, found);
    return found;
  };
}

export function spotMaterial(
  what: BookingWhat,
  sources: SpotSources,
  pieceOf: (assetId: string) => Found,
): SpotMaterial {
  const material: SpotMaterial = { pieces: [], leftOut: [] };
  for (const assetId of assetsOf(what, sources)) {
    const found = pieceOf(assetId);
    if ('because' in found) material.leftOut.push(...found.because);
    else material.pieces.push(found);
  }
  if (material.pieces.length === 0 && material.leftOut.length === 0) material.leftOut.push(reason('spots.nothing'));
  return material;
}

function assetsOf(what: BookingWhat, { playlists, find }: SpotSources): string[] {
  if (what.kind === 'asset') return [what.assetId];
  const playlist = playlists.get(what.playlistId);
  return playlist ? itemsOf(playlist, find).map(({ assetId }) => assetId) : [];
}

/** Of a file that nobody has looked at yet: as long as most spots are. */
const UNKNOWN_MS = 30_000;

/** Days on which it may air are looked at where it is placed. A file that is still being made counts with the length of its source. */
export type Found = SpotPiece | { because: Reason[] };

export function spotPiece(assetId: string, asset: Asset | undefined, wanted: CartWanted, matterFor: MatterFor): Found {
  const always = asset && { ...asset, validFrom: null, validTo: null };
  const material = cartMaterial(assetId, always, wanted);
  if (material.state === 'refused' || material.state === 'failed') return { because: material.because };
  if (!asset) return { because: [reason('why.missingAsset')] };
  const ms = Math.max(1, material.state === 'ready' ? material.durationMs : lengthOf(asset));
  const { agencyId, category } = asset;
  return { assetId, ms, agencyId, category, airs: airsOf(asset, wanted.zone), matter: matterFor(asset, ms) };
}

const lengthOf = (asset: Asset): number => (isProbed(asset) ? asset.probe.durationMs : UNKNOWN_MS);
