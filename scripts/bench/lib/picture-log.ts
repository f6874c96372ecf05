/** What a log of readings says about changes of picture. Pure; times in ms. */
import type { Seen } from '../../../tests/e2e/lib/watch-picture';

export interface PictureLog {
  /** Between consecutive frames of one video. */
  steady: number[];
  /** From the last new frame of one video to the first of the next. */
  videoVideo: number[];
  /** The same where a still is on either side: from its last sign of life to the first of what follows. */
  other: number[];
  black: number;
  /** Frames of a video that stood for more than two frames' time. */
  frozen: Stand[];
}

const FRAME_MS = 40;

export interface LogOptions {
  isStill(clip: number): boolean;
  /** Time between two readings: what a measured time may be too long by. */
  samplingMs: number;
}

/** A stretch of readings of one and the same frame. */
export interface Stand {
  clip: number;
  frame: number;
  from: number;
  /** Last reading of it. */
  to: number;
  /** First reading of what came after it. */
  until: number;
}

export function readLog(seen: readonly Seen[], options: LogOptions): PictureLog {
  const stands = standsOf(seen);
  const log: PictureLog = { steady: [], videoVideo: [], other: [], black: 0, frozen: [] };
  log.black = seen.filter((each) => each.clip === 0).length;
  for (let i = 1; i + 1 < stands.length; i++) {
    const [before, now, after] = [stands[i - 1], stands[i], stands[i + 1]] as [Stand, Stand, Stand];
    addPair(log, before, now, after, options);
    const frozen =
      now.clip !== 0 && !options.isStill(now.clip) && after.from - now.from > 2 * FRAME_MS + options.samplingMs;
    if (frozen) log.frozen.push(now);
  }
  return log;
}

function addPair(log: PictureLog, before: Stand, now: Stand, after: Stand, { isStill }: LogOptions): void {
  if (before.clip === 0 || now.clip === 0) return;
  if (before.clip === now.clip) {
    if (!isStill(now.clip)) log.steady.push(now.from - before.from);
    return;
  }
  const [fromStill, toStill] = [isStill(before.clip), isStill(now.clip)];
  if (!fromStill && !toStill) log.videoVideo.push(now.from - before.from);
  else if (!fromStill) log.other.push(now.from - before.from);
  else if (toStill) log.other.push(now.from - before.to);
  else log.other.push(Math.max(now.from - before.to, after.from - now.from));
}

function standsOf(seen: readonly Seen[]): Stand[] {
  const stands: Stand[] = [];
  for (const { clip, frame, at } of seen) {
    const last = stands.at(-1);
    if (last && last.clip === clip && last.frame === frame) last.to = at;
    else {
      if (last) last.until = at;
      stands.push({ clip, frame, from: at, to: at, until: at });
    }
  }
  return stands;
}
