/** One file as it is looked at. */
import type { ProbedAsset } from '../../../electron/contract/records/asset';
import type { Profile } from '../../../electron/contract/records/display';
import { type ShownFile, shownFile, sourceFile } from '../../../electron/domain/preview/shown-file';
import type { Pace } from './engine/Deck';

export interface Clip {
  kind: 'video' | 'image' | 'audio';
  src: string;
  /** Which of the asset's files it is. */
  of: ShownFile['of'];
  width: number;
  height: number;
  durationMs: number;
  /** Frames a second of this file; of sound what its time codes count. */
  rate: number;
}

/** What time codes of sound count. */
const WITHOUT_RATE = 25;

export function clipOf(asset: ProbedAsset, profile: Profile | null): Clip {
  return made(asset, shownFile(asset, profile));
}

export function sourceClip(asset: ProbedAsset): Clip {
  return made(asset, sourceFile(asset));
}

function made({ probe }: ProbedAsset, { hash, of, width, height, frameRate }: ShownFile): Clip {
  return {
    ...{ kind: probe.kind, src: `/media/${hash}`, of, durationMs: probe.durationMs, rate: frameRate || WITHOUT_RATE },
    width: width || 16,
    height: height || 9,
  };
}

export const paceOf = ({ durationMs, rate }: Clip): Pace => ({ durationMs, rate });
