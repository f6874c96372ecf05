/** The live feed against a real oRPC server that goes away and comes back. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/node';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { api } from '../../electron/contract/api';
import type { LiveEvent } from '../../electron/contract/live';
import { eventually } from '../../tests/lib/eventually';

const page = { origin: '' };
vi.stubGlobal('location', page);
const { orpc } = await import('./client');
const { connection } = await import('./connection');
const { backOffMs } = await import('./back-off');
const { followStation, openFeedAhead } = await import('./live');
const { stationNow } = await import('./station-clock');

const AHEAD_MS = 3_600_000;
let station: Station | null = null;
let gone = new AbortController();
afterEach(async () => {
  gone.abort();
  await station?.stop();
});

interface Station {
  port: number;
  say(event: LiveEvent): void;
  followers(): number;
  stop(): Promise<void>;
}

/** Serves `station.live` alone: hello, then what the test says. */
async function startStation(port = 0): Promise<Station> {
  const said: LiveEvent[] = [];
  let wake = () => {};
  let followers = 0;
  const os = implement({ station: { live: api.station.live } });
  const live = os.station.live.handler(async function* ({ signal }) {
    followers += 1;
    signal?.addEventListener('abort', () => {
      followers -= 1;
      wake();
    });
    yield { type: 'hello' as const, stationTime: Date.now() + AHEAD_MS, version: '1' };
    while (!signal?.aborted) {
      while (said.length > 0) yield said.shift() as LiveEvent;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  });
  const handler = new RPCHandler(os.router({ station: { live } }));
  const sockets = new Set<Socket>();
  const server: Server = createServer((request, answer) => void handler.handle(request, answer, { prefix: '/rpc' }));
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    followers: () => followers,
    say: (event) => {
      said.push(event);
      wake();
    },
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Answers what is asked anew from now on. */
function follow() {
  const queries = new QueryClient();
  const invalidated = vi.spyOn(queries, 'invalidateQueries');
  gone = new AbortController();
  void followStation(queries, gone.signal);
  return invalidated;
}

it('follows the station, learns its clock, and takes the feed up again after the station was away', async () => {
  station = await startStation();
  page.origin = `http://127.0.0.1:${station.port}`;
  const invalidated = follow();

  await eventually(() => expect(connection.state()).toBe('open'));
  expect(Math.abs(stationNow() - Date.now() - AHEAD_MS)).toBeLessThan(1000);

  station.say({ type: 'changed', records: [{ record: 'playlist', id: 'A' }] });
  const asked = () => invalidated.mock.calls.map(([filters]) => JSON.stringify(filters?.queryKey));
  await eventually(() => expect(asked()).toContain(JSON.stringify(orpc.playlists.key())));
  expect(asked()).not.toContain(JSON.stringify(orpc.users.key()));

  const { port } = station;
  await station.stop();
  await eventually(() => expect(connection.state()).toBe('lost'));
  invalidated.mockClear();
  station = await startStation(port);
  await eventually(() => expect(connection.state()).toBe('open'));
  expect(invalidated).toHaveBeenCalledWith(undefined, { cancelRefetch: true });
});

it('asks nothing anew where the feed was opened before the first question, and ends with the page', async () => {
  station = await startStation();
  page.origin = `http://127.0.0.1:${station.port}`;
  openFeedAhead();
  const invalidated = follow();

  station.say({ type: 'changed', records: [{ record: 'user', id: 'A' }] });
  const keys = () => invalidated.mock.calls.map(([filters]) => filters?.queryKey);
  await eventually(() => expect(keys()).toContainEqual(orpc.users.key()));
  expect(keys()).not.toContain(undefined);
  station.say({ type: 'hello', stationTime: Date.now(), version: '1' });
  await eventually(() => expect(keys()).toContain(undefined));
  gone.abort();
  await eventually(() => expect(station?.followers()).toBe(0));
});

it('opens its own where the one ahead was refused', async () => {
  page.origin = 'http://127.0.0.1:1';
  openFeedAhead();
  station = await startStation();
  page.origin = `http://127.0.0.1:${station.port}`;
  const invalidated = follow();
  await eventually(() => expect(invalidated).toHaveBeenCalled());
});

it('waits longer each time, up to a bound, and never all consoles at once', () => {
  const middle = [0, 1, 2, 3, 4, 5, 50].map((attempt) => backOffMs(attempt, () => 0.5));
  expect(middle).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
  expect(backOffMs(3, () => 0)).toBe(3000);
  expect(backOffMs(3, () => 0.999)).toBeGreaterThan(4900);
});
