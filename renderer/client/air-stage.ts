/** How pressing a countdown is: its colour in every view. Pure. */

/** `soon`: the end is near. `over`: its length is used up. */
export type AirStage = 'normal' | 'soon' | 'over';

const SOON_MS = 30_000;
const SHARE = 0.1;
/** A tenth of a sweeper is too short to be seen. */
const AT_LEAST_MS = 5000;

/** The last 30 s, or the last tenth of what is shorter than five minutes. An item without a length is never over. */
export function stageOf(lengthMs: number, remainingMs: number): AirStage {
  if (lengthMs === 0) return 'normal';
  if (remainingMs <= 0) return 'over';
  const soon = Math.min(SOON_MS, Math.max(AT_LEAST_MS, lengthMs * SHARE));
  return remainingMs <= soon && remainingMs < lengthMs ? 'soon' : 'normal';
}
