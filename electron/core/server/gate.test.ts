import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Kit, PASSWORD, rpc, signedIn, startKit } from '../../../tests/lib/server-kit';
import { hostName } from './origin';

let kit: Kit;
let pagesDir: string;
let cookie: string;
beforeAll(async () => {
  pagesDir = await mkdtemp(join(tmpdir(), 'suar-pages-'));
  for (const page of ['operator', 'display']) await mkdir(join(pagesDir, page));
  await mkdir(join(pagesDir, 'assets'));
  const meta = '<meta property="csp-nonce" nonce="__SUAR_NONCE__">';
  await writeFile(join(pagesDir, 'operator/index.html'), `<!doctype html><head>${meta}</head>operator`);
  await writeFile(join(pagesDir, 'display/index.html'), '<!doctype html>display');
  await writeFile(join(pagesDir, 'assets/main-abc.js'), 'export {}');
  await writeFile(join(pagesDir, 'assets/main-abc.js.br'), brotliCompressSync('export {}'));
  kit = await startKit({ pagesDir, extraHosts: ['media.tirtaraya.example'] });
  ({ cookie } = await signedIn(kit, 'operator'));
});
afterAll(async () => {
  await kit.close();
  await rm(pagesDir, { recursive: true });
});

describe('host', () => {
  const status = async (host: string) => (await ask(kit, '/healthz', { headers: { host } })).status;

  it.each(['localhost', 'localhost:1', '127.0.0.1:4870', '[::1]:99', 'MEDIA.tirtaraya.example:4870'])(
    'answers to %s',
    async (host) => expect(await status(host)).toBe(200),
  );

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '192.0.2.7',
    'x@localhost',
    'local host',
  ])('refuses "%s", pages and media alike', async (host) => {
    const paths = ['/', '/healthz', '/display', '/assets/main-abc.js', '/rpc/auth/status', '/uploads', '/nothing'];
    for (const path of paths) {
      const answer = await ask(kit, path, { headers: { host } });
      expect([400, 403], path).toContain(answer.status);
    }
  });

  it('reads names as URLs do', () => {
    expect(hostName('[::1]:80')).toBe('[::1]');
    expect(hostName('A.B:8')).toBe('a.b');
    expect(hostName('a/b')).toBeNull();
    expect(hostName(undefined)).toBeNull();
  });
});

describe('origin', () => {
  const signOut = (headers: Record<string, string>) => rpc(kit, 'station.undo', undefined, { cookie, ...headers });

  it('takes its own pages and programs', async () => {
    expect((await signOut({ origin: kit.origin })).failure?.code).toBe('nothingToUndo');
    expect((await signOut({})).failure?.code).toBe('nothingToUndo');
    const host = 'localhost:5173';
    expect((await signOut({ host, origin: `http://${host}` })).failure?.code).toBe('nothingToUndo');
  });

  it.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'http://localhost', 'file://', 'chrome-extension://x'])(
    'refuses a change from %s',
    async (origin) => {
      expect((await signOut({ origin })).failure?.code).toBe('notAllowed');
      const upload = { method: 'POST', headers: { cookie, origin, 'tus-resumable': '1.0.0', 'upload-length': '1' } };
      expect((await ask(kit, '/uploads', upload)).status).toBe(403);
    },
  );

  it('refuses a change that a browser says comes from another site', async () => {
    expect((await signOut({ 'sec-fetch-site': 'cross-site' })).failure?.code).toBe('notAllowed');
  });

  it('gives no other site leave to read', async () => {
    for (const path of ['/rpc/auth/status', '/uploads', '/healthz']) {
      const { headers } = await ask(kit, path, { headers: { origin: 'http://evil.example', cookie } });
      expect(headers['access-control-allow-origin'], path).toBeUndefined();
    }
  });
});

describe('pages', () => {
  it('sends the console for client routes and the display page for displays', async () => {
    for (const path of ['/', '/library/01ABC', '/first-run?code=x.y', '/displays', '/displays/01ABC']) {
      const answer = await ask(kit, path, { headers: { accept: 'text/html' } });
      expect([answer.status, answer.text.endsWith('operator')], path).toEqual([200, true]);
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
    for (const path of ['/display', '/display/', '/display?pair=1']) {
      expect((await ask(kit, path)).text, path).toBe('<!doctype html>display');
    }
    for (const path of ['/assets/gone.js', '/api/gone', '/media/gone', '/favicon.png']) {
      expect([401, 404], path).toContain((await ask(kit, path, { headers: { accept: '*/*' } })).status);
    }
    expect((await ask(kit, '/assets/main-abc.js')).headers['cache-control']).toContain('immutable');
  });

  it('sends what the build compressed to whoever takes it', async () => {
    const path = '/assets/main-abc.js';
    const { headers } = await ask(kit, path, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(headers).toMatchObject({ 'content-encoding': 'br', vary: expect.stringMatching(/accept-encoding/i) });
    expect([headers['content-type'], headers['cache-control']].join()).toMatch(/javascript.*immutable/);
    expect((await ask(kit, path)).headers['content-encoding']).toBeUndefined();
  });

  it.each([
    '/../admin-token',
    '/assets/../../admin-token',
    '/%2e%2e/admin-token',
    '/assets/..%2f..%2fadmin-token',
    '/..%5cadmin-token',
  ])('gives nothing outside its folder for %s', async (path) => {
    const answer = await ask(kit, path);
    expect(answer.text).not.toContain(kit.token);
    expect([400, 403, 404]).toContain(answer.status);
  });

  it('lets pages run only what is theirs', async () => {
    const answer = await ask(kit, '/');
    const policy = String(answer.headers['content-security-policy']);
    const nonce = /nonce="([^"]+)"/.exec(answer.text)?.[1];
    expect(policy).toContain("default-src 'self'");
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).toContain(`style-src-elem 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("style-src-attr 'unsafe-inline'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain(`ws://127.0.0.1:${kit.port}`);
    expect(policy.match(/unsafe-/g)).toHaveLength(1);
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(nonce).not.toBe(/nonce="([^"]+)"/.exec((await ask(kit, '/')).text)?.[1]);
    const others = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY' };
    expect(answer.headers).toMatchObject({ ...others, 'cross-origin-opener-policy': 'same-origin' });
    expect(answer.headers['strict-transport-security']).toBeUndefined();
    expect((await ask(kit, '/healthz')).headers['content-security-policy']).toContain("script-src 'self'");
  });
});

describe('health', () => {
  it('says ok with version and uptime to anyone', async () => {
    const answer = await ask(kit, '/healthz');
    expect(answer.json()).toMatchObject({ ok: true, status: 'ok', version: '0.0.0-test', uptime: 1 });
  });
});

describe('an address that cannot be decoded', () => {
  it.each(['/%', '/api/%ff', '/media/%zz'])('%s is refused in words', async (path) => {
    const answer = await ask(kit, path);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.json())).toContain('input.request');
  });
});

describe('entrance', () => {
  it('slows a flood of knocks before any password is looked at', async () => {
    const knocks = Array.from({ length: 70 }, () => rpc(kit, 'auth.signIn', { signInName: '', password: '' }));
    const answers = await Promise.all(knocks);
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(50);
    const flooded = await rpc(kit, 'auth.signIn', { signInName: 'operator', password: PASSWORD });
    expect(flooded.failure).toMatchObject({ code: 'tooManyAttempts', params: { seconds: expect.any(Number) } });
    expect((await rpc(kit, 'auth.status', undefined, { cookie })).status).toBe(200);
  });
});

describe('listening', () => {
  it('says which port is taken and what to do', async () => {
    const other = createTcp().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    await expect(kit.server.listen({ host: '127.0.0.1', port })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is already in use`,
    );
    other.close();
  });

  it('opens and closes the network addresses and keeps its own', async () => {
    const own = `http://127.0.0.1:${kit.port}`;
    expect(kit.server.addresses()).toEqual([own]);
    await kit.server.setNetwork(true);
    const all = kit.server.addresses();
    expect(all[0]).toBe(own);
    for (const address of all) expect((await fetch(`${address}/healthz`)).status, address).toBe(200);
    await kit.server.setNetwork(false);
    expect(kit.server.addresses()).toEqual([own]);
    for (const address of all.slice(1)) await expect(fetch(`${address}/healthz`)).rejects.toThrow();
    expect((await ask(kit, '/healthz')).status).toBe(200);
  });
});
