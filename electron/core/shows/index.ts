/** Builds the shows room: rundowns being run, and their logs. */
import type { Logger } from 'pino';
import type { HandlersOf } from '../../contract/api/handlers';
import type { showsApi } from '../../contract/api/shows';
import type { RundownItem } from '../../contract/records/rundown-item';
import type { Clock, Store } from '../store';
import { showHandlers } from './commands';
import { createRemote } from './remote';
import { Roller } from './roller';

export interface ShowsOptions {
  store: Store;
  clock: Clock;
  log: Logger;
  /** Of a rundown, as last committed. */
  items: (rundownId: string) => readonly RundownItem[];
  /** Goes on evenly whatever the clock is set to, ms. */
  monotonic?: () => number;
  /** The station's clock was set while a show is on air, and the shows have followed. */
  onClockSet: () => void;
}

export interface ShowsRoom {
  handlers: HandlersOf<typeof showsApi>;
  /** From here on what takes itself is taken. */
  start(): void;
  stop(): void;
}

export function createShows({ monotonic = () => performance.now(), ...need }: ShowsOptions): ShowsRoom {
  const roller = new Roller({ ...need, monotonic });
  const turns = showHandlers(need);
  return {
    handlers: { ...turns, remote: createRemote({ store: need.store, monotonic, turns }) },
    start: () => roller.start(),
    stop: () => roller.stop(),
  };
}
