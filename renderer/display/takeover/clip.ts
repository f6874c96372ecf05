/**
 * A video of the library, repeated to the end: from the page's disk, or, where it is not kept yet, from the station as it comes.
 * What came is handed on to be kept. Start at `open`.
 */
import type { MediaStore } from '../keep/media-store';
import { mediaBytes } from './network';
import { type Of, type Piece, painted } from './piece';

export interface ClipNeed {
  media: MediaStore;
  token: string | null;
  /** Every byte of a clip that was not kept. */
  came(bytes: Blob): void;
  soundBlocked(): void;
}

/** Larger ones are fetched again to be kept, rather than held in memory meanwhile. */
const MOST_HELD = 96 * 1024 * 1024;
/** Seconds behind the picture that stay when the browser's buffer is full. */
const BEHIND_S = 5;
const PAINTED_BY_MS = 1500;

export function createClip(show: Of<'video'>, need: ClipNeed): Piece {
  const element = document.createElement('video');
  element.playsInline = true;
  element.disablePictureInPicture = true;
  element.preload = 'auto';
  let url: string | null = null;
  let over = false;
  let handedOn = false;

  const ready = new Promise<void>((resolve, reject) => {
    element.addEventListener('loadeddata', () => resolve());
    element.addEventListener('error', () => reject(new Error(element.error?.message || 'the browser cannot read it')));
    open().catch(reject);
  });
  // Where it is not buffered whole, it is begun anew.
  element.addEventListener('ended', () => void open().catch(() => {}));

  async function open(): Promise<void> {
    const kept = await need.media.file(show.hash).catch(() => null);
    if (over) return;
    if (kept) {
      element.loop = true;
      source(kept);
    } else await stream();
  }

  function source(of: Blob | MediaSource): void {
    if (url) URL.revokeObjectURL(url);
    url = URL.createObjectURL(of);
    element.src = url;
    play();
  }

  function play(): void {
    element.play().catch((refusal: unknown) => {
      if (!(refusal instanceof DOMException && refusal.name === 'NotAllowedError') || element.muted) return;
      element.muted = true;
      need.soundBlocked();
      play();
    });
  }

  async function stream(): Promise<void> {
    const media = new MediaSource();
    const opened = new Promise((resolve) => media.addEventListener('sourceopen', resolve, { once: true }));
    source(media);
    await opened;
    const codecs = [show.codecs.video, show.codecs.audio].filter(Boolean).join(', ');
    const buffer = media.addSourceBuffer(`${show.mime}; codecs="${codecs}"`);
    const held: Uint8Array<ArrayBuffer>[] = [];
    let whole = true;
    for await (const bytes of mediaBytes(show.hash, show.bytes, need.token)) {
      if (over) return;
      if (show.bytes <= MOST_HELD) held.push(bytes);
      whole = (await append(buffer, bytes)) && whole;
    }
    media.endOfStream();
    element.loop = whole;
    if (!handedOn && held.length > 0) need.came(new Blob(held));
    handedOn = true;
  }

  /** False where room had to be made: what was seen is gone from the buffer. */
  async function append(buffer: SourceBuffer, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
    for (let fitted = true; ; fitted = false) {
      try {
        await settled(buffer, () => buffer.appendBuffer(bytes));
        return fitted;
      } catch (fault) {
        if (over || !(fault instanceof DOMException && fault.name === 'QuotaExceededError')) throw fault;
        const seen = element.currentTime - BEHIND_S;
        if (seen > 0) await settled(buffer, () => buffer.remove(0, seen));
        await new Promise((wait) => setTimeout(wait, 500));
      }
    }
  }

  return {
    element,
    ready,
    uncovered() {
      return new Promise((resolve) => {
        element.requestVideoFrameCallback(() => void painted().then(resolve));
        setTimeout(resolve, PAINTED_BY_MS);
      });
    },
    release() {
      over = true;
      element.pause();
      element.removeAttribute('src');
      element.load();
      element.remove();
      if (url) URL.revokeObjectURL(url);
    },
  };
}

function settled(buffer: SourceBuffer, operate: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const listening = new AbortController();
    const once = (then: () => void) => () => {
      listening.abort();
      then();
    };
    buffer.addEventListener('updateend', once(resolve), listening);
    buffer.addEventListener(
      'error',
      once(() => reject(new Error('the browser cannot read it'))),
      listening,
    );
    try {
      operate();
    } catch (fault) {
      once(() => reject(fault))();
    }
  });
}
