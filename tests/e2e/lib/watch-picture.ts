/** Reads from the page itself, frame by frame, which clip and which frame of it is on top. */
import type { Page } from 'playwright';
import { CELLS, type Reading, readCells } from './clips';

export interface Seen extends Reading {
  /** Page time, ms. */
  at: number;
}

/** Samples the top layer at each animation frame for `ms`. */
export async function watchPicture(page: Page, ms: number): Promise<Seen[]> {
  const raw = await page.evaluate(
    ({ ms, count }) =>
      new Promise<{ at: number; cells: number[] }[]>((resolve) => {
        const canvas = new OffscreenCanvas(count, 1);
        const context = canvas.getContext('2d', { willReadFrequently: true });
        const seen: { at: number; cells: number[] }[] = [];
        const end = performance.now() + ms;
        const look = () => {
          const top = document.querySelector<HTMLVideoElement | HTMLImageElement>('.surface.top');
          context?.clearRect(0, 0, count, 1);
          if (top instanceof HTMLVideoElement || top instanceof HTMLImageElement) {
            const [w, h] =
              top instanceof HTMLVideoElement
                ? [top.videoWidth, top.videoHeight]
                : [top.naturalWidth, top.naturalHeight];
            if (w > 0) context?.drawImage(top, 0, h * 0.05, w, h * 0.15, 0, 0, count, 1);
          }
          const data = context?.getImageData(0, 0, count, 1).data ?? new Uint8ClampedArray();
          seen.push({ at: performance.now(), cells: Array.from({ length: count }, (_, i) => data[i * 4] ?? 0) });
          if (performance.now() < end) requestAnimationFrame(look);
          else resolve(seen);
        };
        requestAnimationFrame(look);
      }),
    { ms, count: CELLS },
  );
  return raw.map(({ at, cells }) => ({ at, ...readCells(cells) }));
}

/** Longest time, ms, for which one and the same frame of a video stood. */
export function longestRun(seen: readonly Seen[]): number {
  let longest = 0;
  let since = seen[0]?.at ?? 0;
  for (let i = 1; i < seen.length; i++) {
    const [before, now] = [seen[i - 1] as Seen, seen[i] as Seen];
    if (now.clip !== before.clip || now.frame !== before.frame) since = now.at;
    longest = Math.max(longest, now.at - since);
  }
  return longest;
}
