/** How a dead station is restarted: at once, then ever more slowly; never given up while a display may depend on it. */

const FIRST_MS = 250;
const LONGEST_MS = 30_000;
/** A station that lived this long was well: its next death counts as a first one. */
const WELL_AFTER_MS = 60_000;

export interface RestartState {
  /** Deaths in a row without a healthy life in between. */
  deaths: number;
}

/** Delay before the next start, ms, and the state to keep. */
export function afterDeath(state: RestartState, livedMs: number): { delayMs: number; state: RestartState } {
  const deaths = livedMs >= WELL_AFTER_MS ? 1 : state.deaths + 1;
  return { delayMs: Math.min(LONGEST_MS, FIRST_MS * 2 ** (deaths - 1)), state: { deaths } };
}

/** When a person should be told that it keeps dying. */
export const troubling = (state: RestartState): boolean => state.deaths === 4;
