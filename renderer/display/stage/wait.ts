/** Waiting for an instant of the station's clock, to the frame. */
import type { StationClock } from '../clock/station-clock';

/** Timers may be late by this much; the rest is waited out frame by frame. */
const COARSE_MS = 60;
/** Asked again at least this often, since the clock may be corrected meanwhile. */
const LOOK_AGAIN_MS = 5000;

/** Calls `act` at the last frame before `instant()`. Returns the function that gives up waiting. */
export function atInstant(clock: StationClock, instant: () => number, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let over = false;
  const done = () => {
    over = true;
    act();
  };
  const look = () => {
    if (over) return;
    const left = instant() - clock.now();
    if (left <= NEXT_FRAME_MS) done();
    else if (left < COARSE_MS && !document.hidden) frame = requestAnimationFrame(look);
    else timer = setTimeout(look, Math.min(LOOK_AGAIN_MS, Math.max(4, left - COARSE_MS)));
  };
  queueMicrotask(look);
  return () => {
    over = true;
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
}

/** What is done now is seen about half a frame later. */
const NEXT_FRAME_MS = 8;
