/** What may happen to a display page in its weeks on the wall, in a real Chromium: it comes back by the clock and says so. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromiumOptions } from '../lib/chromium';
import { type MadeClip, makeImage, makeVideo } from './lib/clips';
import { type BuiltPage, buildDisplayPage } from './lib/display-page';
import { DisplayStation } from './lib/display-station';
import { holdingReader } from './lib/holding';
import { damaged, endSource, hangDecoder, makeHeavyStill, prepareTrouble, setWall } from './lib/trouble';
import { watchPicture } from './lib/watch-picture';

const EACH_MS = 1000;
const HOUR_MS = 3_600_000;

let dir: string;
let built: BuiltPage;
let browser: Browser;
let videos: MadeClip[];
let still: MadeClip;
let station: DisplayStation;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'suar-endures-'));
  [built, browser] = await Promise.all([buildDisplayPage(), chromium.launch(chromiumOptions())]);
  videos = [];
  for (let number = 1; number <= 3; number++) videos.push(await makeVideo(dir, { number, seconds: 2 }));
  still = await makeImage(dir, { number: 20 });
});
afterAll(async () => {
  await browser?.close();
  await built?.remove();
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  await station?.kill();
});

const video = (i: number) => videos[i % videos.length] as MadeClip;
const faults = () => station.messages.flatMap((each) => (each.type === 'fault' ? [each.reason.code] : []));
const face = (page: Page) => page.evaluate(() => ({ ...window.__suarDisplay }));
const until = async (check: () => boolean | Promise<boolean>, ms = 20_000) => {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((r) => setTimeout(r, 50)))
    if (await check()) return;
  throw new Error(`not within ${ms} ms: ${check}; faults: ${faults()}`);
};

/** Airs `order` again and again from `start` on, each item for `ms`, and answers what is due at an instant. */
function airLoop(order: readonly MadeClip[], ms: number, start = Date.now() - 500, hours = 0.2) {
  const items = Array.from({ length: (hours * HOUR_MS) / ms }, (_, i) => ({
    made: order[i % order.length] as MadeClip,
    ms,
  }));
  station.air(items, start);
  return (at: number) => items[Math.floor((at - start) / ms)]?.made.number;
}

async function openPage(context: BrowserContext): Promise<Page> {
  contexts.push(context);
  const page = context.pages()[0] ?? (await context.newPage());
  await prepareTrouble(page);
  await page.goto(`${station.url}/display?once=${station.code}`);
  await page.waitForFunction(() => window.__suarDisplay);
  return page;
}

async function playing(order: readonly MadeClip[], ms: number, hours?: number) {
  station = new DisplayStation({ pageDir: built.dir });
  await station.start();
  const due = airLoop(order, ms, Date.now() - 500, hours);
  const page = await openPage(await browser.newContext({ viewport: { width: 512, height: 256 } }));
  await until(async () => (await face(page)).changes.filter(({ kind }) => kind !== 'slate').length > 1);
  return { page, due };
}

/** Within `ms` the panel itself moves on and shows what is due by the station's clock. */
async function expectBack(page: Page, due: (at: number) => number | undefined, ms = 5000): Promise<void> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await watchPicture(page, 600);
    const wanted = due((await face(page)).stationNow - 20);
    const moves = new Set(seen.map(({ clip, frame }) => `${clip}:${frame}`)).size > 4;
    if (moves && seen.at(-1)?.clip === wanted) return;
    if (Date.now() > end)
      throw new Error(`due is ${wanted}, seen ${JSON.stringify(seen.slice(-3))}, faults ${faults()}`);
  }
}

it('lets go of what it has shown: buffers, elements, blobs, object URLs', async () => {
  const { page } = await playing([video(0), video(1), still, video(2), video(0), still, still], EACH_MS);
  const read = await holdingReader(page);
  await page.waitForTimeout(3000);
  const before = await read();
  await page.waitForTimeout(9000);
  const after = await read();
  expect(after.changes - before.changes).toBeGreaterThanOrEqual(8);
  expect(after.images).toBeLessThanOrEqual(before.images + 2);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 40);
  for (const each of [before, after]) {
    expect(each.videos).toBeLessThanOrEqual(6);
    expect(each.mediaSources).toBeLessThanOrEqual(6);
    expect(each.blobs).toBeLessThanOrEqual(3);
    expect(each.objectUrls).toBeLessThanOrEqual(3);
    expect(each).toMatchObject({ files: 4, chunks: 4 });
  }
});

it('keeps no more than some seconds behind what is seen on a line that goes on and on', async () => {
  const { page } = await playing([video(0), video(1), video(2)], 2000);
  const trimmed = () =>
    page.evaluate(() => {
      const video = document.querySelector<HTMLVideoElement>('video.top');
      return video !== null && video.buffered.length === 1 && video.buffered.start(0) > 1;
    });
  await until(trimmed, 18_000);
});

describe('comes back to what is due by the clock', () => {
  it('when the decoder hangs', async () => {
    const { page, due } = await playing([video(0), video(1)], 2000);
    await hangDecoder(page);
    await until(() => faults().includes('fault.stalled'), 6000);
    await expectBack(page, due);
  });

  it('when the browser pauses it', async () => {
    const { page, due } = await playing([video(0), video(1)], 2000);
    await page.evaluate(() => document.querySelector<HTMLVideoElement>('video.top')?.pause());
    await expectBack(page, due, 2000);
    expect(faults()).toEqual(['fault.paused']);
  });

  it('when its media source ends with a decoding error', async () => {
    const { page, due } = await playing([video(0), video(1)], 2000);
    await endSource(page, 'decode');
    await until(() => faults().includes('fault.restarted'), 3000);
    await expectBack(page, due);
  });

  it('when its media source ends for no reason', async () => {
    const { page, due } = await playing([video(0), video(1)], 2000);
    await endSource(page);
    await page.waitForTimeout(1000);
    await expectBack(page, due);
  });

  it('when a clip cannot be decoded from its middle on: passed over, the others play', async () => {
    const bad = await damaged(dir, video(2));
    const { page, due } = await playing([video(0), bad, video(1)], 2000);
    await until(() => faults().includes('fault.undecodable'), 30_000);
    await until(() => station.plays.some((play) => play.because?.code === 'play.undecodable'));
    const good = async () => [1, 2].includes(due((await face(page)).stationNow) ?? 0);
    await until(good);
    await expectBack(page, due, 8000);
    expect(faults().filter((code) => code === 'fault.undecodable')).toHaveLength(1);
  });

  it('when the page is frozen for some seconds', async () => {
    const { page, due } = await playing([video(0), still, video(1)], 2000);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
    await new Promise((resolve) => setTimeout(resolve, 5000));
    await cdp.send('Page.setWebLifecycleState', { state: 'active' });
    await until(async () => (await face(page)).showing?.name === `clip ${due((await face(page)).stationNow)}`, 5000);
    await until(async () => due((await face(page)).stationNow) !== 20);
    await expectBack(page, due);
  });
});

describe('time', () => {
  it('is the station’s, however the machine’s clock is set', async () => {
    const { page, due } = await playing([video(0), video(1)], 2000, 3);
    for (const off of [HOUR_MS, -HOUR_MS]) {
      await setWall(page, off);
      await page.waitForTimeout(3000);
      expect(Math.abs((await face(page)).stationNow - Date.now())).toBeLessThan(2000);
      await expectBack(page, due);
    }
    expect(station.plays.filter(({ outcome }) => outcome !== 'shown').length).toBeLessThanOrEqual(2);
    expect(faults()).toEqual([]);
  });

  it('is found again after an hour of sleep, with the station and without', async () => {
    const { page, due } = await playing([video(0), video(1)], 2000, 3);
    station.clockOffMs = HOUR_MS;
    await setWall(page, HOUR_MS);
    await until(async () => (await face(page)).stationNow > Date.now() + HOUR_MS - 1000, 4000);
    await expectBack(page, due);
    await station.kill();
    await setWall(page, 2 * HOUR_MS);
    await until(async () => (await face(page)).stationNow > Date.now() + 2 * HOUR_MS - 1000, 5000);
    await expectBack(page, due);
  });
});

it('plays silent where the browser holds back sound, and says so', async () => {
  station = new DisplayStation({ pageDir: built.dir });
  await station.start();
  const due = airLoop([video(0), still, video(1)], 2000);
  const strict = await chromium.launch(chromiumOptions(['--autoplay-policy=document-user-activation-required']));
  try {
    const context = await strict.newContext({ viewport: { width: 512, height: 256 } });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(`${station.url}/display?once=${station.code}`);
    // A look into the page by Playwright counts as a person's touch, and there has to be none.
    await until(() => faults().includes('fault.soundBlocked'));
    await until(async () => due((await face(page)).stationNow) !== 20);
    await expectBack(page, due, 8000);
    expect(faults().filter((code) => code === 'fault.soundBlocked')).toHaveLength(1);
  } finally {
    await strict.close();
  }
});

describe('disk', () => {
  it('drops what no timeline needs when the browser’s quota is reached; what does not fit is reported and plays go on', async () => {
    station = new DisplayStation({ pageDir: built.dir });
    await station.start();
    const heavy: MadeClip[] = [];
    for (let number = 20; number < 26; number++) heavy.push(await makeHeavyStill(dir, number, 3));
    const profile = await mkdtemp(join(dir, 'profile-'));
    const context = await chromium.launchPersistentContext(profile, {
      ...chromiumOptions(),
      viewport: { width: 512, height: 256 },
    });
    const cdp = await context.newCDPSession(context.pages()[0] as Page);
    const quota = (quotaSize?: number) =>
      cdp.send('Storage.overrideQuotaForOrigin', { origin: station.url, ...(quotaSize && { quotaSize }) });
    await quota(13 * 1024 * 1024);
    airLoop(heavy.slice(0, 3), EACH_MS);
    const page = await openPage(context);
    const shown = async (name: string, from: number) =>
      (await face(page)).changes.slice(from).some((change) => change.name === name);
    const allShown = (numbers: readonly number[], from: number) =>
      until(async () => (await Promise.all(numbers.map((each) => shown(`clip ${each}`, from)))).every(Boolean));
    await allShown([20, 21, 22], 0);

    airLoop(heavy.slice(3), EACH_MS);
    await allShown([23, 24, 25], (await face(page)).changes.length);
    expect(faults()).toEqual([]);

    airLoop(heavy, EACH_MS);
    await until(() => faults().includes('fault.displayDiskFull'));
    const before = (await face(page)).changes.length;
    await allShown([23, 24, 25], before);
    await until(() => station.plays.some((play) => play.because?.code === 'play.missing'));
    expect(new Set(faults())).toEqual(new Set(['fault.displayDiskFull']));
    await until(() => station.plays.some(({ hash, outcome }) => outcome !== 'skipped' && hash === heavy[5]?.clip.hash));

    airLoop(heavy.slice(0, 3), EACH_MS);
    await allShown([20, 21, 22], (await face(page)).changes.length);
  });
});
