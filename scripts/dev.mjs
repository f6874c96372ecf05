/** `npm run dev [-- flags of the station]`: a station of the built code and Vite's dev server for the pages before it. */
import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from './build.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { ROOT } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { isBuilt } from './lib/stale.mjs';

await ensurePackages();
if (!isBuilt()) await build();

const station = fork(resolve(ROOT, 'dist/electron/headless.js'), ['--data', 'dev-data', ...process.argv.slice(2)]);
station.on('message', async (message) => {
  if (message?.type !== 'ready') return;
  process.env.SUAR_DEV_STATION = new URL(message.address).origin;
  const { createServer } = await import('vite');
  const server = await createServer({ configFile: resolve(ROOT, 'vite.config.ts') });
  await server.listen();
  say(`pages with hot reload at ${server.resolvedUrls?.local[0]}operator/index.html and /display/index.html`);
});
station.once('exit', (code) => process.exit(code ?? 1));
