/** Facts of an asset as short text, the same in every language. */
import type { Asset, Probe } from '../../../../../electron/contract/records/asset';

const probeOf = (asset: Asset): Probe | null => ('probe' in asset ? asset.probe : null);

/** `1920×1080`, empty where there is no picture. */
export function pixelsText(asset: Asset): string {
  const video = probeOf(asset)?.video;
  return video ? `${video.width}×${video.height}` : '';
}

/** Length in ms; null for stills and for what has not been probed. */
export function lengthMs(asset: Asset): number | null {
  const probe = probeOf(asset);
  return probe && probe.kind !== 'image' ? probe.durationMs : null;
}
