/** Reads from the page itself, frame by frame, which clip and which frame of it is on top. */
import type { Page } from 'playwright';
import { CELLS, type Reading, readCells } from './clips';

export interface Seen extends Reading {
  /** Page time, ms. */
  at: number;
}

/** The top layer at each animation frame, for `ms`. */
export async function watchPicture(page: Page, ms: number): Promise<Seen[]> {
  return watch(page, ms, 'animation');
}

/** Each frame that a video on top hands to the panel, at the time at which it is due there, for `ms`. */
export async function watchFrames(page: Page, ms: number): Promise<Seen[]> {
  return watch(page, ms, 'video');
}

async function watch(page: Page, ms: number, by: 'animation' | 'video'): Promise<Seen[]> {
  const raw = await page.evaluate(readInPage, { ms, by, count: CELLS });
  return raw.map(({ at, cells }) => ({ at, ...readCells(cells) }));
}

/** Runs in the page, so it can use nothing from outside. */
function readInPage({ ms, by, count }: { ms: number; by: string; count: number }) {
  const seen: { at: number; cells: number[] }[] = [];
  const context = new OffscreenCanvas(count, 1).getContext('2d', { willReadFrequently: true });
  const end = performance.now() + ms;

  function read(at: number, element: Element | null): void {
    context?.clearRect(0, 0, count, 1);
    const isVideo = element instanceof HTMLVideoElement;
    if (isVideo || element instanceof HTMLImageElement) {
      const [w, h] = isVideo
        ? [element.videoWidth, element.videoHeight]
        : [element.naturalWidth, element.naturalHeight];
      if (w > 0) context?.drawImage(element, 0, h * 0.05, w, h * 0.15, 0, 0, count, 1);
    }
    const data = context?.getImageData(0, 0, count, 1).data;
    seen.push({ at, cells: Array.from({ length: count }, (_, i) => data?.[i * 4] ?? 0) });
  }

  function follow(video: HTMLVideoElement): void {
    video.requestVideoFrameCallback((_now, { expectedDisplayTime }) => {
      if (video.classList.contains('top')) read(expectedDisplayTime, video);
      if (video.isConnected) follow(video);
    });
  }

  const known = new WeakSet<Element>();
  return new Promise<typeof seen>((resolve) => {
    const look = () => {
      if (by === 'animation') read(performance.now(), document.querySelector('.surface.top'));
      else {
        for (const video of document.querySelectorAll('video')) {
          if (!known.has(video)) follow(video);
          known.add(video);
        }
      }
      if (performance.now() < end) requestAnimationFrame(look);
      else resolve(seen);
    };
    requestAnimationFrame(look);
  });
}

/** For how long, ms, each frame of each video stood. */
export function standing(seen: readonly Seen[], isVideo: (clip: number) => boolean): number[] {
  const times: number[] = [];
  let since = 0;
  for (let i = 1; i < seen.length; i++) {
    const [before, now] = [seen[i - 1] as Seen, seen[i] as Seen];
    if (now.clip === before.clip && now.frame === before.frame) continue;
    if (since > 0 && isVideo(before.clip)) times.push(now.at - since);
    since = now.at;
  }
  return times;
}
