/**
 * Finds that the machine slept. Its clock has then leapt ahead of the monotonic one, as it does when somebody sets it; the
 * station knows which. Where no station answers, a leap ahead is taken for sleep: an unattended panel sleeps more often than
 * its clock is set wrongly, and after sleep the machine's clock is right.
 */
import type { StationClock } from '../clock/station-clock';
import type { Connection } from './connection';

const LOOK_MS = 1000;
const ANSWER_MS = 1500;

interface Asked {
  /** Asks the station for its time at once. */
  connected(): void;
}

export function watchForSleep(clock: StationClock, pinger: Asked, connection: Pick<Connection, 'again'>): void {
  let seenMs = clock.leapt();
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    const leaptMs = clock.leapt();
    if (leaptMs === seenMs) return;
    seenMs = leaptMs;
    pinger.connected();
    clearTimeout(waiting);
    waiting = setTimeout(decide, ANSWER_MS);
  }

  /** Nothing to do where an answer came to what was asked after the leap. */
  function decide(): void {
    if (clock.leap() === 0) return;
    clock.follow();
    connection.again(0);
  }

  setInterval(look, LOOK_MS);
}
