/** One takeover made visible: a card, a still, a clip or a page. The layer asks nothing more of it. */
import type { TakeoverOrder } from '../../../electron/contract/records/takeover';

export type Show = TakeoverOrder['show'];
export type Of<K extends Show['kind']> = Extract<Show, { kind: K }>;

export interface Piece {
  readonly element: HTMLElement;
  /** Resolves when it can be uncovered at once; rejects where it cannot be shown. */
  readonly ready: Promise<void>;
  /** It is on top from now on; resolves when its picture is on the panel. */
  uncovered(): Promise<void>;
  release(): void;
}

/** Two frames later what was changed now has been painted; a page that nobody sees is told no frames. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, UNSEEN_MS);
  });
}

const UNSEEN_MS = 250;
