/**
 * Takes every screen of the console in both themes, languages and two sizes, and asks axe about each. `npm run shots -- FLAGS`:
 *   --station URL    a running station (start one with --demo)
 *   --token-file F   its DIR/admin-token; a user "shots" is made with it to sign in
 *   --out DIR        where the pictures go, outside the repository
 *   --only a,b       only screens whose name begins so
 *   --looks a,b      of dark-id, dark-en, light-id, light-en; all four where not said
 *   --widths a,b     of 1280, 1920; both where not said
 *   --no-axe         pictures alone
 * Prints one JSON line for each violation of serious or critical level and ends with 1 when there is any.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { browserFlags, installedBrowser } from './lib/browser.mjs';
import { giveUp, say } from './lib/say.mjs';
import { SCREENS } from './lib/screens.mjs';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

const { values: flags } = parseArgs({
  options: {
    station: { type: 'string' },
    'token-file': { type: 'string' },
    out: { type: 'string' },
    only: { type: 'string', default: '' },
    looks: { type: 'string', default: 'dark-id,dark-en,light-id,light-en' },
    widths: { type: 'string', default: '1280,1920' },
    'no-axe': { type: 'boolean', default: false },
  },
});
if (!flags.station || !flags.out) giveUp('usage: npm run shots -- --station URL --token-file FILE --out DIR', 2);

const { chromium } = await import('playwright');
const { graveFaults } = await import('./lib/grave-faults.mjs');
const wanted = flags.only.split(',');
const sizes = SIZES.filter(({ width }) => flags.widths.split(',').includes(String(width)));
const screens = SCREENS.filter(({ name }) => wanted.some((start) => name.startsWith(start)));

/** A user of its own for the run: pages sign in with a cookie, as people do. */
async function makeUser() {
  const token = readFileSync(flags['token-file'] ?? '', 'utf8').trim();
  const password = randomBytes(12).toString('hex');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const ask = async (method, path, body) => {
    const answer = await fetch(`${flags.station}/api${path}`, { method, headers, body: body && JSON.stringify(body) });
    if (!answer.ok) giveUp(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const known = (await ask('GET', '/users')).find(({ signInName }) => signInName === 'shots');
  if (known) await ask('PATCH', `/users/${known.id}`, { id: known.id, rev: known.rev, password });
  else await ask('POST', '/users', { signInName: 'shots', name: 'Juru gambar', role: 'administrator', password });
  return { signInName: 'shots', password };
}

/** The signed-in state, kept for every context of the run. */
async function signIn(browser) {
  const user = await makeUser();
  const context = await browser.newContext();
  const answer = await context.request.post(`${flags.station}/api/auth/sign-in`, {
    data: user,
    headers: { origin: new URL(flags.station).origin },
  });
  if (!answer.ok()) giveUp(`sign in: ${answer.status()} ${await answer.text()}`);
  const state = await context.storageState();
  await context.close();
  return state;
}

async function openContext(browser, state, { size, theme, language }) {
  const context = await browser.newContext({
    viewport: size,
    locale: language === 'id' ? 'id-ID' : 'en-GB',
    reducedMotion: 'reduce',
    ...(state ? { storageState: state } : {}),
  });
  await context.addInitScript(
    ([theme, language]) => {
      // It also runs in frames, and the browser's own viewer of PDFs keeps nothing.
      if (window !== window.top) return;
      localStorage.setItem('suar.theme', theme);
      localStorage.setItem('suar.language', language);
    },
    [theme, language],
  );
  return context;
}

let grave = 0;

async function judge(page, name, look) {
  for (const { id, where } of await graveFaults(page)) {
    grave += 1;
    process.stdout.write(`${JSON.stringify({ screen: name, ...look, rule: id, where: where.slice(0, 5) })}\n`);
  }
}

async function takeAll(browser, state, look) {
  const { size, theme, language } = look;
  const contexts = { in: await openContext(browser, state, look), out: await openContext(browser, null, look) };
  for (const { name, path, open, signedOut = false } of screens) {
    const page = await (signedOut ? contexts.out : contexts.in).newPage();
    page.on('pageerror', (fault) => say(`${name}: ${fault.message}`));
    page.on('console', (line) => line.type() === 'error' && say(`${name}: ${line.text()}`));
    await page.goto(`${flags.station}${path}`);
    await page.locator('h1').first().waitFor();
    await page.waitForTimeout(700);
    try {
      await open?.(page);
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(flags.out, `${name}-${theme}-${language}-${size.width}.png`) });
      if (!flags['no-axe'] && size === sizes[0]) await judge(page, name, { theme, language });
    } catch (fault) {
      say(`${name} ${theme} ${language}: ${String(fault).split('\n')[0]}`);
      grave += 1;
    }
    await page.close();
  }
  for (const context of Object.values(contexts)) await context.close();
}

mkdirSync(flags.out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_BIN || installedBrowser() || chromium.executablePath(),
  args: ['--disable-gpu', ...browserFlags()],
});
const state = flags['token-file'] ? await signIn(browser) : null;
for (const size of sizes) {
  for (const look of flags.looks.split(',')) {
    const [theme, language] = look.split('-');
    await takeAll(browser, state, { size, theme, language });
  }
}
await browser.close();
say(`${screens.length} screens in ${flags.out}, ${grave} grave faults`);
process.exitCode = grave > 0 ? 1 : 0;
