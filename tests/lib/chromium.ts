/** The Chromium that tests drive: the one `npm test` found, else Playwright's own or an installed one. */
import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from 'playwright';
import { browserFlags, installedBrowser } from '../../scripts/lib/browser.mjs';

/** Options for `chromium.launch`. @throws with what to install where there is none. */
export function chromiumOptions(extra: readonly string[] = []): LaunchOptions {
  const own = chromium.executablePath();
  const path = process.env.CHROMIUM_BIN || (existsSync(own) ? own : installedBrowser());
  if (!path) throw new Error('no Chromium: install one, or run `npx playwright install chromium`');
  return { executablePath: path, args: ['--disable-gpu', ...browserFlags(), ...extra] };
}
