/**
 * The station's time on this page. Runs on the monotonic clock, so that setting this machine's clock changes nothing;
 * without a station it keeps its last offset. On some systems the monotonic clock stands while the machine sleeps: `leapt`.
 */
import { bestAt, contradicts, type Estimate, errorAt, estimateOf, type RoundTrip, withEstimate } from './sync';

export interface StationClock {
  /** Station's epoch ms, with a fraction. */
  now(): number;
  /** The page's monotonic time at which the station's clock will say `instant`. */
  monotonicAt(instant: number): number;
  /** A trip during which this machine's clock did not leap: one that lasted through a sleep says nothing. */
  take(trip: RoundTrip): void;
  /** Station less this machine's clock, and how sure; null when never synchronised. */
  offset(): { offsetMs: number; errorMs: number } | null;
  /** The station has told the time since this page was loaded, and nothing has happened since that it would have to tell again. */
  synced(): boolean;
  onStep(listener: (trusted: boolean) => void): void;
  /** By how much this machine's clock has leapt ahead of the monotonic one since the start, ms: it slept or was set. */
  leapt(): number;
  /** As much of it as came after the last round trip. */
  leap(): number;
  /** No station can say which it was: goes on by `leap` if that is ahead, as after sleep, and is done with it. */
  follow(): void;
}

/** What is kept for a start without a station. */
export interface StoredOffset {
  /** Station less this machine's clock. */
  offsetMs: number;
  errorMs: number;
  /** When it was measured, on this machine's clock. */
  at: number;
}

export interface Timebase {
  monotonic(): number;
  wall(): number;
}

const STEP_MS = 1000;
/** What goes ahead slowly is a clock being disciplined. */
const LEAP_MS = 2000;
export const pageTimebase: Timebase = { monotonic: () => performance.now(), wall: () => Date.now() };

export function createStationClock(stored: StoredOffset | null, base: Timebase = pageTimebase): StationClock {
  let estimates: Estimate[] = [];
  let trusted = stored !== null;
  let offset = base.wall() - base.monotonic() + (stored?.offsetMs ?? 0);
  let error: { errorMs: number; at: number } | null = stored && { errorMs: stored.errorMs, at: base.monotonic() };
  const listeners: ((trusted: boolean) => void)[] = [];
  const ahead = () => base.wall() - base.monotonic();
  let aheadBefore = ahead();
  let leaptMs = 0;
  let settledMs = 0;

  function leapt(): number {
    const before = aheadBefore;
    aheadBefore = ahead();
    const ms = aheadBefore - before;
    if (Math.abs(ms) >= LEAP_MS) leaptMs += ms;
    return leaptMs;
  }

  function move(next: Estimate, now: number): void {
    const step = Math.abs(next.offsetMs - offset) > STEP_MS;
    const before = trusted;
    offset = next.offsetMs;
    error = { errorMs: errorAt(next, now), at: now };
    trusted = true;
    if (step) for (const listener of listeners) listener(before);
  }

  return {
    now: () => base.monotonic() + offset,
    monotonicAt: (instant) => instant - offset,
    take(trip) {
      settledMs = leapt();
      const next = estimateOf(trip);
      const believed = bestAt(estimates, next.at);
      estimates = believed && contradicts(next, believed) ? [next] : withEstimate(estimates, next);
      move(bestAt(estimates, next.at) ?? next, next.at);
    },
    offset() {
      if (!error) return null;
      const now = base.monotonic();
      const errorMs = errorAt({ offsetMs: 0, ...error }, now);
      return { offsetMs: now + offset - base.wall(), errorMs };
    },
    synced: () => estimates.length > 0,
    onStep: (listener) => void listeners.push(listener),
    leapt,
    leap: () => leapt() - settledMs,
    follow() {
      const ms = leapt() - settledMs;
      settledMs = leaptMs;
      if (ms <= 0) return;
      estimates = [];
      offset += ms;
      if (error) error = { errorMs: Math.max(error.errorMs, STEP_MS), at: base.monotonic() };
      for (const listener of listeners) listener(trusted);
    },
  };
}
