/** Many displays that answer an order as pages do, and the same over a bare `ws` server. Times are monotonic, ms. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import type { RunningStation } from '../../../tests/lib/station';

const PING_MS = 5000;
const POLL_MS = 5;
const PATIENCE_MS = 60_000;
const ID = /"id":"(\w{26})"/;

export class Crowd {
  /** One order as it came, and one receipt as it went. */
  sample: Buffer = Buffer.alloc(0);
  reply = '';
  private readonly sockets: WebSocket[] = [];
  private readonly pinging: NodeJS.Timeout;
  private times: number[] = [];

  private constructor(private readonly station: RunningStation) {
    this.pinging = setInterval(() => this.everyone({ type: 'ping', sent: Date.now() }), PING_MS);
  }

  static async connect(station: RunningStation, count: number): Promise<Crowd> {
    const crowd = new Crowd(station);
    const { zone, defaultProfile: profile } = await station.client.station.settings();
    for (let n = 0; n < count; n++) {
      const made = { name: `Bench ${n}`, place: '', zone, profile, fillerPlaylistId: null };
      const { id } = await station.client.displays.create(made);
      const { path } = await station.client.displays.localPage({ id });
      await crowd.join(new URL(path, station.origin).searchParams.get('once') ?? '');
    }
    return crowd;
  }

  begin(): void {
    this.times = [];
  }

  /** When every display has its order: the first's time and the last's. */
  async received(): Promise<{ first: number; last: number }> {
    await until(() => this.times.length >= this.sockets.length);
    return { first: Math.min(...this.times), last: Math.max(...this.times) };
  }

  /** When the station answers that it has every display's receipt. */
  async kept(id: string): Promise<number> {
    await until(async () => {
      const { displays, received } = await this.station.client.takeovers.counts({ id });
      return received === displays;
    });
    return performance.now();
  }

  quiet(): Promise<void> {
    return new Promise((wait) => setTimeout(wait, 1000));
  }

  close(): void {
    clearInterval(this.pinging);
    for (const socket of this.sockets) socket.terminate();
  }

  private async join(code: string): Promise<void> {
    const { origin } = this.station;
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/display/socket`, { origin });
    await once(socket, 'open');
    this.sockets.push(socket);
    const say = (message: object) => socket.send(JSON.stringify(message));
    const page = { userAgent: 'bench', width: 1280, height: 720, version: '1' };
    const hello = (token: string) =>
      say({ type: 'hello', protocol: 1, token, instanceId: `bench-${code.slice(0, 20)}`, page });
    const welcomed = new Promise<void>((resolve) => {
      socket.on('message', (data: Buffer) => {
        const head = data.toString('latin1', 0, 20);
        if (head.startsWith('{"type":"paired"')) hello(JSON.parse(String(data)).token);
        else if (head.startsWith('{"type":"welcome"')) resolve();
        else if (head.startsWith('{"type":"takeovers"')) this.answer(socket, data);
      });
    });
    hello(`once:${code}`);
    await welcomed;
  }

  private answer(socket: WebSocket, data: Buffer): void {
    const takeoverId = ID.exec(data.toString('latin1'))?.[1];
    if (!takeoverId) return;
    this.times.push(performance.now());
    this.sample = data;
    this.reply = JSON.stringify({ type: 'takeover', takeoverId, event: 'received', at: Date.now(), reason: null });
    socket.send(this.reply);
  }

  private everyone(message: object): void {
    for (const socket of this.sockets) socket.send(JSON.stringify(message));
  }
}

/** From the first client's message to the server's last reply, ms, in a loop of their own. */
export async function bareReplies(count: number, rounds: number, order: Buffer, reply: string): Promise<number[]> {
  const http = createServer();
  const server = new WebSocketServer({ server: http });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  let heard = 0;
  let first = 0;
  server.on('connection', (socket) => socket.on('message', () => heard++));
  const url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const clients: WebSocket[] = [];
  for (let n = 0; n < count; n++) {
    const client = new WebSocket(url);
    client.on('message', () => {
      first ||= performance.now();
      client.send(reply);
    });
    await once(client, 'open');
    clients.push(client);
  }
  const spreads: number[] = [];
  for (let round = 0; round < rounds; round++) {
    [heard, first] = [0, 0];
    for (const socket of server.clients) socket.send(order, { binary: false });
    await until(() => heard >= count, 1);
    spreads.push(performance.now() - first);
  }
  for (const client of clients) client.terminate();
  server.close();
  http.close();
  return spreads;
}

async function until(check: () => boolean | Promise<boolean>, everyMs = POLL_MS): Promise<void> {
  for (
    const end = performance.now() + PATIENCE_MS;
    performance.now() < end;
    await new Promise((w) => setTimeout(w, everyMs))
  )
    if (await check()) return;
  throw new Error('a display never got its order, or the station never its receipt');
}
