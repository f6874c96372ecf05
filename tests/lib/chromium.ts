/** The Chromium that tests drive: those `npm test` found, else Playwright's own or an installed one. */
import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from 'playwright';
import { browserFlags, installedBrowser } from '../../scripts/lib/browser.mjs';

/** A machine that names no language gives Chromium plain ASCII, in which it cannot name a downloaded file as it is called. */
const WORDS = process.env.LC_ALL || process.env.LC_CTYPE || process.env.LANG || 'C.UTF-8';

/** Options for `chromium.launch`: without the desktop where there is such a one. @throws with what to install where there is none. */
export function chromiumOptions(extra: readonly string[] = []): LaunchOptions {
  const shell = process.env.HEADLESS_SHELL_BIN;
  return shell ? optionsFor(shell, extra) : desktopChromium(extra);
}

/** The whole browser, which people have: shows PDF, draws letters as on a desktop, and is what is measured. @throws as `chromiumOptions` */
export function desktopChromium(extra: readonly string[] = []): LaunchOptions {
  const own = chromium.executablePath();
  const path = process.env.CHROMIUM_BIN || (existsSync(own) ? own : installedBrowser());
  if (!path) throw new Error('no Chromium: install one, or run `npx playwright install chromium`');
  return optionsFor(path, extra);
}

function optionsFor(path: string, extra: readonly string[]): LaunchOptions {
  const env = { ...process.env, LC_CTYPE: WORDS };
  return { executablePath: path, env, args: ['--disable-gpu', ...browserFlags(), ...extra] };
}
