/**
 * Finds that the machine slept. Its clock has then leapt ahead of the monotonic one, as it does when somebody sets it; the
 * station knows which. Where no station answers, a leap ahead is taken for sleep: an unattended panel sleeps more often than
 * its clock is set wrongly, and after sleep the machine's clock is right.
 */
import type { StationClock } from '../clock/station-clock';
import type { Connection } from './connection';

const LOOK_MS = 1000;
const LEAP_MS = 2000;
const ANSWER_MS = 1500;

interface Asked {
  /** Asks the station for its time at once. */
  connected(): void;
  /** Monotonic time of the last answer. */
  readonly answeredAt: number;
}

export function watchForSleep(clock: StationClock, pinger: Asked, connection: Pick<Connection, 'again'>): void {
  let leaptMs = 0;

  function look(): void {
    const leap = clock.leap();
    if (Math.abs(leap) < LEAP_MS) return;
    const asking = leaptMs !== 0;
    leaptMs += leap;
    if (asking) return;
    const askedAt = performance.now();
    pinger.connected();
    setTimeout(() => decide(askedAt), ANSWER_MS);
  }

  function decide(askedAt: number): void {
    const leap = leaptMs;
    leaptMs = 0;
    if (pinger.answeredAt > askedAt) return;
    if (leap > 0) clock.follow(leap);
    connection.again(0);
  }

  setInterval(look, LOOK_MS);
}
