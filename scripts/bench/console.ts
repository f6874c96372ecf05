/** console: time to a usable library of 10,000 assets, frames dropped while scrolling it, and what the code weighs: of the console and of its radio page. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { desktopChromium } from '../../tests/lib/chromium';
import { signedIn } from '../../tests/lib/console';
import { makeDir, type RunningStation, removeDir, startStation } from '../../tests/lib/station';
import { fillStation } from './lib/fill';
import { median, note, report } from './lib/report';

const ROUNDS = 5;
const dir = await makeDir();

const KILOBYTES = { js_gzip_kb: 'operator', radio_js_gzip_kb: 'radio' };
for (const [metric, page] of Object.entries(KILOBYTES))
  report({ bench: 'console', metric, value: scriptKilobytes(page), unit: 'kB', reference: null });
try {
  await fillStation(dir, { assets: 10_000, plays: 1000 });
  const station = await startStation({ dataDir: dir, sourceMaps: false });
  const browser = await chromium.launch(desktopChromium());
  try {
    const context = await signedIn(browser, station);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await firstUsable(context, station));
    report({ bench: 'console', metric: 'first_usable_ms', value: median(times), unit: 'ms', reference: null });
    report({
      bench: 'console',
      metric: 'library_scroll_dropped_pct',
      value: await dropped(context, station),
      unit: '%',
      reference: null,
    });
  } finally {
    await browser.close();
    await station.stop();
  }
} finally {
  await removeDir(dir);
}

/** Every script that a page can come to load, lazy ones included, compressed as a browser would get them. */
function scriptKilobytes(name: string): number {
  const folder = join(process.cwd(), 'dist/renderer/assets');
  const page = readFileSync(join(folder, `../${name}/index.html`), 'utf8');
  const found = new Set<string>();
  const follow = (text: string) => {
    for (const [name] of text.matchAll(/[\w.-]+\.js\b/g)) {
      if (found.has(name) || !existsSync(join(folder, name))) continue;
      found.add(name);
      follow(readFileSync(join(folder, name), 'utf8'));
    }
  };
  follow(page);
  const sizes = [...found].map((name) => gzipSync(readFileSync(join(folder, name))).length);
  note(`${name}: ${found.size} scripts`);
  return sizes.reduce((sum, bytes) => sum + bytes, 0) / 1024;
}

/** From navigation to a row of the library that can be clicked, with nothing cached. */
async function firstUsable(context: BrowserContext, station: RunningStation): Promise<number> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  const started = performance.now();
  await page.goto(`${station.origin}/library`, { waitUntil: 'commit' });
  await page.locator('[data-asset-id]').first().click({ trial: true });
  const wall = performance.now() - started;
  await page.close();
  return wall;
}

/** Share of 60 Hz frames that came late while the wheel turned for six seconds; the page's own frame clock tells. */
async function dropped(context: BrowserContext, station: RunningStation): Promise<number> {
  const page = await context.newPage();
  await page.goto(`${station.origin}/library`);
  const first = page.locator('[data-asset-id]').first();
  await first.waitFor();
  const box = await first.boundingBox();
  await page.mouse.move((box?.x ?? 400) + 20, (box?.y ?? 400) + 20);
  await page.waitForTimeout(1000);
  const idle = await lateShare(page, async () => page.waitForTimeout(3000));
  const busy = await lateShare(page, async () => {
    for (let turn = 0; turn < 120; turn++) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(50);
    }
  });
  note(`late frames: idle ${idle.toFixed(2)} %, scrolling ${busy.toFixed(2)} %`);
  const seen = await page.locator('[data-asset-id]').first().getAttribute('data-asset-id');
  note(`first asset in view after scrolling: ${seen}`);
  await page.close();
  return busy;
}

/** A frame that takes n whole frame times has dropped n - 1. Percent of frames that should have been. */
async function lateShare(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { frameTimes: times });
    const tick = (at: number) => {
      times.push(at);
      if ((window as unknown as { frameTimes: number[] | null }).frameTimes) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await work();
  const times = await page.evaluate(() => {
    const holder = window as unknown as { frameTimes: number[] | null };
    const taken = holder.frameTimes ?? [];
    holder.frameTimes = null;
    return taken;
  });
  const frame = 1000 / 60;
  let lost = 0;
  for (let index = 1; index < times.length; index++) {
    lost += Math.max(0, Math.round(((times[index] ?? 0) - (times[index - 1] ?? 0)) / frame) - 1);
  }
  return (100 * lost) / (times.length + lost);
}
