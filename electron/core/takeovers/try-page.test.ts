import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tryPage } from './try-page';

let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/closed') response.setHeader('x-frame-options', 'DENY');
    if (request.url === '/moved') response.writeHead(302, { location: '/closed' });
    if (request.url === '/gone') response.statusCode = 404;
    response.end('<h1>Peta</h1>');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

it('says what keeps a page off the panels, after its redirects', async () => {
  expect(await tryPage(`${origin}/`)).toBeNull();
  expect(await tryPage(`${origin}/closed`)).toMatchObject({ code: 'takeover.pageRefusesFrame' });
  expect(await tryPage(`${origin}/moved`)).toMatchObject({ code: 'takeover.pageRefusesFrame' });
  expect(await tryPage(`${origin}/gone`)).toMatchObject({ code: 'takeover.pageAnswers', params: { status: 404 } });
});

it('says that nobody answers', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => closed.once('listening', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  expect(await tryPage(`http://127.0.0.1:${port}/`)).toMatchObject({ code: 'takeover.pageSilent' });
});
