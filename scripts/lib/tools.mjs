/** What a script needs that measures the built product: packages, ffmpeg, a browser, the build, and its own programs. */
import { ensureBrowser } from './browser.mjs';
import { ensurePackages } from './packages.mjs';
import { say } from './say.mjs';
import { isBuilt } from './stale.mjs';
import { ensureFfmpeg } from './toolchain.mjs';

/** Installs and builds what is missing, then bundles `scripts/FOLDER/NAME.ts` of each name; answers where they are. */
export async function readyTools(folder, names) {
  await ensurePackages();
  await ensureFfmpeg();
  process.env.CHROMIUM_BIN = (await ensureBrowser()) ?? '';
  const { build, buildTools } = await import('../build.mjs');
  if (!isBuilt()) {
    say('building pages and station (vite)');
    await build();
  }
  return buildTools(folder, names);
}
