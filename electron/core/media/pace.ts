/** What the packets of a picture stream say of its pace: frame rate, key frames, order. Pure, in constant memory. */
import type { Packet } from './ffprobe';

/** B-frames reach at most this far back; deeper reordering is not made by any encoder in use. */
const REORDER_DEPTH = 17;
/** Steps that differ by more than this share of the usual one are seen as a varying rate. */
const STEADY = 0.1;

export interface Pace {
  packets: number;
  /** When the first picture is shown. */
  startMs: number;
  /** When the last picture ends. */
  endMs: number;
  /** Mean frames a second. */
  frameRate: number;
  variable: boolean;
  bFrames: boolean;
  /** Longest distance between key frames, the end counted as one; null where only the first is a key frame. */
  gopMs: number | null;
}

/** Takes packets in file order; `pace()` at any time says what was seen so far. */
export function createPaceMeter(): { take(packet: Packet): void; pace(): Pace } {
  const waiting: number[] = [];
  const steps = { shortest: Number.POSITIVE_INFINITY, longest: 0 };
  const seen = {
    packets: 0,
    start: Number.POSITIVE_INFINITY,
    end: 0,
    reordered: false,
    lastShown: Number.NaN,
    lastStep: 0,
  };
  const keys = { last: Number.NaN, widest: 0 };

  function show(pts: number): void {
    const step = pts - seen.lastShown;
    if (step > 0) {
      steps.shortest = Math.min(steps.shortest, step);
      steps.longest = Math.max(steps.longest, step);
    }
    seen.lastShown = pts;
  }

  function take(packet: Packet): void {
    const { ptsMs, durationMs, key } = packet;
    seen.packets += 1;
    seen.start = Math.min(seen.start, ptsMs);
    seen.end = Math.max(seen.end, ptsMs + durationMs);
    seen.reordered ||= waiting.some((other) => other > ptsMs);
    if (key) {
      if (!Number.isNaN(keys.last)) keys.widest = Math.max(keys.widest, ptsMs - keys.last);
      keys.last = ptsMs;
    }
    insert(waiting, ptsMs);
    if (waiting.length > REORDER_DEPTH) show(waiting.shift() as number);
  }

  function pace(): Pace {
    while (waiting.length) show(waiting.shift() as number);
    const startMs = Number.isFinite(seen.start) ? seen.start : 0;
    const length = seen.lastShown - startMs;
    const mean = seen.packets > 1 ? length / (seen.packets - 1) : 0;
    const endMs = Math.max(seen.end, seen.packets > 1 ? seen.lastShown + mean : 0);
    const gopMs = Number.isNaN(keys.last) ? null : Math.max(keys.widest, endMs - keys.last);
    const variable = seen.packets > 2 && steps.longest - steps.shortest > Math.max(2, STEADY * mean);
    const frameRate = mean > 0 ? 1000 / mean : 0;
    return { packets: seen.packets, startMs, endMs, frameRate, variable, bFrames: seen.reordered, gopMs };
  }

  return { take, pace };
}

function insert(sorted: number[], value: number): void {
  let at = sorted.length;
  while (at > 0 && (sorted[at - 1] as number) > value) at--;
  sorted.splice(at, 0, value);
}
