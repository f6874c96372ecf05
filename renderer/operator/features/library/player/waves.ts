/** A waveform's peaks as an SVG path, mirrored about the middle of a box 100 high. Pure. */

/** Peaks (0..255) folded to at most `columns` by taking the loudest of each group. */
export function fold(peaks: readonly number[], columns: number): number[] {
  if (peaks.length <= columns) return [...peaks];
  return Array.from({ length: columns }, (_, column) => {
    const first = Math.floor((column * peaks.length) / columns);
    const last = Math.max(Math.floor(((column + 1) * peaks.length) / columns), first + 1);
    return Math.max(...peaks.slice(first, last));
  });
}

export function wavePath(peaks: readonly number[], columns = 400): string {
  const folded = fold(peaks, columns);
  const height = (peak: number) => Math.max((peak / 255) * 48, 0.5);
  const top = folded.map((peak, x) => `${x},${(50 - height(peak)).toFixed(1)}`);
  const bottom = folded.map((peak, x) => `${x},${(50 + height(peak)).toFixed(1)}`).reverse();
  return folded.length === 0 ? '' : `M${top.join('L')}L${bottom.join('L')}Z`;
}
