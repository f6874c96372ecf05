/** Long work on the station's one loop, done in turns with everything else that waits there. */
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
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

/** Sends between two looks at the loop. Measured for timelines: the send loop to 1,000 displays blocks it for 28 ms. */
const PIECE = 50;

/** Tells many displays something in pieces. One that is due again before its turn comes is told once, of what is newest then. */
export class Rounds {
  private readonly due = new Set<string>();
  private running = false;
  private stopped = false;

  /** @param tell answers whether anything was sent */
  constructor(private readonly tell: (displayId: string) => boolean) {}

  add(displayIds: Iterable<string>): void {
    for (const displayId of displayIds) this.due.add(displayId);
    if (!this.running) void this.run();
  }

  stop(): void {
    this.stopped = true;
  }

  private async run(): Promise<void> {
    this.running = true;
    let sent = 0;
    // What is added meanwhile comes at the end of the same walk.
    for (const displayId of this.due) {
      this.due.delete(displayId);
      if (this.tell(displayId) && ++sent % PIECE === 0) await nextTurn();
      if (this.stopped) break;
    }
    this.running = false;
  }
}
