/**
 * Which round trip to believe. Cristian's method: the station's time at the middle of the shortest round trip is off by
 * at most half of it. Older trips lose worth as clocks drift apart. Pure; times in ms.
 */
export interface RoundTrip {
  /** The page's monotonic time at sending and at return. */
  sent: number;
  back: number;
  /** Station's epoch ms when it arrived there and left again. */
  received: number;
  replied: number;
}

export interface Estimate {
  /** Station's epoch ms less the page's monotonic time. */
  offsetMs: number;
  errorMs: number;
  at: number;
}

/** Two clocks of PCs part by up to this much per ms. */
const DRIFT = 0.0003;
const KEEP = 16;

export function estimateOf({ sent, back, received, replied }: RoundTrip): Estimate {
  const away = Math.max(0, back - sent - (replied - received));
  return { offsetMs: (received + replied) / 2 - (sent + back) / 2, errorMs: away / 2, at: back };
}

/** Error of an estimate when it is used at `now`. */
export function errorAt(estimate: Estimate, now: number): number {
  return estimate.errorMs + Math.max(0, now - estimate.at) * DRIFT;
}

export function bestAt(estimates: readonly Estimate[], now: number): Estimate | null {
  let best: Estimate | null = null;
  for (const each of estimates) if (!best || errorAt(each, now) < errorAt(best, now)) best = each;
  return best;
}

export function withEstimate(estimates: readonly Estimate[], next: Estimate): Estimate[] {
  return [...estimates, next].slice(-KEEP);
}

/** A round trip that contradicts what is believed by more than both errors: the station's clock was set. */
export function contradicts(next: Estimate, believed: Estimate): boolean {
  const doubt = errorAt(believed, next.at) + next.errorMs + 50;
  return Math.abs(next.offsetMs - believed.offsetMs) > doubt;
}
