/** An image of the library: from the page's disk, or from the station where it is not kept yet. */
import type { MediaStore } from '../keep/media-store';
import { mediaRequest } from './network';
import { type Of, type Piece, painted } from './piece';

export interface StillNeed {
  media: MediaStore;
  token: string | null;
}

export function createStill({ hash, mime }: Of<'image'>, { media, token }: StillNeed): Piece {
  const element = document.createElement('img');
  element.alt = '';
  let url: string | null = null;
  let over = false;

  async function load(): Promise<void> {
    const blob = await media.blob(hash).catch(() => fromStation());
    if (over) return;
    url = URL.createObjectURL(blob);
    element.src = url;
    await element.decode();
  }

  async function fromStation(): Promise<Blob> {
    const body = await (await mediaRequest(hash, token, 0)).arrayBuffer();
    return new Blob([body], { type: mime });
  }

  return {
    element,
    ready: load(),
    uncovered: painted,
    release() {
      over = true;
      // In this order: Chromium keeps an image for good whose source is taken away when it is in no document.
      element.removeAttribute('src');
      element.remove();
      if (url) URL.revokeObjectURL(url);
    },
  };
}
