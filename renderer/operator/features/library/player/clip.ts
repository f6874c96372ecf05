/** What a player needs to know of an asset. */
import {
  type Asset,
  isProbed,
  type ProbedAsset,
  type ReadyRendition,
} from '../../../../../electron/contract/records/asset';
import type { Strip } from '../../../shared/player/tiles';

export interface ClipView {
  kind: 'video' | 'image' | 'audio';
  /** Address of the best there is to play or show; null while nothing is ready. */
  src: string | null;
  poster: string | null;
  width: number;
  height: number;
  durationMs: number;
  frameRate: number;
  strip: Strip | null;
  waveform: readonly number[] | null;
}

const media = (hash: string) => `/media/${hash}`;
const WITHOUT_RATE = 25;

/** The ready rendition with most pixels that begins at the source's own start. */
export function bestRendition(asset: ProbedAsset): ReadyRendition | null {
  const whole = asset.renditions.filter(
    (each): each is ReadyRendition => each.state === 'ready' && each.inMs === 0 && fits(asset, each),
  );
  return whole.sort((a, b) => b.width * b.height - a.width * a.height)[0] ?? null;
}

/** Sound alone is no stand-in for a picture. */
function fits(asset: ProbedAsset, rendition: ReadyRendition): boolean {
  return asset.probe.kind === 'audio' || rendition.width > 0;
}

/** Null for an asset that has not been probed. */
export function clipOf(asset: Asset): ClipView | null {
  if (!isProbed(asset)) return null;
  const { probe, pictures } = asset;
  const best = bestRendition(asset);
  return {
    kind: probe.kind,
    src: best ? media(best.hash) : null,
    poster: pictures.thumbnail ? media(pictures.thumbnail) : null,
    width: probe.video?.width ?? 16,
    height: probe.video?.height ?? 9,
    durationMs: probe.durationMs,
    frameRate: probe.video?.frameRate || WITHOUT_RATE,
    strip: pictures.filmstrip,
    waveform: pictures.waveform,
  };
}
