/**
 * `npm start`: installs, builds, opens Suar. Flags after `--`:
 *   --demo            a demo station, with a display page playing
 *   --headless        serve without a window (then: --data DIR --port N --host H)
 *   --browser         an app window of an installed browser, even where Electron could be had
 */

import { resolve } from 'node:path';
import { openInBrowser } from './lib/app-window.mjs';
import { installedBrowser } from './lib/browser.mjs';
import { electronPath, fetchElectron } from './lib/electron-runtime.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { ROOT, runPassingSignals } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { isBuilt } from './lib/stale.mjs';
import { ensureFfmpeg } from './lib/toolchain.mjs';

const args = process.argv.slice(2);
const headless = args.includes('--headless') || args.includes('--help');

await ensurePackages();
if (!isBuilt()) {
  say('building pages and station (vite)');
  const { build } = await import('./build.mjs');
  await build();
}
const { advice } = await ensureFfmpeg(say);
if (advice) say(advice);

process.exitCode = headless ? await serve(args) : await open(args.filter((arg) => arg !== '--browser'));

/** The station alone, its signals and exit code passed on. */
function serve(flags) {
  return runPassingSignals(process.execPath, [resolve(ROOT, 'dist/electron/headless.js'), ...flags]);
}

/** A window on the station: Electron, else a browser's app window, else the printed address. */
async function open(flags) {
  const { program, why } = await chooseWindow();
  say(why);
  if (program?.kind === 'electron') return runPassingSignals(program.path, [ROOT, ...flags]);
  return openInBrowser(program?.path ?? null, flags);
}

/** Linux has a screen only where an X or Wayland server says so; elsewhere there always is one. */
function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function chooseWindow() {
  if (!hasScreen()) {
    return {
      program: null,
      why: 'no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): printing the address instead',
    };
  }
  if (!args.includes('--browser') && process.env.SUAR_NO_ELECTRON !== '1') {
    const there = electronPath();
    if (there)
      return { program: { kind: 'electron', path: there }, why: 'opening in Electron: its runtime is installed' };
    say('fetching the Electron runtime (install-electron)');
    const fetched = await fetchElectron();
    if (fetched) return { program: { kind: 'electron', path: fetched }, why: 'opening in Electron: fetched just now' };
  }
  const browser = installedBrowser();
  if (browser) {
    return {
      program: { kind: 'browser', path: browser },
      why: `opening an app window of ${browser}: Electron runtime not to be had`,
    };
  }
  return {
    program: null,
    why: 'no Electron runtime and no Chromium, Chrome or Edge found: printing the address instead',
  };
}
