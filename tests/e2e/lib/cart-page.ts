/** Builds the cart's test page and lays it over a station's own address, so that it has the station's session, media and API. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import type { BrowserContext } from 'playwright';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../../..');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface CartPage {
  /** From now on the address `/rundowns` of this context is the cart's page. */
  layOver(context: BrowserContext): Promise<void>;
  remove(): Promise<void>;
}

export async function buildCartPage(): Promise<CartPage> {
  const dir = await mkdtemp(join(tmpdir(), 'suar-cart-page-'));
  const folder = join(ROOT, 'tests/e2e/lib/cart-page');
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    root: folder,
    logLevel: 'error',
    build: { outDir: dir, emptyOutDir: true, rolldownOptions: { input: join(folder, 'index.html') } },
  });
  return {
    layOver: async (context) => {
      await context.route('**/*', async (route) => {
        const { pathname } = new URL(route.request().url());
        const name = pathname === '/rundowns' ? 'index.html' : pathname.slice(1);
        const body = await readFile(join(dir, name)).catch(() => null);
        if (!body || name.includes('..')) return route.fallback();
        await route.fulfill({ body, contentType: TYPES[extname(name)] ?? 'application/octet-stream' });
      });
    },
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}
