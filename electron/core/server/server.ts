/** Builds the server: routes, sockets, listeners, and their common end. */
import { setMaxListeners } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createApp } from './app';
import { createListeners } from './listeners';
import { createGate } from './origin';
import { createSockets } from './sockets';
import type { ServerDoors } from './types';
import { warmUp } from './warm-up';

export interface ServerOptions {
  /** What Vite built (`dist/renderer`); null serves no pages. */
  pagesDir: string | null;
  dataDir: string;
  log: Logger;
  /** Names under which browsers reach the station, beyond this machine's own; read at every request. */
  extraHosts(): readonly string[];
}

export interface Server {
  /**
   * Begins to answer; `port` 0 takes any free one. Also takes up uploads that a crash left.
   * @returns the port taken. @throws CannotStart whose message says which port and what to do.
   */
  listen(at: { host: string; port: number }): Promise<number>;
  /** Before `listen`: answers what consoles ask first a few times, so that their first answers are quick. */
  warmUp(bearer: string): Promise<void>;
  /** Listens on this machine's network addresses too, at the same port, and follows them as they change. */
  setNetwork(on: boolean): Promise<void>;
  /** Where it listens, `http://host:port`. */
  addresses(): string[];
  /** Ends live streams and sockets, lets calls under way finish, and is over within two seconds. */
  close(): Promise<void>;
}

/** Time for what is under way to finish. A socket that does not answer its close is cut after one second. */
const GRACE_MS = 1_500;

export async function createServer(doors: ServerDoors, options: ServerOptions): Promise<Server> {
  const { pagesDir, dataDir, log, extraHosts } = options;
  const uploadsDir = join(dataDir, 'uploads');
  await mkdir(uploadsDir, { recursive: true });
  const stopping = new AbortController();
  // Every open stream listens.
  setMaxListeners(0, stopping.signal);
  const gate = createGate({ extraHosts, onNetwork: () => listeners.onNetwork() });
  const { app, uploads } = await createApp({ doors, gate, log, pagesDir, uploadsDir, stopping: stopping.signal });
  const sockets = createSockets(doors.connectDisplay, gate, log);
  const listeners = createListeners({ request: app.routing, upgrade: sockets.upgrade }, log);

  return {
    async listen(at) {
      const port = await listeners.listen(at);
      uploads.start();
      return port;
    },
    async warmUp(bearer) {
      const unanswered = await warmUp(app, bearer);
      if (unanswered.length > 0) log.warn({ unanswered }, 'questions of the warm-up were not answered');
    },
    setNetwork: listeners.setNetwork,
    addresses: listeners.addresses,
    async close() {
      stopping.abort();
      sockets.close();
      await listeners.close(GRACE_MS);
      await app.close();
    },
  };
}
