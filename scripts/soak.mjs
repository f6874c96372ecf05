/** `npm run soak -- [minutes]`: builds, then watches a display page for growth. Exit 1 when something grows. */
import { resolve } from 'node:path';
import { ensureBrowser } from './lib/browser.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { run } from './lib/run.mjs';
import { giveUp, say } from './lib/say.mjs';
import { isBuilt } from './lib/stale.mjs';
import { ensureFfmpeg } from './lib/toolchain.mjs';

const [minutes = '12'] = process.argv.slice(2);
if (!(Number(minutes) > 0)) giveUp(`not a number of minutes: ${minutes}`, 2);

await ensurePackages();
await ensureFfmpeg();
process.env.CHROMIUM_BIN = (await ensureBrowser()) ?? '';
const { build, buildTools } = await import('./build.mjs');
if (!isBuilt()) {
  say('building pages and station (vite)');
  await build();
}
const folder = await buildTools('soak', ['display']);
say(`watching a display page for ${minutes} minutes`);
process.exitCode = await run(process.execPath, ['--enable-source-maps', resolve(folder, 'display.js'), minutes]);
