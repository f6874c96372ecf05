/** A waveform's peaks as an SVG path, mirrored about the middle of a box 100 high. Pure. */
import { foldPeaks } from '../../../../electron/domain/peaks';

export function wavePath(peaks: readonly number[], columns = 400): string {
  const folded = foldPeaks(peaks, columns);
  const height = (peak: number) => Math.max((peak / 255) * 48, 0.5);
  const top = folded.map((peak, x) => `${x},${(50 - height(peak)).toFixed(1)}`);
  const bottom = folded.map((peak, x) => `${x},${(50 + height(peak)).toFixed(1)}`).reverse();
  return folded.length === 0 ? '' : `M${top.join('L')}L${bottom.join('L')}Z`;
}
