/** Two pictures over each other, parted by a line that a person moves. Pure. */

export interface Wipe {
  /** Where the line is, as a share of the width (or the height). */
  at: number;
  /** An upright line parts left from right; a level one upper from lower. */
  line: 'upright' | 'level';
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The two parts of a picture of this size, in whole px; together they are all of it, and neither is in the other. */
export function parts({ at, line }: Wipe, width: number, height: number): { first: Rect; second: Rect } {
  const share = Math.min(1, Math.max(0, at));
  if (line === 'upright') {
    const x = Math.round(share * width);
    return { first: { x: 0, y: 0, width: x, height }, second: { x, y: 0, width: width - x, height } };
  }
  const y = Math.round(share * height);
  return { first: { x: 0, y: 0, width, height: y }, second: { x: 0, y, width, height: height - y } };
}

/** Where a pointer puts the line, from a box on the screen. */
export function wipeTo({ line }: Pick<Wipe, 'line'>, point: { x: number; y: number }, box: Rect): number {
  const share = line === 'upright' ? (point.x - box.x) / box.width : (point.y - box.y) / box.height;
  return Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0.5));
}

const STEP = 0.01;
const STRIDE = 0.1;

/** What a key does to the line; null for other keys. */
export function wipeKey(at: number, key: string, shift: boolean): number | null {
  const step = shift ? STRIDE : STEP;
  const to: Record<string, number> = {
    ArrowLeft: at - step,
    ArrowUp: at - step,
    ArrowRight: at + step,
    ArrowDown: at + step,
    Home: 0,
    End: 1,
  };
  const next = to[key];
  return next === undefined ? null : Math.round(Math.min(1, Math.max(0, next)) * 1000) / 1000;
}
