/** Changes of light cell by cell, and when so many cells change alike that it counts as a change of the picture. Pure. */
import type { Box } from '../../contract/records/quality';
import type { QualityLimits } from '../../contract/records/quality-limits';
import { chromaticity, isSaturatedRed, luminance } from './light';

export type FlashLimits = Pick<
  QualityLimits,
  'flashWhiteCdM2' | 'flashChangeCdM2' | 'flashDarkCdM2' | 'flashArea' | 'flashesASecond' | 'flashRed'
>;

export interface Raster {
  width: number;
  height: number;
  /** Frames a second, evenly. */
  frameRate: number;
}

export type Direction = 1 | -1;

/** A change of the picture as a whole, opposite to the one before. */
export interface Turn {
  atMs: number;
  direction: Direction;
  box: Box | null;
}

/** Whether a cell has just changed, and which way; 0 where it has not. */
export type CellChanges = (cell: number, red: number, green: number, blue: number) => Direction | 0;

export interface Changes {
  readonly turns: readonly Turn[];
  take(rgb: Uint8Array): void;
}

/** Changes within this belong together: not every part of a picture comes to its full light in the same frame. */
const TOGETHER_MS = 60;

export function createChanges({ width, height, frameRate }: Raster, area: number, changeOf: CellChanges): Changes {
  const cells = width * height;
  const together = Math.max(1, Math.round((TOGETHER_MS * frameRate) / 1000));
  const turns: Turn[] = [];
  const waves = { 1: createWave(cells, together), [-1]: createWave(cells, together) };
  let frame = 0;

  function note(direction: Direction): void {
    const wave = waves[direction];
    if (wave.size(frame) <= area * cells) return;
    const together = coherent([...wave.cells(frame)], width, height);
    if (together.length <= area * cells) return;
    const box = boxOf(together, width, height);
    const first = wave.clear();
    if (turns.at(-1)?.direction !== direction)
      turns.push({ atMs: Math.round((first * 1000) / frameRate), direction, box });
  }

  return {
    turns,
    take(rgb) {
      for (let cell = 0, at = 0; cell < cells; cell++, at += 3) {
        const change = changeOf(cell, rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0);
        if (change !== 0) waves[change].add(cell, frame);
      }
      note(1);
      note(-1);
      frame += 1;
    },
  };
}

/** Cells that changed one way within the last frames. */
function createWave(cells: number, together: number) {
  const last = new Int32Array(cells).fill(-1_000_000);
  const counts = new Map<number, number>();
  return {
    add(cell: number, frame: number) {
      last[cell] = frame;
      counts.set(frame, (counts.get(frame) ?? 0) + 1);
    },
    size(frame: number): number {
      let sum = 0;
      for (const [at, count] of counts) {
        if (at <= frame - together) counts.delete(at);
        else sum += count;
      }
      return sum;
    },
    *cells(frame: number): Iterable<number> {
      for (let cell = 0; cell < cells; cell++) if ((last[cell] ?? 0) > frame - together) yield cell;
    },
    /** What was counted is not counted again. Answers the frame in which it began. */
    clear(): number {
      const first = Math.min(...counts.keys());
      counts.clear();
      return first;
    },
  };
}

/** Of the cells around one, so many change with it where a part of the picture flashes; in grain and fine patterns half go the other way. */
const ALIKE = 0.7;
const REACH = 2;

/** Those that most of their surroundings change with. */
function coherent(cells: readonly number[], width: number, height: number): number[] {
  const changed = new Uint8Array(width * height);
  for (const cell of cells) changed[cell] = 1;
  return cells.filter((cell) => {
    const [x, y] = [cell % width, Math.floor(cell / width)];
    const [left, right] = [Math.max(0, x - REACH), Math.min(width - 1, x + REACH)];
    const [top, bottom] = [Math.max(0, y - REACH), Math.min(height - 1, y + REACH)];
    let alike = 0;
    for (let row = top; row <= bottom; row++)
      for (let at = row * width + left; at <= row * width + right; at++) alike += changed[at] ?? 0;
    // At the edge of a flashing part, half of the surroundings are beside it.
    return alike >= ALIKE * (right - left + 1) * (bottom - top + 1) || isEdge(changed, cell, width);
  });
}

/** Whole on one side: the two nearest rows or columns of five all change. */
function isEdge(changed: Uint8Array, cell: number, width: number): boolean {
  const line = (step: number, across: number) =>
    [-1, 0, 1].every(
      (side) => changed[cell + step + side * across] === 1 && changed[cell + 2 * step + side * across] === 1,
    );
  return line(1, width) || line(-1, width) || line(width, 1) || line(-width, 1);
}

/** Around these cells; null where that is nearly everything. */
function boxOf(cells: readonly number[], width: number, height: number): Box | null {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (const cell of cells) {
    const [x, y] = [cell % width, Math.floor(cell / width)];
    [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
  }
  const box = { x: left / width, y: top / height, w: (right - left) / width, h: (bottom - top) / height };
  return box.w * box.h > WHOLE ? null : box;
}

const WHOLE = 0.95;

/**
 * Luminance. A change counts from the last turning point, however many frames it takes: after a rise the next change is a fall from the
 * brightest since, after a fall a rise from the darkest.
 */
export function luminanceChanges({ width, height }: Raster, limits: FlashLimits): CellChanges {
  const { flashWhiteCdM2: white, flashChangeCdM2: least, flashDarkCdM2: dark } = limits;
  const low = new Float32Array(width * height).fill(Number.POSITIVE_INFINITY);
  const high = new Float32Array(width * height).fill(Number.NEGATIVE_INFINITY);
  const way = new Int8Array(width * height);
  return (cell, red, green, blue) => {
    const now = luminance(red, green, blue) * white;
    const bottom = Math.min(low[cell] ?? now, now);
    const top = Math.max(high[cell] ?? now, now);
    low[cell] = bottom;
    high[cell] = top;
    const rose = way[cell] !== 1 && now - bottom >= least && bottom < dark;
    const fell = way[cell] !== -1 && top - now >= least && now < dark;
    if (!rose && !fell) return 0;
    low[cell] = now;
    high[cell] = now;
    way[cell] = rose ? 1 : -1;
    return rose ? 1 : -1;
  };
}

/** To (1) or from (-1) a saturated red, from the colour that lay furthest from it. Red has the greatest u' there is. */
export function redChanges({ width, height }: Raster, { flashRed }: FlashLimits): CellChanges {
  const u = new Float32Array(width * height).fill(Number.NaN);
  const v = new Float32Array(width * height);
  const red = new Uint8Array(width * height);
  return (cell, r, g, b) => {
    const [nowU, nowV] = chromaticity(r, g, b);
    const isRed = isSaturatedRed(r, g, b);
    const wasRed = red[cell] === 1;
    const from = u[cell] ?? Number.NaN;
    const turned = isRed !== wasRed && Math.hypot(nowU - from, nowV - (v[cell] ?? 0)) > flashRed;
    if (turned) red[cell] = isRed ? 1 : 0;
    const further = red[cell] === 1 ? nowU > from : nowU < from;
    if (turned || further || Number.isNaN(from)) {
      u[cell] = nowU;
      v[cell] = nowV;
    }
    return turned ? (isRed ? 1 : -1) : 0;
  };
}
