/**
 * Flashes that can bring on photosensitive seizures, found in small pictures of a film. Pure.
 *
 * Recommendation ITU-R BT.1702-3, annex 1, and Ofcom's guidance to rule 2.12 (annex 1) say the same: a flash is a pair of opposing changes
 * of luminance of 20 cd/m² or more where the darker side is below 160 cd/m², or a pair of opposing changes to or from a saturated red; flashes
 * are not permitted when together they take more than a quarter of the picture and there are more than three of them within a second.
 * All four figures are settings.
 */
import type { Box } from '../../contract/records/quality';
import {
  type Changes,
  createChanges,
  type FlashLimits,
  luminanceChanges,
  type Raster,
  redChanges,
} from './flash-cells';

/** A stretch in which there are more flashes than allowed. */
export interface FlashRun {
  fromMs: number;
  toMs: number;
  /** The most whole flashes within any second of it. */
  inOneSecond: number;
  red: boolean;
  /** Around all that flashed; null: the whole picture. */
  box: Box | null;
}

export interface FlashMeter {
  /** The next frame: 8-bit RGB, row by row. */
  take(rgb: Uint8Array): void;
  runs(): FlashRun[];
}

export function createFlashMeter(raster: Raster, limits: FlashLimits): FlashMeter {
  const light = createChanges(raster, limits.flashArea, luminanceChanges(raster, limits));
  const red = createChanges(raster, limits.flashArea, redChanges(raster, limits));
  return {
    take(rgb) {
      light.take(rgb);
      red.take(rgb);
    },
    runs: () => merged([...runsOf(light, limits, false), ...runsOf(red, limits, true)]),
  };
}

const SECOND_MS = 1000;

function runsOf({ turns }: Changes, { flashesASecond }: FlashLimits, red: boolean): FlashRun[] {
  // One flash more than allowed, and each is a change there and a change back.
  const needed = 2 * (flashesASecond + 1);
  const runs: FlashRun[] = [];
  for (let first = 0; first + needed <= turns.length; first++) {
    const span = turns.slice(first, first + needed);
    const [from, to] = [span[0]?.atMs ?? 0, span.at(-1)?.atMs ?? 0];
    if (to - from > SECOND_MS) continue;
    let end = first + needed;
    while ((turns[end]?.atMs ?? Number.POSITIVE_INFINITY) - from <= SECOND_MS) end += 1;
    const inOneSecond = Math.floor((end - first) / 2);
    const box = span.reduce<Box | null>((sum, turn) => around(sum, turn.box), span[0]?.box ?? null);
    runs.push({ fromMs: from, toMs: to, inOneSecond, red, box });
  }
  return merged(runs);
}

/** Stretches that touch are one. */
function merged(runs: readonly FlashRun[]): FlashRun[] {
  const sorted = [...runs].sort((a, b) => a.fromMs - b.fromMs);
  const out: FlashRun[] = [];
  for (const run of sorted) {
    const last = out.at(-1);
    if (!last || run.fromMs > last.toMs) {
      out.push({ ...run });
      continue;
    }
    last.toMs = Math.max(last.toMs, run.toMs);
    last.inOneSecond = Math.max(last.inOneSecond, run.inOneSecond);
    last.red ||= run.red;
    last.box = around(last.box, run.box);
  }
  return out;
}

/** Null is the whole picture. */
function around(a: Box | null, b: Box | null): Box | null {
  if (a === null || b === null) return null;
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}
