/** What a preview plays, in order, for one display profile. Pure. */
import {
  type Asset,
  isProbed,
  type ProbedAsset,
  type ReadyRendition,
} from '../../../../../electron/contract/records/asset';
import type { Fit, Profile } from '../../../../../electron/contract/records/display';
import type { PlaylistItem } from '../../../../../electron/contract/records/playlist';
import { profileKey } from '../../../../../electron/domain/profile';
import { bestRendition } from '../../library/player/clip';

export interface Shot {
  itemId: string;
  name: string;
  kind: 'video' | 'image';
  src: string;
  inMs: number;
  lengthMs: number;
  /** From the start of the list. */
  startMs: number;
}

interface Source {
  items: readonly PlaylistItem[];
  assets: ReadonlyMap<string, Asset>;
  lengths: readonly (number | null)[];
  starts: readonly number[];
}

/** Items with something ready to show; the rest is left out, as a display does. */
export function shotsOf({ items, assets, lengths, starts }: Source, profile: Profile): Shot[] {
  return items.flatMap((item, index) => {
    const asset = assets.get(item.assetId);
    const lengthMs = lengths[index] ?? null;
    if (!asset || !isProbed(asset) || asset.probe.kind === 'audio' || lengthMs === null) return [];
    const rendition = renditionFor(asset, profile);
    if (!rendition) return [];
    const { kind } = asset.probe;
    const src = `/media/${rendition.hash}`;
    return [{ itemId: item.id, name: asset.name, kind, src, inMs: item.inMs, lengthMs, startMs: starts[index] ?? 0 }];
  });
}

/** The display's own rendition where there is one, else the best. */
function renditionFor(asset: ProbedAsset, profile: Profile): ReadyRendition | null {
  const key = profileKey(profile);
  const own = asset.renditions.find(
    (each): each is ReadyRendition => each.state === 'ready' && each.profileKey === key && each.inMs === 0,
  );
  return own ?? bestRendition(asset);
}

export const OBJECT_FIT: Record<Fit, 'contain' | 'cover' | 'fill' | 'none'> = {
  contain: 'contain',
  cover: 'cover',
  stretch: 'fill',
  crop: 'none',
};
