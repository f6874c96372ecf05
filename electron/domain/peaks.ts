/** Peaks of sound (0..255, evenly over its length) in fewer columns. Pure. */

/** What a card of the library draws. */
export const CARD_COLUMNS = 64;

/** At most `columns`, taking the loudest of each group. */
export function foldPeaks(peaks: readonly number[], columns: number): number[] {
  if (peaks.length <= columns) return [...peaks];
  return Array.from({ length: columns }, (_, column) => {
    const first = Math.floor((column * peaks.length) / columns);
    const last = Math.max(Math.floor(((column + 1) * peaks.length) / columns), first + 1);
    return Math.max(...peaks.slice(first, last));
  });
}
