/**
 * A page of the network in a frame that may do nothing but show: no way to the page around it, no windows, forms, dialogs or
 * downloads. Scripts run; it keeps its own origin (many pages fail without) unless that is the station's host.
 */
import { type Of, type Piece, painted } from './piece';

const LOAD_MS = 20_000;

export function createWebPage({ url }: Of<'page'>): Piece {
  const element = document.createElement('iframe');
  element.setAttribute('sandbox', sandboxFor(url, location.hostname));
  element.referrerPolicy = 'no-referrer';
  element.allow = "camera 'none'; microphone 'none'; geolocation 'none'; fullscreen 'none'; display-capture 'none'";
  element.tabIndex = -1;
  const ready = new Promise<void>((resolve, reject) => {
    element.addEventListener('load', () => resolve(), { once: true });
    setTimeout(() => reject(new Error('it did not load')), LOAD_MS);
  });
  element.src = url;
  return { element, ready, uncovered: painted, release: () => element.remove() };
}

/** A frame of the station's own host with its origin could take the sandbox off, or read the host's cookies. */
export function sandboxFor(url: string, stationHost: string): string {
  return new URL(url).hostname === stationHost ? 'allow-scripts' : 'allow-scripts allow-same-origin';
}
