/** What the player asks to be done, and the plays it makes. */
import type { Reason } from '../../../electron/contract/scalars';
import type { Slot } from './slot';

/** A finished showing, without what only the page knows (id, frames, clock). */
export interface PlayMade {
  slot: Slot;
  startedAt: number;
  endedAt: number;
  outcome: 'shown' | 'partial' | 'skipped';
  because: Reason | null;
}

export type PlayerEffect =
  /** Slots without a gap; the first is due now. */
  | { type: 'plan'; slots: readonly Slot[] }
  | { type: 'began'; slot: Slot; at: number }
  | { type: 'play'; play: PlayMade }
  | { type: 'fault'; reason: Reason };
