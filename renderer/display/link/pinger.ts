/** Round trips to the station: ten at once on connecting, then one every four seconds. */
import type { FromDisplay, ToDisplay } from '../../../electron/contract/display-protocol';
import type { StationClock } from '../clock/station-clock';

const FIRST_PINGS = 10;
const APART_MS = 30;
const EVERY_MS = 4000;

export function createPinger(clock: StationClock, send: (message: FromDisplay) => boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left = 0;
  /** By when they were sent: how far the machine's clock had leapt by then. */
  const asked = new Map<number, number>();

  function ping(): void {
    left -= 1;
    const sent = performance.now();
    if (!send({ type: 'ping', sent })) return;
    asked.set(sent, clock.leapt());
    timer = setTimeout(ping, left > 0 ? APART_MS : EVERY_MS);
  }

  return {
    /** The line is new, or the time is wanted at once. */
    connected(): void {
      clearTimeout(timer);
      asked.clear();
      left = FIRST_PINGS;
      ping();
    },
    pong({ sent, received, replied }: Extract<ToDisplay, { type: 'pong' }>): void {
      const back = performance.now();
      const leapt = asked.get(sent);
      asked.delete(sent);
      if (leapt !== clock.leapt()) return;
      if (sent <= back && received <= replied) clock.take({ sent, back, received, replied });
    },
  };
}
