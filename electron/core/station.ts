/** The composition root: opens the data directory, builds the rooms, and starts and stops everything in order. */
import { join } from 'node:path';
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { Logger } from 'pino';
import type { Language } from '../contract/records/user';
import { reason } from '../contract/scalars';
import { openLog } from '../log';
import { createLive, type Live } from './control/live';
import { type Demo, startDemo } from './demo';
import { createDoors } from './doors';
import { createRooms, type Rooms } from './rooms';
import { createServer, type Server } from './server/server';
import { lockDirectory, openStore, type Store, settingsOf } from './store';
import { watchTroubles } from './troubles';
import { VERSION } from './version';

export interface StationOptions {
  dataDir: string;
  /** Null: 4870, or the next free one above it. 0: any. */
  port: number | null;
  /** The port it had before; tried first, so that cookies and paired displays of that origin stay good. */
  againOn: number | null;
  host: string;
  /** Fills an empty data directory with the demo station. */
  demo: boolean;
  /** Built pages. */
  rendererDir: string;
}

export interface Station {
  /** `http://host:port`. */
  address: string;
  /** One-time address at which the first administrator is made; null when there is one. */
  firstRunAddress(): string | null;
  /** One-time address that opens the console signed in. Only for whoever started this process. */
  desktopAddress(): string;
  /** One-time address of the demo's display page, once it is there; null outside the demo. */
  demoDisplayAddress(): Promise<string | null>;
  /** Tells the station's language, now and whenever it is changed. */
  onLanguage(listener: (language: Language) => void): void;
  stop(): Promise<void>;
}

const USUAL_PORT = 4870;
const PORTS_TRIED = 20;
const clock = { now: () => Date.now() };

/** @throws CannotStart with a sentence for a person */
export async function startStation(options: StationOptions): Promise<Station> {
  const { dataDir } = options;
  const lock = lockDirectory(dataDir);
  const { log, closeLog } = await openLog(join(dataDir, 'logs'), 'station');
  const loop = monitorEventLoopDelay({ resolution: 5 });
  const store = await openStore({ dir: dataDir, clock, log, lock });
  const rooms = await createRooms({ store, clock, log, dataDir });
  const live = liveOf(rooms, store);
  const doors = createDoors({ rooms, store, clock, live, dataDir, loop, addresses: () => server.addresses() });
  const extraHosts = () => settingsOf(store).extraHosts;
  const server = await createServer(doors, { pagesDir: options.rendererDir, dataDir, log, extraHosts });

  let demo: Demo | null = null;
  const stop = async () => {
    await endAll(log, [
      () => demo?.stop(),
      () => server.close(),
      () => live.close(),
      () => rooms.displays.stop(),
      () => rooms.takeovers.stop(),
      () => rooms.recalls.stop(),
      () => rooms.cart.stop(),
      () => rooms.osc.stop(),
      () => rooms.contests.stop(),
      () => rooms.requests.stop(),
      () => rooms.hoaxes.stop(),
      () => rooms.cards.stop(),
      () => rooms.previews.stop(),
      () => rooms.episodes.stop(),
      () => rooms.quality.stop(),
      () => rooms.recordings.stop(),
      () => rooms.cues.stop(),
      () => rooms.spots.stop(),
      () => rooms.shows.stop(),
      () => rooms.rundowns.stop(),
      () => rooms.attachments.stop(),
      () => rooms.rules.stop(),
      () => rooms.makeGoods.stop(),
      () => rooms.submissions.stop(),
      () => rooms.partners.stop(),
      () => rooms.schedule.timelines.stop(),
      () => rooms.library.stop(),
      () => rooms.jobs.stop(),
      () => store.close(),
      () => lock.release(),
    ]);
    loop.disable();
    await closeLog();
  };

  watchTroubles(store, rooms);
  await rooms.library.start();
  await rooms.rules.start();
  rooms.quality.start();
  rooms.schedule.timelines.start();
  rooms.rundowns.start();
  rooms.attachments.start();
  rooms.shows.start();
  rooms.cart.start();
  rooms.cues.start();
  rooms.spots.start();
  rooms.osc.start();
  rooms.recordings.start();
  rooms.episodes.start();
  rooms.partners.start();
  rooms.submissions.start();
  rooms.requests.start();
  rooms.contests.start();
  rooms.cards.start();
  rooms.hoaxes.start();
  await server.warmUp(rooms.users.adminToken);
  const port = await listen(server, options).catch(async (fault: unknown) => {
    await stop();
    throw fault;
  });
  const address = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`;
  lock.announce(address);
  await followNetwork(server, store);
  rooms.jobs.start();
  if (options.demo) demo = startDemo({ rooms, store, clock, log, dataDir });
  measureFromHere(loop);
  log.info({ address, version: VERSION }, 'the station serves');
  sayIfMoved(options.againOn, port, rooms, log);

  return {
    address,
    firstRunAddress: () => withCode(address, '/first-run', rooms.users.firstRunCode()),
    desktopAddress: () => withCode(address, '/desktop', rooms.users.issueDesktopCode()) ?? address,
    demoDisplayAddress: async () => demoDisplay(address, demo),
    onLanguage: (listener) => followLanguage(store, listener),
    stop,
  };
}

function liveOf({ jobs, displays, proof, alerts }: Rooms, store: Store): Live {
  const sources = {
    committed: store.committed,
    jobs: jobs.progressed,
    displays: displays.statuses,
    pairings: displays.pairingsChanged,
    plays: proof.arrived,
    alerts: alerts.changed,
  };
  return createLive(sources, clock, VERSION);
}

/** The port it had before; else without a wish the usual one or one near it; a wish is kept or refused. */
async function listen(server: Server, { host, port, againOn }: StationOptions): Promise<number> {
  const again = againOn === null ? null : await server.listen({ host, port: againOn }).catch(() => null);
  if (again !== null) return again;
  if (port !== null && port !== againOn) return server.listen({ host, port });
  for (let next = USUAL_PORT; next < USUAL_PORT + PORTS_TRIED; next++) {
    const taken = await server.listen({ host, port: next }).catch(() => null);
    if (taken !== null) return taken;
  }
  return server.listen({ host, port: 0 });
}

/** The network switch of the settings, now and whenever it is turned. */
async function followNetwork(server: Server, store: Store): Promise<void> {
  let on = settingsOf(store).displaysOnNetwork;
  if (on) await server.setNetwork(true);
  store.committed.subscribe(({ changes }) => {
    const wanted = settingsOf(store).displaysOnNetwork;
    if (!changes.some(({ record }) => record === 'settings') || wanted === on) return;
    on = wanted;
    void server.setNetwork(on);
  });
}

/** Panels elsewhere know the old address: a person must hear of it. */
function sayIfMoved(before: number | null, now: number, { alerts }: Rooms, log: Logger): void {
  if (before === null || before === now) return;
  log.warn({ before, now }, 'the port of before is taken');
  alerts.raise('station.portMoved', 'warning', reason('station.portMoved', { before, now }));
}

function followLanguage(store: Store, listener: (language: Language) => void): void {
  let said = settingsOf(store).language;
  listener(said);
  store.committed.subscribe(() => {
    const { language } = settingsOf(store);
    if (language === said) return;
    said = language;
    listener(language);
  });
}

/** In this order, and each also when one before it failed: the data directory must not stay locked. */
async function endAll(log: Logger, ends: readonly (() => unknown)[]): Promise<void> {
  for (const end of ends) {
    try {
      await end();
    } catch (fault) {
      log.error({ err: fault }, 'a room did not stop as it should');
    }
  }
}

/** Start-up is not what the loop is judged by. */
function measureFromHere(loop: IntervalHistogram): void {
  setImmediate(() => {
    loop.enable();
    loop.reset();
  });
}

const withCode = (address: string, path: string, code: string | null): string | null =>
  code === null ? null : `${address}${path}?code=${encodeURIComponent(code)}`;

async function demoDisplay(address: string, demo: Demo | null): Promise<string | null> {
  const path = demo ? await demo.displayPage() : null;
  return path === null ? null : `${address}${path}`;
}
