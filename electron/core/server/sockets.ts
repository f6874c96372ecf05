/** The display socket: upgrades, frames, heartbeats. What the messages mean is the displays room's. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyBaseLogger } from 'fastify';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { DISPLAY_CLOSE, MAX_DISPLAY_MESSAGE_BYTES } from '../../contract/display-protocol';
import { type Gate, isSameOrigin } from './origin';
import type { DisplayConnection, ServerDoors } from './types';

const PATH = '/display/socket';
const PING_EVERY_MS = 5_000;
const DEAD_AFTER_MS = 15_000;
/** Frames that `ws` refuses by itself before anyone sees them, by its error codes. */
const UNTAKEN: Readonly<Record<string, 'tooLarge' | 'notText'>> = {
  WS_ERR_UNSUPPORTED_MESSAGE_LENGTH: 'tooLarge',
  WS_ERR_INVALID_UTF8: 'notText',
};
/** Twice the largest network we measured; a flood of sockets must not take the station's memory. */
const MOST_SOCKETS = 10_000;

export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

export function createSockets(connect: ServerDoors['connectDisplay'], gate: Gate, log: FastifyBaseLogger): Sockets {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_DISPLAY_MESSAGE_BYTES,
    // A compressor per display costs some 300 kB and a pushed timeline its time; the LAN has room for the bytes.
    perMessageDeflate: false,
  });
  const lastHeard = new Map<WebSocket, number>();
  const heartbeat = setInterval(() => beat(lastHeard), PING_EVERY_MS).unref();

  function accept(socket: WebSocket, request: IncomingMessage): void {
    const heard = () => lastHeard.set(socket, performance.now());
    heard();
    socket.on('pong', heard);
    socket.on('message', heard);
    socket.on('close', () => lastHeard.delete(socket));
    socket.on('error', (fault) => log.debug({ err: fault }, 'display socket'));
    serve(socket, request.socket.remoteAddress ?? '', connect, log);
  }

  return {
    upgrade(request, socket, head) {
      const refusal = refuse(request, gate, sockets.clients.size);
      if (refusal) return reject(socket, refusal);
      sockets.handleUpgrade(request, socket, head, (opened) => accept(opened, request));
    },
    close() {
      clearInterval(heartbeat);
      for (const socket of sockets.clients) socket.close(DISPLAY_CLOSE.stopping, 'stopping');
      // Whoever does not answer the close is cut; the station stops within two seconds.
      setTimeout(() => sockets.clients.forEach((socket) => void socket.terminate()), 1_000).unref();
      sockets.close();
    },
  };
}

function beat(lastHeard: Map<WebSocket, number>): void {
  const now = performance.now();
  for (const [socket, at] of lastHeard) {
    if (now - at > DEAD_AFTER_MS) socket.terminate();
    else socket.ping();
  }
}

function serve(
  socket: WebSocket,
  address: string,
  connect: ServerDoors['connectDisplay'],
  log: FastifyBaseLogger,
): void {
  let connection: DisplayConnection | null = null;
  /** A fault in a handler ends this one connection. The display comes again. */
  const guarded = (work: () => void) => {
    try {
      work();
    } catch (fault) {
      log.error({ err: fault }, 'display connection failed');
      socket.close(1011, 'internal');
    }
  };
  socket.on('message', (data, isBinary) => {
    guarded(() => (isBinary ? connection?.untaken('notText') : connection?.message(textOf(data))));
  });
  socket.on('error', (fault) => {
    const why = UNTAKEN[(fault as NodeJS.ErrnoException).code ?? ''];
    if (why) guarded(() => connection?.untaken(why));
  });
  socket.on('close', () => guarded(() => connection?.closed()));
  guarded(() => {
    connection = connect({
      address,
      send: (text) => socket.send(text, { binary: false }),
      close: (code, why) => socket.close(code, why),
      bufferedBytes: () => socket.bufferedAmount,
    });
  });
}

function textOf(data: RawData): string {
  return Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(data as Buffer).toString();
}

function refuse(request: IncomingMessage, gate: Gate, open: number): string | null {
  if (request.url?.split('?')[0] !== PATH) return '404 Not Found';
  if (!gate.allowsHost(request) || !isSameOrigin(request.headers)) return '403 Forbidden';
  return open >= MOST_SOCKETS ? '503 Service Unavailable' : null;
}

function reject(socket: Duplex, status: string): void {
  socket.on('error', () => {});
  // Half open, a refused caller who never hangs up would hold it for ever: no server timeout reaches an upgraded socket.
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
