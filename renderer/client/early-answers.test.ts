/** Against a real server: what is asked before the client is there is handed out once. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { askEarly, earlyAnswer } from './early-answers';

const asked: string[] = [];
const server = createServer((request, answer) => {
  asked.push(`${request.method} ${request.url}`);
  answer.end('{"json":{"user":null}}');
});
const plainFetch = fetch;
let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // A page's fetch takes an address without its origin.
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => plainFetch(origin + path, init));
});
afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});

it('asks at once and hands the answer to the first who wants it', async () => {
  askEarly('auth/status');
  await expect.poll(() => asked).toEqual(['POST /rpc/auth/status']);
  expect(earlyAnswer(`${origin}/rpc/jobs/list`)).toBeNull();
  const answer = await earlyAnswer(`${origin}/rpc/auth/status`);
  expect(await answer?.json()).toEqual({ json: { user: null } });
  expect(earlyAnswer(`${origin}/rpc/auth/status`)).toBeNull();
});
