/** Dark bars, by what the filter found and by the sampled pictures: a dark scene has edges too, but they are not even. Pure. */
import type { Box } from '../../../contract/records/quality';
import type { QualityLimits } from '../../../contract/records/quality-limits';
import type { Cropped } from './said';

interface Size {
  width: number;
  height: number;
}

/** Bars stand on both sides, as thick within this share of the picture. */
const EVEN = 0.015;
/** Less is left of a picture only where nothing was to be seen. */
const LEAST_LEFT = 0.2;

/** The picture within its bars; null where it has none worth a word. */
export function activeBox(
  cropped: Cropped | null,
  { width, height }: Size,
  least: Pick<QualityLimits, 'letterboxShare'>,
): Box | null {
  if (!cropped || cropped.width <= 0 || cropped.height <= 0) return null;
  const across = edges(cropped.x, cropped.width, width, least.letterboxShare);
  const down = edges(cropped.y, cropped.height, height, least.letterboxShare);
  if (!across && !down) return null;
  const [x, w] = across ?? [0, 1];
  const [y, h] = down ?? [0, 1];
  return w < LEAST_LEFT || h < LEAST_LEFT ? null : { x, y, w, h };
}

/** Where it begins and how much of the length it takes; null without bars on both sides. */
function edges(from: number, length: number, whole: number, least: number): [number, number] | null {
  const [before, after] = [from / whole, (whole - from - length) / whole];
  if (before + after < least || Math.abs(before - after) > EVEN) return null;
  return [before, length / whole];
}
