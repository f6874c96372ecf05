/** Which file stands for an asset on a panel: the rendition made for it, else the best there is, else the source. Pure. */
import type { ProbedAsset, ReadyRendition } from '../../contract/records/asset';
import type { Profile } from '../../contract/records/display';
import { profileKey } from '../profile';

export interface ShownFile {
  hash: string;
  /** `own`: made for this panel (or plays there as it is). */
  of: 'own' | 'other' | 'source';
  width: number;
  height: number;
  /** Frames a second of this very file; 0 of stills and sound. */
  frameRate: number;
}

/** `profile` null: no panel, so the best rendition there is. */
export function shownFile(asset: ProbedAsset, profile: Profile | null): ShownFile {
  const whole = asset.renditions.filter((each): each is ReadyRendition => each.state === 'ready' && each.inMs === 0);
  const key = profile && profileKey(profile);
  const own = whole.find(({ profileKey: made }) => made === key);
  if (own) return fileOf(asset, own, 'own');
  const shows = whole.filter(({ width }) => asset.probe.kind === 'audio' || width > 0);
  const [best] = shows.sort((a, b) => b.width * b.height - a.width * a.height);
  return best ? fileOf(asset, best, 'other') : sourceFile(asset);
}

/** The file as it was handed in. */
export function sourceFile({ hash, probe }: ProbedAsset): ShownFile {
  const { width = 0, height = 0, frameRate = 0 } = probe.video ?? {};
  return { hash, of: 'source', width, height, frameRate };
}

function fileOf({ hash, probe }: ProbedAsset, made: ReadyRendition, of: ShownFile['of']): ShownFile {
  const own = probe.video?.frameRate ?? 0;
  const { width, height, frames, durationMs } = made;
  // What was measured on the file, unless it is the source itself, whose rate was measured more closely.
  const measured = frames !== null && durationMs > 0 ? (frames * 1000) / durationMs : 0;
  const near = own > 0 && Math.abs(measured / own - 1) < 0.005;
  return { hash: made.hash, of, width, height, frameRate: made.hash === hash || near ? own : measured };
}
