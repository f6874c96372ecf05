/** The station as a utility process: started, listened to, restarted when it dies. */
import { type UtilityProcess, utilityProcess } from 'electron';
import type { Logger } from 'pino';
import { FromStation, type ToStation } from '../contract/shell-messages';
import { afterDeath, type RestartState, troubling } from './restart';

export interface StationProcess {
  /** Origin once it serves, `http://127.0.0.1:PORT`; null before. */
  address(): string | null;
  send(message: ToStation): void;
  /** Asks it to stop and waits, at most five seconds. */
  stop(): Promise<void>;
}

export interface StationListeners {
  message(message: FromStation): void;
  /** It has died several times in a row. */
  troubled(code: number): void;
}

/** `args` is asked at each start with the port that the one before had, null before the first. */
export function startStation(
  entry: string,
  args: (portBefore: number | null) => readonly string[],
  listeners: StationListeners,
  log: Logger,
): StationProcess {
  let child: UtilityProcess | null = null;
  let address: string | null = null;
  let stopping = false;
  let hopeless = false;
  let restarts: RestartState = { deaths: 0 };

  function start(): void {
    const bornAt = Date.now();
    child = utilityProcess.fork(entry, [...args(portOf(address))], { serviceName: 'Suar station', stdio: 'inherit' });
    child.on('message', hear);
    child.once('exit', (code) => died(code, Date.now() - bornAt));
  }

  function hear(raw: unknown): void {
    const parsed = FromStation.safeParse(raw);
    if (!parsed.success) return;
    if (parsed.data.type === 'ready') address = new URL(parsed.data.address).origin;
    if (parsed.data.type === 'cannotStart') hopeless = true;
    listeners.message(parsed.data);
  }

  /** A station that said why it cannot start would say so again: it is not restarted. */
  function died(code: number, livedMs: number): void {
    child = null;
    if (stopping || hopeless) return;
    log.error({ code, livedMs }, 'the station ended');
    const next = afterDeath(restarts, livedMs);
    restarts = next.state;
    if (troubling(restarts)) listeners.troubled(code);
    setTimeout(() => !stopping && start(), next.delayMs);
  }

  start();
  return {
    address: () => address,
    send: (message) => child?.postMessage(message),
    stop: () => {
      stopping = true;
      return child ? stopChild(child) : Promise.resolve();
    },
  };
}

const portOf = (address: string | null): number | null => (address === null ? null : Number(new URL(address).port));

function stopChild(child: UtilityProcess): Promise<void> {
  return new Promise((done) => {
    const kill = setTimeout(() => child.kill(), 5000);
    child.once('exit', () => {
      clearTimeout(kill);
      done();
    });
    child.postMessage({ type: 'stop' } satisfies ToStation);
  });
}
