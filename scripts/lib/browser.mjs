/** Finds a Chromium: Playwright's own, an installed Chromium, Chrome or Edge; on Debian as root, apt's. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from './run.mjs';
import { say } from './say.mjs';

const NAMES = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
};

function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder && existsSync(join(folder, name))) return join(folder, name);
  }
  return null;
}

function onWindows(name) {
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return roots.map((root) => root && join(root, name)).find((path) => path && existsSync(path)) ?? null;
}

/** Path of an installed Chromium, Chrome or Edge; null when there is none. `CHROMIUM_BIN` goes first. */
export function installedBrowser() {
  if (process.env.CHROMIUM_BIN && existsSync(process.env.CHROMIUM_BIN)) return process.env.CHROMIUM_BIN;
  for (const name of NAMES[process.platform] ?? NAMES.linux) {
    const path = process.platform === 'win32' ? onWindows(name) : name.startsWith('/') ? name : onPath(name);
    if (path && existsSync(path)) return path;
  }
  return null;
}

/** Path of Playwright's own Chromium when it has been downloaded. Needs the packages. */
export async function playwrightBrowser() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

/** A Chromium for tests, fetched by apt where that is possible; null when none can be had. */
export async function ensureBrowser() {
  const found = (await playwrightBrowser()) ?? installedBrowser();
  if (found) return found;
  say('no Chromium found; asking apt-get for one');
  return (await aptInstall(['chromium'])) ? installedBrowser() : null;
}

/**
 * Path of Chromium without its desktop, from PATH or, on Debian as root, from apt; null when it cannot be had. It draws and plays pages by
 * the same engine for a quarter less processor. It shows no PDF.
 */
export async function ensureHeadlessShell() {
  const name = 'chromium-headless-shell';
  return onPath(name) ?? ((await aptInstall([name])) ? onPath(name) : null);
}

/** Flags that a Chromium of ours always gets: no sandbox as root only, and nothing that calls home. */
export function browserFlags() {
  const quiet = [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=Translate',
    '--autoplay-policy=no-user-gesture-required',
  ];
  return process.getuid?.() === 0 ? [...quiet, '--no-sandbox', '--test-type'] : quiet;
}
