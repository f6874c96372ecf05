/**
 * Lines of lettering in a picture, without reading them: letters stand side by side on one base line, alike in height and in their strokes, and
 * unlike in their widths. What stands in one sampled picture alone is not taken for lettering: nobody could read it. Pure.
 */
import type { TextLine } from '../../contract/records/quality';
import type { Steps } from '../steps';
import { type Plane, type Shape, shapesIn } from './letters';

export interface Line {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Of a capital, in lines of the picture. */
  letterHeight: number;
}

/** Fewer may be anything. */
const LEAST_LETTERS = 5;

export function* linesIn(plane: Plane): Steps<Line[]> {
  const shapes = yield* shapesIn(plane);
  const lines: Line[] = [];
  for (const light of [true, false]) {
    const alike = shapes.filter((shape) => shape.light === light).sort((a, b) => a.left - b.left);
    // A picture of nothing but specks is no page of text, and would take seconds.
    if (alike.length > MOST_SHAPES) continue;
    const chains = yield* chainsOf(alike);
    for (const chain of chains) if (isLettering(chain)) lines.push(lineOf(chain));
  }
  return apart(lines);
}

const MOST_SHAPES = 4000;
const AT_ONCE = 40;

/** From each shape on to the next on its right. */
function* chainsOf(shapes: readonly Shape[]): Steps<Shape[][]> {
  const next = new Map<number, number>();
  const taken = new Set<number>();
  for (let at = 0; at < shapes.length; at++) {
    const follower = followerOf(shapes, at, taken);
    if (follower !== null) {
      next.set(at, follower);
      taken.add(follower);
    }
    if (at % AT_ONCE === 0) yield;
  }
  const chains: Shape[][] = [];
  for (let at = 0; at < shapes.length; at++) {
    if (taken.has(at)) continue;
    const chain: Shape[] = [];
    for (let link: number | undefined = at; link !== undefined; link = next.get(link))
      chain.push(...shapes.slice(link, link + 1));
    chains.push(chain);
  }
  return chains;
}

const heightOf = ({ top, bottom }: Shape) => bottom - top;
const widthOf = ({ left, right }: Shape) => right - left;

/** A word's space is narrower than its letters are high. */
const WIDEST_GAP = 1.1;

function followerOf(shapes: readonly Shape[], at: number, taken: ReadonlySet<number>): number | null {
  const one = shapes[at];
  if (!one) return null;
  for (let other = at + 1; other < shapes.length; other++) {
    const candidate = shapes[other];
    if (!candidate || candidate.left - one.right > WIDEST_GAP * heightOf(one)) return null;
    if (!taken.has(other) && candidate.left >= one.right - 1 && standBeside(one, candidate)) return other;
  }
  return null;
}

function standBeside(one: Shape, other: Shape): boolean {
  const [a, b] = [heightOf(one), heightOf(other)];
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(a, b) <= 2.2 * Math.min(a, b) && shared >= 0.6 * Math.min(a, b);
}

function isLettering(chain: readonly Shape[]): boolean {
  if (chain.length < LEAST_LETTERS) return false;
  const heights = chain.map(heightOf);
  const height = middle(heights);
  const base = middle(chain.map(({ bottom }) => bottom));
  const onBase = chain.filter(({ bottom }) => Math.abs(bottom - base) <= Math.max(1, 0.12 * height));
  if (onBase.length < 0.7 * chain.length) return false;
  // Strokes of one width; bars, blocks and cells of a pattern are all of one width, letters are not.
  const strokes = chain.map(({ area, ...shape }) => area / heightOf({ area, ...shape }));
  if (spread(strokes) > 0.6) return false;
  return spread(chain.map(widthOf)) >= 0.1 || spread(heights) >= 0.1;
}

function lineOf(chain: readonly Shape[]): Line {
  const heights = chain.map(heightOf).sort((a, b) => a - b);
  return {
    left: Math.min(...chain.map(({ left }) => left)),
    top: Math.min(...chain.map(({ top }) => top)),
    right: Math.max(...chain.map(({ right }) => right)),
    bottom: Math.max(...chain.map(({ bottom }) => bottom)),
    // Capitals and ascenders, not what hangs below and not a bracket.
    letterHeight: heights[Math.floor(0.75 * (heights.length - 1))] ?? 0,
  };
}

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const middle = (values: readonly number[]) => sorted(values)[Math.floor(values.length / 2)] ?? 0;

/** Mean distance from the middle, as a share of it. */
function spread(values: readonly number[]): number {
  const centre = middle(values);
  return values.reduce((sum, value) => sum + Math.abs(value - centre), 0) / values.length / Math.max(1, centre);
}

/** What lies in another is its shadow or the holes in its letters. */
function apart(lines: readonly Line[]): Line[] {
  const wide = [...lines].sort((a, b) => areaOf(b) - areaOf(a));
  return wide.filter((line, at) => !wide.slice(0, at).some((other) => overlap(line, other) > 0.5 * areaOf(line)));
}

const areaOf = ({ left, top, right, bottom }: Line) => (right - left) * (bottom - top);

function overlap(a: Line, b: Line): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && down > 0 ? across * down : 0;
}

export interface Sample {
  atMs: number;
  width: number;
  height: number;
  lines: readonly Line[];
}

const MOST_TEXTS = 40;

/** Lines that stand, or run along their own height, in two samples that follow each other; each once, the lowest letters first. */
export function textsIn(samples: readonly Sample[]): TextLine[] {
  const texts: TextLine[] = [];
  samples.forEach((sample, at) => {
    const after = samples[at + 1];
    for (const line of sample.lines) {
      const stays = samples.length === 1 || after?.lines.some((other) => isSame(line, other));
      if (!stays) continue;
      const text = textOf(sample, line);
      if (!texts.some((known) => isSameText(known, text))) texts.push(text);
    }
  });
  return texts.sort((a, b) => a.letterHeight - b.letterHeight).slice(0, MOST_TEXTS);
}

function isSame(one: Line, other: Line): boolean {
  const slack = Math.max(1.5, 0.15 * one.letterHeight);
  return (
    Math.abs(one.bottom - other.bottom) <= slack &&
    Math.abs(one.letterHeight - other.letterHeight) <= slack &&
    Math.min(one.right, other.right) > Math.max(one.left, other.left)
  );
}

function textOf({ atMs, width, height }: Sample, { left, top, right, bottom, letterHeight }: Line): TextLine {
  const box = { x: left / width, y: top / height, w: (right - left) / width, h: (bottom - top) / height };
  return { atMs, box, letterHeight: letterHeight / height };
}

const CLOSE = 0.02;

function isSameText(one: TextLine, other: TextLine): boolean {
  return (
    Math.abs(one.box.y - other.box.y) < CLOSE &&
    Math.abs(one.letterHeight - other.letterHeight) < CLOSE / 2 &&
    Math.min(one.box.x + one.box.w, other.box.x + other.box.w) > Math.max(one.box.x, other.box.x)
  );
}
