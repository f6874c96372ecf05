/**
 * The station's clock for a view of a show. Counted on by the page's monotonic clock, so that it goes on evenly when this machine's
 * clock is set; the station says so when its own is.
 */
let base: { at: number; heard: number } | null = null;

/** A word of the station that came late must not set the clock back by its delay; only one that is plainly newer, or a new clock, does. */
const BELIEVED_MS = 2;

/** `at`: epoch ms on the station's clock as it spoke. `anew`: its clock was set, or this is the first word of a connection. */
export function learnAirTime(at: number, anew: boolean): void {
  const heard = performance.now();
  // Of two words the one that makes the station's clock read later travelled faster.
  if (anew || base === null || at - heard > base.at - base.heard + BELIEVED_MS) base = { at, heard };
}

/** Epoch ms on the station's clock. */
export function airNow(): number {
  return base === null ? Date.now() : base.at + (performance.now() - base.heard);
}
