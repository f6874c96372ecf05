/** Filmstrip tiles: which of a strip's frames stands where. Pure. */
import type { CSSProperties } from 'react';
import type { Pictures } from '../../../../electron/contract/records/asset';

export type Strip = NonNullable<Pictures['filmstrip']>;

/** The frames shown when `width` px are filled with tiles `height` px high: evenly spread over the clip. */
export function framesFor(
  strip: Pick<Strip, 'frames' | 'tileWidth' | 'tileHeight'>,
  width: number,
  height: number,
): number[] {
  const tile = (strip.tileWidth / strip.tileHeight) * height;
  const count = Math.max(Math.round(width / tile), 1);
  return Array.from({ length: count }, (_, index) => frameAt(strip, (index + 0.5) / count));
}

/** The frame nearest to a share (0..1) of the clip. */
export function frameAt(strip: Pick<Strip, 'frames'>, share: number): number {
  return Math.min(Math.max(Math.floor(share * strip.frames), 0), strip.frames - 1);
}

/** Shows one frame of the strip as the background of an element of the tile's proportions. */
export function tileStyle(strip: Strip, frame: number): CSSProperties {
  const position = strip.frames > 1 ? (frame / (strip.frames - 1)) * 100 : 0;
  return {
    backgroundImage: `url(/media/${strip.hash})`,
    backgroundSize: `${strip.frames * 100}% 100%`,
    backgroundPosition: `${position}% 0`,
  };
}
