/** Facts of an asset as short text, the same in every language. */
import type { Asset, Probe } from '../../../../../electron/contract/records/asset';
import { SHORTEST_MS } from '../../../../../electron/domain/material';

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

/** Why no playlist and no booking takes it, however long one waits; null when it may go in, if perhaps not yet. */
export type Unfit = 'failed' | 'sound' | 'short';

export function unfitFor(asset: Asset): Unfit | null {
  if (asset.state === 'failed') return 'failed';
  const probe = probeOf(asset);
  if (probe?.kind === 'audio') return 'sound';
  return probe?.kind === 'video' && probe.durationMs < SHORTEST_MS ? 'short' : null;
}
