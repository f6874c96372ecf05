/** What the stage asks of a picture, and what a picture tells the stage. */
import type { Slot } from '../player/slot';

export interface Surface {
  readonly element: HTMLElement;
  readonly kind: 'video' | 'image' | 'slate';
  /** Slots it shows, in order and without a gap. */
  readonly slots: readonly Slot[];
  /** Its first picture is decoded and waits under the cover. */
  readonly ready: boolean;
  /** Set in motion so that it moves when it is uncovered. `leadMs` before that for video. */
  start(): void;
  readonly leadMs: number;
  /** Station instant to which its first picture belongs; may be past. */
  readonly startAt: number;
  /** It is on top from now on. Resolves when its picture is on the panel, so that what lies below may go. */
  uncovered(): Promise<void>;
  /** Takes over the next slots (or drops some) where it can. Returns those it shows now. */
  setSlots(slots: readonly Slot[]): readonly Slot[];
  /** Asked several times a second: keeps time, watches for a standstill. */
  tend(): void;
  release(): void;
}

export interface SurfaceTold {
  /** The first picture of a slot is on the panel. */
  shown(slot: Slot, at: number): void;
  frame(slot: Slot, frame: { at: number; mediaTime: number; presented: number }): void;
  /** This slot's media cannot be shown. */
  failed(slot: Slot, why: Error): void;
  /** Pictures stopped moving although they should. `mediaToBlame`: the media may be the cause. */
  stalled(slot: Slot, mediaToBlame: boolean): void;
  /** The browser paused it; it was told to play on. */
  paused(slot: Slot): void;
  soundBlocked(): void;
  ready(): void;
}

export function asError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error(String(fault));
}
