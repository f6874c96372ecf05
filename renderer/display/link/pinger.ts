/** Round trips to the station: ten at once on connecting, then one every four seconds. */
import type { FromDisplay, ToDisplay } from '../../../electron/contract/display-protocol';
import type { StationClock } from '../clock/station-clock';

const FIRST_PINGS = 10;
const APART_MS = 30;
const EVERY_MS = 4000;

export function createPinger(clock: StationClock, send: (message: FromDisplay) => boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left = 0;
  let answeredAt = Number.NEGATIVE_INFINITY;

  function ping(): void {
    left -= 1;
    const sent = performance.now();
    if (send({ type: 'ping', sent })) timer = setTimeout(ping, left > 0 ? APART_MS : EVERY_MS);
  }

  return {
    /** Monotonic time of the last answer. */
    get answeredAt() {
      return answeredAt;
    },
    connected(): void {
      clearTimeout(timer);
      left = FIRST_PINGS;
      ping();
    },
    pong({ sent, received, replied }: Extract<ToDisplay, { type: 'pong' }>): void {
      const back = performance.now();
      answeredAt = back;
      if (sent <= back && received <= replied) clock.take({ sent, back, received, replied });
    },
  };
}
