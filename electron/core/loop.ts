/** Long work on the station's one loop, done in turns with everything else that waits there. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Steps } from '../domain/steps';

/** Held at most so long, ms, and one step more. */
const TURN_MS = 2;
/** A command takes several turns of the loop: it must not wait for one of ours at each of them. */
const PAUSE_MS = 1;

/** Runs the steps to their end, letting others have the loop whenever a turn is used up. Rejects with what a step throws. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < TURN_MS) continue;
    await pause(PAUSE_MS);
    since = performance.now();
  }
}
