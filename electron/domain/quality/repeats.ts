/**
 * Frames that repeat the one before while the picture moves: a film of another rate that was filled up, or a capture that dropped. A picture
 * that stands is none. Pure.
 */
import type { QualityLimits } from '../../contract/records/quality-limits';

export interface RepeatRun {
  fromMs: number;
  toMs: number;
  /** Of its frames, 0..1. */
  share: number;
}

export interface RepeatMeter {
  /** The next frame as bytes of its cells, always as many. */
  take(cells: Uint8Array): void;
  runs(): RepeatRun[];
  /** Mean difference from frame to frame, in steps of 255. */
  movement(): number;
}

/** Below this nothing moves that can be told from coding noise or from lettering that creeps, mean of all cells in steps of 255. */
const MOVES = 0.4;
/** Beyond it is a cut or a flash. */
const JUMPS = 40;
/** A repeat differs this many times less than the frames that move beside it. */
const LESS = 5;
/** A picture that stands for longer is a hold, as in drawings, or a still. */
const LONGEST_REPEATS = 4;

export function createRepeatMeter(
  frameRate: number,
  { duplicatedShare, duplicatedMs }: Pick<QualityLimits, 'duplicatedShare' | 'duplicatedMs'>,
): RepeatMeter {
  let before: Uint8Array | null = null;
  const differences: number[] = [];
  return {
    take(cells) {
      if (before) differences.push(differenceOf(before, cells));
      before = Uint8Array.from(cells);
    },
    movement: () => differences.reduce((sum, each) => sum + each, 0) / Math.max(1, differences.length),
    runs: () => runsOf(repeatsIn(differences), frameRate, duplicatedShare, duplicatedMs),
  };
}

function differenceOf(before: Uint8Array, now: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < now.length; at++) sum += Math.abs((now[at] ?? 0) - (before[at] ?? 0));
  return sum / Math.max(1, now.length);
}

/** Which of them are repeats: few in a row, between frames that move far more. */
export function repeatsIn(differences: readonly number[]): Uint8Array {
  const repeats = new Uint8Array(differences.length);
  for (let at = 0; at < differences.length; at++) {
    const own = differences[at] ?? 0;
    const limit = Math.max(MOVES, own * LESS);
    const left = moving(differences, at, -1, limit);
    const right = moving(differences, at, 1, limit);
    if (left !== null && right !== null && right - left - 1 <= LONGEST_REPEATS) repeats[at] = 1;
  }
  return repeats;
}

/** The nearest frame on that side that moves more than `limit`; null where there is none within reach. */
function moving(differences: readonly number[], from: number, step: 1 | -1, limit: number): number | null {
  for (let reach = 1; reach <= LONGEST_REPEATS; reach++) {
    const at = from + step * reach;
    const difference = differences[at];
    if (difference === undefined) return null;
    if (difference > limit) return difference > JUMPS ? null : at;
  }
  return null;
}

function runsOf(repeats: Uint8Array, frameRate: number, least: number, leastMs: number): RepeatRun[] {
  const window = Math.max(2, Math.round((leastMs * frameRate) / 1000));
  const sums = new Uint32Array(repeats.length + 1);
  for (let at = 0; at < repeats.length; at++) sums[at + 1] = (sums[at] ?? 0) + (repeats[at] ?? 0);
  const within = (from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0);
  const spans: { from: number; to: number }[] = [];
  for (let from = 0; from + window <= repeats.length; from++) {
    if (within(from, from + window) < least * window) continue;
    const last = spans.at(-1);
    if (last && from <= last.to) last.to = from + window;
    else spans.push({ from, to: from + window });
  }
  const dense = spans.filter(({ from, to }) => within(from, to) >= least * (to - from));
  const msAt = (frame: number) => Math.round((frame * 1000) / frameRate);
  return dense.map(({ from, to }) => ({
    fromMs: msAt(from),
    toMs: msAt(to + 1),
    share: within(from, to) / (to - from),
  }));
}
