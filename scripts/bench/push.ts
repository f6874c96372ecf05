/**
 * push: a changed timeline to 1,000 connected displays, against a bare `ws` server broadcasting the same bytes to as many
 * clients. Both are timed from the first client's last byte to the last client's; the wait before the first (commit,
 * compile, bounded delay) is noted beside it.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import type { Booking } from '../../electron/contract/records/booking';
import { day } from '../../tests/lib/booking';
import type { RunningStation } from '../../tests/lib/station';
import { atStation } from './lib/at-station';
import { arrived, type Client, connectAll, PING_MS, ping } from './lib/clients';
import { median, note, report } from './lib/report';

const DISPLAYS = Number(process.env.SUAR_BENCH_DISPLAYS ?? 1000);
const ROUNDS = 7;

await atStation({ assets: 20, plays: 0 }, measure);

async function measure(station: RunningStation): Promise<void> {
  const ids = await makeDisplays(station);
  let booking = await book(station, ids);
  const clients: Client[] = [];
  const pinging = setInterval(() => clients.forEach(ping), PING_MS);
  await connectAll(station, ids, clients);
  await arrived(clients, 120_000);
  const spreads: number[] = [];
  const waits: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const client of clients) client.at = 0;
    const edited = performance.now();
    const dayparts = [{ start: '00:00:00', end: `23:0${round}:00` }];
    booking = await station.client.bookings.update({
      id: booking.id,
      rev: booking.rev,
      draft: { ...booking, dayparts },
    });
    const { first, last } = await arrived(clients, 60_000);
    spreads.push(last - first);
    waits.push(first - edited);
    note(`round ${round}: first after ${Math.round(first - edited)} ms, last ${Math.round(last - first)} ms later`);
  }
  clearInterval(pinging);
  const bytes = clients[0]?.bytes ?? 0;
  for (const { socket } of clients) socket.terminate();
  const text = 'x'.repeat(bytes);
  const reference = await bareBroadcast((socket) => socket.send(text));
  note(
    `${bytes} bytes each; edit to first display ${Math.round(median(waits))} ms; bare broadcast ${Math.round(reference)} ms`,
  );
  const value = median(spreads) / reference;
  report({ bench: 'push', metric: 'last_display_ratio', value, unit: 'ratio', reference });
}

async function makeDisplays(station: RunningStation): Promise<string[]> {
  const { zone, defaultProfile: profile } = await station.client.station.settings();
  const ids: string[] = [];
  for (let number = 0; number < DISPLAYS; number++) {
    const made = { name: `Bench ${number}`, place: '', zone, profile, fillerPlaylistId: null };
    ids.push((await station.client.displays.create(made)).id);
  }
  return ids;
}

/** One booking of a playlist on all of them, through a group, all day. */
async function book(station: RunningStation, displayIds: string[]): Promise<Booking> {
  const group = await station.client.groups.create({ name: 'Bench', displayIds });
  const [playlist] = await station.client.playlists.list();
  if (!playlist) throw new Error('the filled station has no playlist');
  return station.client.bookings.create({
    name: 'Bench',
    what: { kind: 'playlist', playlistId: playlist.id },
    where: { displayIds: [], groupIds: [group.id] },
    how: { kind: 'rotation' },
    from: day(-1),
    to: day(7),
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    dayparts: [{ start: '00:00:00', end: '23:30:00' }],
    zone: 'station',
    paused: false,
  });
}

/** The same bytes from a bare server in a process's own loop, as the findings measured it. ms. */
async function bareBroadcast(send: (socket: WebSocket) => void): Promise<number> {
  const http = createServer();
  const server = new WebSocketServer({ server: http });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const clients = await Promise.all(Array.from({ length: DISPLAYS }, () => plain(url)));
  const spreads: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const client of clients) client.at = 0;
    for (const socket of server.clients) send(socket);
    const { first, last } = await arrived(clients, 60_000);
    spreads.push(last - first);
  }
  for (const { socket } of clients) socket.terminate();
  server.close();
  http.close();
  return median(spreads);
}

async function plain(url: string): Promise<Client> {
  const socket = new WebSocket(url);
  const client: Client = { socket, at: 0, bytes: 0 };
  socket.on('message', () => {
    client.at = performance.now();
  });
  await once(socket, 'open');
  return client;
}
