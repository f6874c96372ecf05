/**
 * Brings sound alone to its target by what is measured on the finished file, not on what went into the encoder: AAC adds to peaks, a
 * limiter takes from loudness, and a jingle of a few blocks is measured coarsely. What cannot be reached is left as near as it came.
 */
import { rename, rm } from 'node:fs/promises';
import type { Loudness } from '../../contract/records/asset';
import { MAX_TRUE_PEAK_DBTP, RADIO_TOLERANCE_LU } from '../../domain/conform';
import { PEAK_BEFORE_CODING_DBTP } from './loudness';
import type { RenditionOrder } from './types';

export interface SoundTools {
  /** Of the finished file; null where nothing in it is loud enough to count. */
  measure(path: string): Promise<Loudness | null>;
  render(path: string, correction: Correction): Promise<void>;
}

export interface Correction {
  trimDb: number;
  /** Where peaks are held before coding, dBTP. */
  ceiling: number;
}

const MOST_ROUNDS = 3;
/** More gain than this into a limiter is heard as damage; what is quieter still stays quiet. */
const MOST_TRIM_DB = 12;
/** The next attempt aims a little lower than just enough. */
const PEAK_MARGIN_DB = 0.3;

/** What to try next; null where the file is as it must be, or nothing is known that would help. */
export function correctionFor(
  target: number,
  made: Loudness | null,
  { trimDb, ceiling }: Correction,
): Correction | null {
  if (made === null) return null;
  const gap = target - made.integratedLufs;
  const over = made.truePeakDbtp - MAX_TRUE_PEAK_DBTP;
  // Aims for the middle, so that half a unit of coding noise does not put it outside again.
  const trim = Math.abs(gap) > RADIO_TOLERANCE_LU / 2 ? bounded(trimDb + gap) : trimDb;
  const next = { trimDb: trim, ceiling: over > 0 ? ceiling - over - PEAK_MARGIN_DB : ceiling };
  return next.trimDb === trimDb && next.ceiling === ceiling ? null : next;
}

const bounded = (db: number) => Math.max(-MOST_TRIM_DB, Math.min(MOST_TRIM_DB, db));

/** Coded anew while that helps. Returns what was measured on the file that is left at `target`. */
export async function levelSound(order: RenditionOrder, target: string, tools: SoundTools): Promise<Loudness | null> {
  const made = await tools.measure(target);
  // Copied sound was near enough; of a trimmed clip, and of silence, there is nothing measured to go by.
  if (order.decision !== 'transcode' || order.probe.loudness === null || order.inMs !== 0) return made;
  return corrected({ target, loudnessLufs: order.audioLoudnessLufs, made }, tools);
}

interface Made {
  /** Where the file is. */
  target: string;
  /** EBU R128, what it ought to be. */
  loudnessLufs: number;
  made: Loudness | null;
}

/** The same of any sound that can be made again. */
export async function corrected({ target, loudnessLufs, ...first }: Made, tools: SoundTools): Promise<Loudness | null> {
  let { made } = first;
  let correction: Correction = { trimDb: 0, ceiling: PEAK_BEFORE_CODING_DBTP };
  const again = `${target}.again`;
  try {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const next = correctionFor(loudnessLufs, made, correction);
      if (next === null) break;
      await tools.render(again, next);
      const better = await tools.measure(again);
      await rename(again, target);
      [made, correction] = [better, next];
    }
    return made;
  } finally {
    await rm(again, { force: true });
  }
}
