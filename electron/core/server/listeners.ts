/** The ports the station listens on: one of its own, and one per network address while that is turned on. */
import { createServer, type Server as HttpServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyBaseLogger } from 'fastify';
import { CannotStart } from '../../contract/failure';
import { type Reason, reason } from '../../contract/scalars';
import { networkAddresses } from './network';

const LOOK_EVERY_MS = 30_000;
/** Browsers reuse a connection for a minute; closing it first makes their next request fail. */
const KEEP_ALIVE_MS = 72_000;

export interface Listeners {
  /** @returns the port taken. @throws CannotStart that says what to do. */
  listen(at: { host: string; port: number }): Promise<number>;
  setNetwork(on: boolean): Promise<void>;
  /** `http://host:port` of each, the first one first. */
  addresses(): string[];
  /** Whether anything but loopback is listened on. */
  onNetwork(): boolean;
  /** Takes no new connection, gives the open ones `graceMs`, then cuts them. */
  close(graceMs: number): Promise<void>;
}

interface Handlers {
  request: RequestListener;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export function createListeners(handlers: Handlers, log: FastifyBaseLogger): Listeners {
  const servers = new Map<string, HttpServer>();
  let main: { host: string; port: number } | null = null;
  let watch: NodeJS.Timeout | null = null;
  /** Changes one after the other, so that a quick off follows an on. */
  let turn: Promise<void> = Promise.resolve();

  async function open(host: string, port: number): Promise<number> {
    const server = createServer({ requestTimeout: 0, headersTimeout: 60_000, keepAliveTimeout: KEEP_ALIVE_MS });
    server.on('request', handlers.request);
    server.on('upgrade', handlers.upgrade);
    await listening(server, host, port);
    server.on('error', (fault) => log.error({ err: fault, host }, 'listener'));
    servers.set(host, server);
    return (server.address() as AddressInfo).port;
  }

  /** Opens what is missing and closes what is gone. */
  async function follow(wanted: readonly string[]): Promise<void> {
    if (!main) return;
    for (const [host, server] of servers) {
      if (host === main.host || wanted.includes(host)) continue;
      servers.delete(host);
      server.close();
      server.closeAllConnections();
    }
    for (const host of wanted) {
      if (servers.has(host)) continue;
      await open(host, main.port).catch((fault) => log.warn({ err: fault, host }, 'cannot listen on this address'));
    }
  }

  const later = (wanted: () => readonly string[]) => {
    turn = turn
      .then(() => follow(wanted()))
      .catch((fault) => log.warn({ err: fault }, 'the network addresses could not be followed'));
    return turn;
  };
  const network = () => (main && coversAll(main.host) ? [] : networkAddresses());

  return {
    async listen({ host, port }) {
      const taken = await open(host, port);
      main = { host, port: taken };
      return taken;
    },
    setNetwork(on) {
      if (watch) clearInterval(watch);
      watch = on ? setInterval(() => later(network), LOOK_EVERY_MS).unref() : null;
      return later(on ? network : () => []);
    },
    addresses() {
      const port = main?.port ?? 0;
      const hosts = [...servers.keys()].flatMap((host) => (coversAll(host) ? everyAddress() : host));
      return hosts.map((host) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`);
    },
    onNetwork: () => [...servers.keys()].some((host) => !isLoopback(host)),
    async close(graceMs) {
      if (watch) clearInterval(watch);
      await turn;
      await Promise.all([...servers.values()].map((server) => closed(server, graceMs)));
      servers.clear();
    },
  };
}

function listening(server: HttpServer, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => reject(explained(fault, host, port)));
    server.listen({ host, port, ipv6Only: host === '::' ? undefined : host.includes(':') }, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
}

/** For the terminal, and the same as a reason for a window. */
function explained(fault: NodeJS.ErrnoException, host: string, port: number): CannotStart {
  const say: Record<string, [string, Reason]> = {
    EADDRINUSE: [
      `Port ${port} on ${host} is already in use. Close the program that holds it, or choose another with --port.`,
      reason('station.portInUse', { port, host }),
    ],
    EACCES: [
      `Port ${port} on ${host} needs rights this user does not have. Choose one above 1023 with --port.`,
      reason('station.portForbidden', { port, host }),
    ],
    EADDRNOTAVAIL: [
      `This machine has no address ${host}. Choose another with --host, such as 127.0.0.1.`,
      reason('station.noAddress', { host }),
    ],
    ENOTFOUND: [
      `The name ${host} is not known here. Choose another with --host, such as 127.0.0.1.`,
      reason('station.noAddress', { host }),
    ],
  };
  const [words, why] = say[fault.code ?? ''] ?? [
    `Cannot listen on ${host}:${port}: ${fault.message}`,
    reason('station.cannotListen', { port, host, detail: fault.message }),
  ];
  return new CannotStart(words, why, fault);
}

function closed(server: HttpServer, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

const everyAddress = () => ['127.0.0.1', ...networkAddresses()];

function coversAll(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
