/**
 * Shapes that may be letters: what stands out from its surroundings, of one piece, of a letter's size and build. Pure; in pieces of a
 * millisecond. Read `shapesIn` first.
 */
import type { Steps } from '../steps';

/** 8-bit luma as coded, row by row. */
export interface Plane {
  width: number;
  height: number;
  luma: Uint8Array;
}

export interface Shape {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Pixels it has. */
  area: number;
  /** Lighter than what surrounds it. */
  light: boolean;
}

/** Half the side of the square that a pixel is held against. Letters much higher than this fall into their outlines, and are large. */
const AROUND = 18;
/** How far a stroke stands out: steps of 255. Less is grain or coding noise. */
const CONTRAST = 26;
const [LOWEST, HIGHEST] = [4, 60];
/** Letters take between these shares of the box around them; only an upright stroke fills its own. */
const [EMPTIEST, FULLEST] = [0.14, 0.92];
const ROWS_A_STEP = 8;

export function* shapesIn(plane: Plane): Steps<Shape[]> {
  const sums = yield* sumsOf(plane);
  const open: Shape[] = [];
  const parents: number[] = [];
  let above: Run[] = [];
  for (let y = 0; y < plane.height; y++) {
    const runs = runsOf(plane, sums, y);
    joinRuns(runs, above, y, open, parents);
    above = runs;
    if (y % ROWS_A_STEP === 0) yield;
  }
  yield;
  return whole(open, parents).filter(isLetterlike);
}

interface Run {
  left: number;
  /** One past its last pixel. */
  right: number;
  light: boolean;
  shape: number;
}

/** Sum of all that lies above and left of each corner. */
function* sumsOf({ width, height, luma }: Plane): Steps<Uint32Array> {
  const sums = new Uint32Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    const [from, to] = [y * width, (y + 1) * (width + 1)];
    for (let x = 0; x < width; x++) {
      row += luma[from + x] ?? 0;
      sums[to + x + 1] = row + (sums[to - width + x] ?? 0);
    }
    if (y % ROWS_A_STEP === 0) yield;
  }
  return sums;
}

/** Stretches of one row that stand out, lighter or darker than the mean around each pixel. */
function runsOf({ width, height, luma }: Plane, sums: Uint32Array, y: number): Run[] {
  const runs: Run[] = [];
  const [top, bottom] = [Math.max(0, y - AROUND), Math.min(height, y + AROUND + 1)];
  const [upper, lower] = [top * (width + 1), bottom * (width + 1)];
  let kind = 0;
  let left = 0;
  for (let x = 0; x <= width; x++) {
    let now = 0;
    if (x < width) {
      const west = x < AROUND ? 0 : x - AROUND;
      const east = x + AROUND + 1 > width ? width : x + AROUND + 1;
      const sum =
        (sums[lower + east] ?? 0) - (sums[upper + east] ?? 0) - (sums[lower + west] ?? 0) + (sums[upper + west] ?? 0);
      const away = (luma[y * width + x] ?? 0) - sum / ((bottom - top) * (east - west));
      now = away > CONTRAST ? 1 : away < -CONTRAST ? -1 : 0;
    }
    if (now === kind) continue;
    if (kind !== 0) runs.push({ left, right: x, light: kind === 1, shape: -1 });
    kind = now;
    left = x;
  }
  return runs;
}

/** Gives each run the shape it touches in the row above, corners included; two shapes that meet are one. */
function joinRuns(runs: readonly Run[], above: readonly Run[], y: number, shapes: Shape[], parents: number[]): void {
  let first = 0;
  for (const run of runs) {
    while (first < above.length && (above[first]?.right ?? 0) < run.left) first += 1;
    for (let at = first; at < above.length; at++) {
      const other = above[at];
      if (!other || other.left > run.right) break;
      if (other.light !== run.light) continue;
      if (run.shape < 0) run.shape = rootOf(parents, other.shape);
      else unite(parents, run.shape, other.shape);
    }
    if (run.shape < 0) {
      run.shape = parents.push(parents.length) - 1;
      shapes.push({ left: run.left, top: y, right: run.right, bottom: y + 1, area: 0, light: run.light });
    }
    const shape = shapes[run.shape];
    if (!shape) continue;
    shape.left = Math.min(shape.left, run.left);
    shape.right = Math.max(shape.right, run.right);
    shape.bottom = y + 1;
    shape.area += run.right - run.left;
  }
}

function rootOf(parents: number[], of: number): number {
  let at = of;
  while (parents[at] !== at) {
    const up = parents[at] ?? at;
    parents[at] = parents[up] ?? up;
    at = up;
  }
  return at;
}

function unite(parents: number[], one: number, other: number): void {
  const [a, b] = [rootOf(parents, one), rootOf(parents, other)];
  if (a !== b) parents[Math.max(a, b)] = Math.min(a, b);
}

/** The parts that met, put together. */
function whole(shapes: readonly Shape[], parents: number[]): Shape[] {
  const found = new Map<number, Shape>();
  shapes.forEach((shape, at) => {
    const root = rootOf(parents, at);
    const held = found.get(root);
    if (!held) {
      found.set(root, { ...shape });
      return;
    }
    held.left = Math.min(held.left, shape.left);
    held.top = Math.min(held.top, shape.top);
    held.right = Math.max(held.right, shape.right);
    held.bottom = Math.max(held.bottom, shape.bottom);
    held.area += shape.area;
  });
  return [...found.values()];
}

function isLetterlike({ left, top, right, bottom, area }: Shape): boolean {
  const [width, height] = [right - left, bottom - top];
  if (height < LOWEST || height > HIGHEST || width > height * 1.8) return false;
  const fill = area / (width * height);
  if (fill < EMPTIEST) return false;
  // An i, an l, a 1: nothing but a stroke.
  return width <= height * 0.4 ? width >= 1 : fill <= FULLEST;
}
