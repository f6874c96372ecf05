/** A stand-in for the station as a display sees it: the built page, media by ranges and the real protocol, held in memory. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { type WebSocket, WebSocketServer } from 'ws';
import { DISPLAY_CLOSE, FromDisplay, type ToDisplay } from '../../../electron/contract/display-protocol';
import type { PlayReport } from '../../../electron/contract/records/play';
import type { Timeline } from '../../../electron/contract/records/timeline';
import { reason } from '../../../electron/contract/scalars';
import { newId } from '../../../electron/contract/ulid';
import type { MadeClip } from './clips';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** As strict as the product's: what the page does must do without more. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self' ws:; worker-src 'self'; font-src 'self'";

const ABOUT = { stationName: 'Diskominfo Tirtaraya', language: 'id', zone: 'Asia/Jakarta' };

export interface DisplayStationOptions {
  pageDir: string;
  width?: number;
  height?: number;
}

export class DisplayStation {
  readonly displayId = newId();
  readonly code = 'AB12CD';
  token: string | null = null;
  /** Plays in the order of arrival, each as often as it came. */
  readonly plays: PlayReport[] = [];
  readonly messages: FromDisplay[] = [];
  readonly requests: string[] = [];
  /** Files that are answered with other bytes so many times. */
  readonly corrupt = new Map<string, number>();
  readonly absent = new Set<string>();
  /** Takes connections and says nothing on them. */
  deaf = false;
  /** Another page holds this display. */
  inUse = false;
  /** What is added to the station's clock. */
  clockOffMs = 0;
  /** Acknowledge plays; off, the station takes them and says nothing. */
  acknowledges = true;
  private readonly files = new Map<string, MadeClip>();
  private timeline: Timeline | null = null;
  private revision = 0;
  private server: Server | null = null;
  private readonly sockets = new Set<WebSocket>();
  private waiting: WebSocket | null = null;
  port = 0;

  constructor(private readonly options: DisplayStationOptions) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => void this.answer(request, response));
    const hub = new WebSocketServer({ server, path: '/display/socket' });
    hub.on('connection', (socket) => this.connected(socket));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** As a killed process: every connection breaks, nothing is said. */
  async kill(): Promise<void> {
    for (const socket of this.sockets) socket.terminate();
    this.sockets.clear();
    const { server } = this;
    this.server = null;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  }

  offer(...clips: MadeClip[]): void {
    for (const made of clips) this.files.set(made.clip.hash, made);
  }

  /** Lays items end to end from `start` on and pushes them. */
  air(items: readonly { made: MadeClip; ms: number }[], start: number, fillers: readonly MadeClip[] = []): Timeline {
    const all = [...items.map((item) => item.made), ...fillers];
    this.offer(...all);
    const clips = all.map(({ clip }) =>
      fillers.some((f) => f.clip === clip) ? { ...clip, because: reason('why.filler') } : clip,
    );
    let at = start;
    const entries = items.map(({ ms }, index): [number, number, number] => {
      at += ms;
      return [index, at - ms, ms];
    });
    return this.push({ from: start, until: at, clips, entries });
  }

  push(what: Pick<Timeline, 'from' | 'until' | 'clips' | 'entries'>): Timeline {
    this.revision += 1;
    this.timeline = {
      displayId: this.displayId,
      revision: this.revision,
      countedAt: this.revision,
      fit: 'contain',
      skipped: [],
      ...what,
    };
    for (const message of messagesOf(this.timeline)) this.broadcast(message);
    return this.timeline;
  }

  /** What an operator does with the code. */
  confirm(): void {
    this.token = `token-${newId()}`;
    if (this.waiting) send(this.waiting, { type: 'paired', displayId: this.displayId, token: this.token });
  }

  revoke(): void {
    this.token = null;
    for (const socket of this.sockets) this.refuse(socket);
  }

  broadcast(message: ToDisplay): void {
    for (const socket of this.sockets) send(socket, message);
  }

  private tellInUse(socket: WebSocket): void {
    send(socket, { type: 'refused', why: 'inUse', reason: reason('refused.inUse') });
    socket.close(DISPLAY_CLOSE.inUse);
  }

  private refuse(socket: WebSocket): void {
    send(socket, { type: 'refused', why: 'revoked', reason: reason('fail.revoked') });
    socket.close(DISPLAY_CLOSE.revoked);
  }

  private connected(socket: WebSocket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('message', (data) => {
      if (!this.deaf) this.heard(socket, FromDisplay.parse(JSON.parse(String(data))));
    });
  }

  private heard(socket: WebSocket, message: FromDisplay): void {
    const received = Date.now() + this.clockOffMs;
    if (message.type === 'ping') send(socket, { type: 'pong', sent: message.sent, received, replied: received });
    else this.messages.push(message);
    if (message.type === 'hello') this.greet(socket, message.token);
    if (message.type === 'plays') this.takePlays(socket, message.plays);
  }

  private takePlays(socket: WebSocket, plays: readonly PlayReport[]): void {
    this.plays.push(...plays);
    if (this.acknowledges) send(socket, { type: 'acknowledged', refused: [], ids: plays.map((play) => play.id) });
  }

  private greet(socket: WebSocket, token: string | null): void {
    if (token === null || token === `once:${this.code}`) {
      this.waiting = socket;
      if (token) this.confirm();
      else send(socket, { type: 'pairing', code: this.code, expiresAt: Date.now() + 600_000, ...ABOUT });
    } else if (token === this.token && this.inUse) this.tellInUse(socket);
    else if (token === this.token) this.welcome(socket);
    else this.refuse(socket);
  }

  private welcome(socket: WebSocket): void {
    const { width = 512, height = 256 } = this.options;
    const profile = { width, height, fit: 'contain' as const, frameRate: 25 as const, loudnessLufs: null };
    send(socket, {
      type: 'welcome',
      displayId: this.displayId,
      name: 'VT-01 Alun-alun',
      profile,
      groupIds: [],
      site: '',
      ...ABOUT,
    });
    if (this.timeline) for (const message of messagesOf(this.timeline)) send(socket, message);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', this.url).pathname;
    this.requests.push(path);
    if (path.startsWith('/media/')) return this.answerMedia(request, response, path.slice('/media/'.length));
    const file = path === '/display' ? 'display/index.html' : normalize(path).replace(/^[/\\.]+/, '');
    try {
      const body = await readFile(join(this.options.pageDir, file));
      const headers = {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': POLICY,
      };
      response.writeHead(200, headers).end(body);
    } catch {
      response.writeHead(404).end();
    }
  }

  private async answerMedia(request: IncomingMessage, response: ServerResponse, hash: string): Promise<void> {
    const made = this.files.get(hash);
    if (request.headers.authorization !== `Bearer ${this.token}`) return void response.writeHead(401).end();
    if (!made || this.absent.has(hash)) return void response.writeHead(404).end();
    const { size } = await stat(made.path);
    const left = this.corrupt.get(hash) ?? 0;
    if (left > 0) {
      this.corrupt.set(hash, left - 1);
      return void response.writeHead(200).end(Buffer.alloc(size, 7));
    }
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': size - from });
    createReadStream(made.path, { start: from }).pipe(response);
  }
}

function messagesOf({ clips, entries, skipped, ...timeline }: Timeline): ToDisplay[] {
  return [
    { type: 'timeline', timeline },
    { type: 'entries', clips, entries, skipped },
  ];
}

function send(socket: WebSocket, message: ToDisplay): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
}
