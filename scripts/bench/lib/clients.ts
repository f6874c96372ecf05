/** Test displays of a benchmark: bare sockets that hear timelines and say only what a display must. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { RunningStation } from '../../../tests/lib/station';

export interface Client {
  socket: WebSocket;
  /** When the newest timeline had arrived whole; 0 while waiting. */
  at: number;
  bytes: number;
}

/** Displays speak at least so often; the station takes a silent one for gone. */
export const PING_MS = 5000;

export async function connectAll(station: RunningStation, ids: readonly string[], clients: Client[]): Promise<void> {
  for (const id of ids) {
    const { path } = await station.client.displays.localPage({ id });
    const code = new URL(path, station.origin).searchParams.get('once') ?? '';
    clients.push(await connect(station.origin, code));
  }
}

async function connect(origin: string, code: string): Promise<Client> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/display/socket`, { origin });
  const client: Client = { socket, at: 0, bytes: 0 };
  const instanceId = `bench-${code.slice(0, 20)}`;
  const hello = (token: string) =>
    socket.send(
      JSON.stringify({
        type: 'hello',
        protocol: 1,
        token,
        instanceId,
        page: { userAgent: 'bench', width: 1280, height: 720, version: '1' },
      }),
    );
  socket.on('message', (data) => {
    const bytes = data as Buffer;
    // Only as much is read as tells what it is: the bare clients read nothing either.
    const head = bytes.toString('latin1', 0, 20);
    if (head.startsWith('{"type":"timeline"')) client.bytes = bytes.length;
    else if (head.startsWith('{"type":"entries"')) {
      client.at = performance.now();
      client.bytes += bytes.length;
    } else if (head.startsWith('{"type":"paired"')) hello(JSON.parse(String(bytes)).token);
  });
  await once(socket, 'open');
  hello(`once:${code}`);
  return client;
}

export function ping({ socket }: Client): void {
  socket.send(JSON.stringify({ type: 'ping', sent: Date.now() }));
}

/** When all have it: the first's time and the last's. */
export async function arrived(
  clients: readonly Client[],
  patienceMs: number,
  lookMs = 20,
): Promise<{ first: number; last: number }> {
  const until = performance.now() + patienceMs;
  while (clients.some(({ at }) => at === 0)) {
    if (performance.now() > until) throw new Error('a display never got its timeline');
    await new Promise((wait) => setTimeout(wait, lookMs));
  }
  const times = clients.map(({ at }) => at);
  return { first: Math.min(...times), last: Math.max(...times) };
}
