/** How a picture lies on a panel by its fit: in panel pixels, and which part of it is seen. Pure. */
import type { Profile } from '../../contract/records/display';
import type { Box } from '../../contract/records/quality';
import type { Size } from '../profile';

export interface Shown {
  /** Panel pixels for each pixel of the picture. */
  across: number;
  down: number;
  /** The part of the picture that is seen, as fractions of it. */
  seen: Box;
  /** The part of the panel it takes, 0..1. */
  filled: number;
}

export function shownOn(source: Size, { width, height, fit }: Pick<Profile, 'width' | 'height' | 'fit'>): Shown {
  const [wide, high] = [width / source.width, height / source.height];
  const [across, down] =
    fit === 'stretch'
      ? [wide, high]
      : fit === 'contain'
        ? both(Math.min(wide, high))
        : both(fit === 'cover' ? Math.max(wide, high) : 1);
  const w = Math.min(1, width / (source.width * across));
  const h = Math.min(1, height / (source.height * down));
  const filled = (Math.min(width, source.width * across) * Math.min(height, source.height * down)) / (width * height);
  return { across, down, seen: { x: (1 - w) / 2, y: (1 - h) / 2, w, h }, filled };
}

const both = (factor: number): [number, number] => [factor, factor];

/** What two boxes have in common; null where they have nothing. */
export function common(a: Box, b: Box): Box | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const w = Math.min(a.x + a.w, b.x + b.w) - x;
  const h = Math.min(a.y + a.h, b.y + b.h) - y;
  return w > 0 && h > 0 ? { x, y, w, h } : null;
}
