/** The same room behind real sockets: many displays at once, and a page that breaks off. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { ToDisplay } from '../../contract/display-protocol';
import { caller, fields, type Kit, openKit, timeline } from './display-kit';

let kit: Kit;
let server: Server;
let sockets: WebSocketServer;
beforeEach(async () => {
  kit = await openKit();
  server = createServer().listen(0, '127.0.0.1');
  sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, request) => {
    const connection = kit.displays.connect({
      address: request.socket.remoteAddress ?? '',
      send: (text) => socket.send(text),
      close: (code, why) => socket.close(code, why),
      bufferedBytes: () => socket.bufferedAmount,
    });
    socket.on('message', (data) => connection.message(String(data)));
    socket.on('close', () => connection.closed());
  });
  await once(server, 'listening');
});
afterEach(async () => {
  for (const socket of sockets.clients) socket.terminate();
  sockets.close();
  server.close();
  await kit.close();
});

async function join(): Promise<{ id: string; socket: WebSocket; next(type: ToDisplay['type']): Promise<ToDisplay> }> {
  const { id } = await kit.displays.handlers.displays.create(fields, caller);
  const { path } = await kit.displays.handlers.displays.localPage({ id }, caller);
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await once(socket, 'open');
  const next = (type: ToDisplay['type']) =>
    new Promise<ToDisplay>((resolve) => {
      const hear = (data: unknown) => {
        const message = JSON.parse(String(data));
        if (message.type !== type) return;
        socket.off('message', hear);
        resolve(ToDisplay.parse(message));
      };
      socket.on('message', hear);
    });
  const hello = (token: string) => {
    const page = { userAgent: 'test', width: 1, height: 1, version: '1' };
    socket.send(JSON.stringify({ type: 'hello', protocol: 1, token, instanceId: `page-${id}`, page }));
  };
  const paired = next('paired');
  hello(`once:${new URL(path, 'http://x').searchParams.get('once')}`);
  const welcome = next('welcome');
  hello(((await paired) as Extract<ToDisplay, { type: 'paired' }>).token);
  await welcome;
  return { id, socket, next };
}

it('pushes two days of timeline to two hundred displays with a turn of the loop between each', async () => {
  const displays = [];
  for (let n = 0; n < 200; n += 1) displays.push(await join());
  const long = displays.map(({ id }) => timeline(id, 2, 5760));
  const arrived = displays.map(({ next }) => next('timeline'));
  let turns = 0;
  let counting = true;
  const count = () => {
    turns += 1;
    if (counting) setImmediate(count);
  };
  for (const [n, { id }] of displays.entries()) kit.displays.pushTimeline(id, long[n] as (typeof long)[number]);
  count();
  const received = await Promise.all(arrived);
  counting = false;
  const ids = received.map((message) => (message.type === 'timeline' ? message.timeline.displayId : null));
  expect(ids).toEqual(displays.map(({ id }) => id));
  // The loop turned at least once for each display: nobody else waits for all of them.
  expect(turns).toBeGreaterThanOrEqual(displays.length);
}, 60_000);

it('knows that a page has broken off', async () => {
  const { id, socket } = await join();
  const status = async () =>
    (await kit.displays.handlers.displays.list(undefined, caller)).find((one) => one.display.id === id);
  expect((await status())?.status.connected).toBe(true);
  socket.terminate();
  await expect.poll(async () => (await status())?.status.connected).toBe(false);
});
