import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Kit, startKit } from '../../../tests/lib/server-kit';
import { MAX_DISPLAY_MESSAGE_BYTES } from '../../contract/display-protocol';
import type { DisplaySocket } from './types';

let kit: Kit;
let heard: string[];
let closed: number;
let sockets: DisplaySocket[];
beforeEach(async () => {
  heard = [];
  closed = 0;
  sockets = [];
  kit = await startKit({
    doors: {
      connectDisplay(socket) {
        sockets.push(socket);
        return {
          message(text) {
            if (text === 'break') throw new Error('broken');
            heard.push(text);
            socket.send(`heard ${text}`);
          },
          untaken(why) {
            heard.push(`untaken ${why}`);
            socket.close(4003, why);
          },
          closed: () => {
            closed += 1;
          },
        };
      },
    },
  });
});
afterEach(() => kit.close());

const open = (path = '/display/socket', headers: Record<string, string> = {}) =>
  new WebSocket(`ws://127.0.0.1:${kit.port}${path}`, { headers });
const opened = (socket: WebSocket) =>
  new Promise<number>((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode ?? 0));
    socket.on('error', () => {});
  });
const ended = (socket: WebSocket) => new Promise<number>((resolve) => socket.on('close', resolve));
const answer = (socket: WebSocket) =>
  new Promise<string>((resolve) => socket.once('message', (data) => resolve(String(data))));

describe('the display socket', () => {
  it('sends bytes as the text they are', async () => {
    const socket = open();
    await opened(socket);
    await expect.poll(() => sockets).toHaveLength(1);
    sockets[0]?.send(Buffer.from('{"nama":"Pédoman ☂"}'));
    const got = new Promise((resolve) => socket.once('message', (data, isBinary) => resolve([String(data), isBinary])));
    expect(await got).toEqual(['{"nama":"Pédoman ☂"}', false]);
    sockets[0]?.send('next');
    expect(await answer(socket)).toBe('next');
  });

  it('carries text both ways and says who is there', async () => {
    const socket = open();
    expect(await opened(socket)).toBe(101);
    socket.send('{"type":"hello"}');
    expect(await answer(socket)).toBe('heard {"type":"hello"}');
    expect(sockets[0]?.address).toBe('127.0.0.1');
    expect(sockets[0]?.bufferedBytes()).toBe(0);
    sockets[0]?.close(4001, 'revoked');
    expect(await ended(socket)).toBe(4001);
    await expect.poll(() => closed).toBe(1);
  });

  it('takes its own page and programs, and no other site', async () => {
    expect(await opened(open('/display/socket', { origin: kit.origin }))).toBe(101);
    expect(await opened(open('/display/socket', { origin: 'http://evil.example' }))).toBe(403);
    expect(await opened(open('/display/socket', { host: 'evil.example', origin: 'http://evil.example' }))).toBe(403);
    expect(sockets).toHaveLength(1);
  });

  it.each(['/', '/display', '/display/socket/more', '/rpc', '/api/live'])('upgrades nothing at %s', async (path) => {
    expect(await opened(open(path))).toBe(404);
  });

  it('closes on what is too large, binary or broken, and goes on with the others', async () => {
    const good = open();
    await opened(good);
    const attempts: [string | Buffer, number][] = [
      ['x'.repeat(MAX_DISPLAY_MESSAGE_BYTES + 1), 1009],
      [Buffer.from([1, 2, 3]), 4003],
      ['break', 1011],
    ];
    for (const [message, code] of attempts) {
      const socket = open();
      await opened(socket);
      socket.send(message);
      expect(await ended(socket)).toBe(code);
    }
    good.send('still here');
    expect(await answer(good)).toBe('heard still here');
    expect(heard).toEqual(['untaken tooLarge', 'untaken notText', 'still here']);
    await expect.poll(() => closed).toBe(3);
  });

  it('survives frames that are none', async () => {
    const socket = open();
    const raw = new Promise<Socket>((resolve) => socket.on('upgrade', (response) => resolve(response.socket)));
    await opened(socket);
    (await raw).write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
    expect(await ended(socket)).toBe(1002);
    expect((await fetch(`${kit.origin}/healthz`)).status).toBe(200);
  });

  it('notices a peer that no longer answers', { timeout: 40_000 }, async () => {
    const silent = new WebSocket(`ws://127.0.0.1:${kit.port}/display/socket`, { autoPong: false });
    const alive = open();
    await Promise.all([opened(silent), opened(alive)]);
    const started = performance.now();
    expect(await ended(silent)).toBe(1006);
    expect(performance.now() - started).toBeGreaterThan(14_000);
    expect(performance.now() - started).toBeLessThan(32_000);
    expect(alive.readyState).toBe(WebSocket.OPEN);
  });
});

describe('stopping', () => {
  it('ends sockets with 1001, and soon those that do not answer', async () => {
    const socket = open();
    const stuck = open();
    await Promise.all([opened(socket), opened(stuck)]);
    const code = ended(socket);
    stuck.pause();
    const started = performance.now();
    await kit.server.close();
    expect(performance.now() - started).toBeLessThan(8_000);
    expect(await code).toBe(1001);
    stuck.resume();
  });
});
