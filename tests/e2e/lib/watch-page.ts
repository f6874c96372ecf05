/** Builds the watch's test page and lays it over a station's own address, with that station's content policy, session and API. */
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import type { BrowserContext, Route } from 'playwright';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../../..');
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface WatchPage {
  /** From now on the address `/rundowns` of this context is the watch's page. */
  layOver(context: BrowserContext): Promise<void>;
  remove(): Promise<void>;
}

export async function buildWatchPage(): Promise<WatchPage> {
  const dir = await mkdtemp(join(tmpdir(), 'suar-watch-page-'));
  const folder = join(ROOT, 'tests/e2e/lib/watch-page');
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    root: folder,
    logLevel: 'error',
    build: { outDir: dir, emptyOutDir: true, rolldownOptions: { input: join(folder, 'index.html') } },
  });
  const worklets = await lendWorklets(join(dir, 'assets'));
  return {
    async layOver(context) {
      await context.route('**/assets/**', async (route) => {
        const name = new URL(route.request().url()).pathname.slice(1);
        const body = name.includes('..') ? null : await readFile(join(dir, name)).catch(() => null);
        if (!body) return route.fallback();
        await route.fulfill({ body, contentType: TYPES[extname(name)] ?? 'application/octet-stream' });
      });
      await context.route('**/rundowns', (route) => layPage(route, dir));
    },
    async remove() {
      for (const path of worklets) await rm(path, { force: true });
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** What an audio thread asks for passes by Playwright: it has to lie at the station. Answers what was not there already. */
async function lendWorklets(assets: string): Promise<string[]> {
  const station = join(ROOT, 'dist/renderer/assets');
  const there = await readdir(station);
  const lent = (await readdir(assets)).filter((name) => name.includes('worklet') && !there.includes(name));
  for (const name of lent) await copyFile(join(assets, name), join(station, name));
  return lent.map((name) => join(station, name));
}

/** Our page under the headers of the station's own, nonce and all. */
async function layPage(route: Route, dir: string): Promise<void> {
  if (route.request().resourceType() !== 'document') return route.fallback();
  const own = await route.fetch();
  const nonce = /nonce-([A-Za-z0-9+/=]+)/.exec(own.headers()['content-security-policy'] ?? '')?.[1] ?? '';
  const html = await readFile(join(dir, 'index.html'), 'utf8');
  await route.fulfill({ response: own, body: html.replaceAll('__SUAR_NONCE__', nonce) });
}
