/** What may happen to a display page in its weeks on the wall, in a real Chromium: it comes back by the clock and says so. */
import { type BrowserContext, chromium, type Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { chromiumOptions } from '../lib/chromium';
import type { MadeClip } from './lib/clips';
import { DisplayKit, until as holds } from './lib/display-kit';
import { DisplayStation } from './lib/display-station';
import { holdingReader } from './lib/holding';
import { damaged, endSource, hangDecoder, makeHeavyStill, prepareTrouble, setWall } from './lib/trouble';
import { watchPicture } from './lib/watch-picture';

/** Plays and stills of half a second: more changes in the same time, each as the long ones. */
const SHORT_MS = 500;
const EACH_MS = 1000;
const HOUR_MS = 3_600_000;

const kit = new DisplayKit({ videos: 3, stills: 1 });
const { video } = kit;
const still = () => kit.stills[0] as MadeClip;
const face = (page: Page) => page.evaluate(() => ({ ...window.__suarDisplay }));
const until = (check: () => boolean | Promise<boolean>, ms = 20_000) => holds(check, ms);

/** A station, and what it has told a page to air. */
class Panel {
  readonly station = new DisplayStation({ pageDir: kit.pageDir });
  private context: BrowserContext | null = null;
  private order: readonly MadeClip[] = [];
  private eachMs = EACH_MS;
  private start = 0;

  /** Airs `order` again and again from now on, each item for `ms`. */
  air(order: readonly MadeClip[], ms: number, hours = 0.2): void {
    [this.order, this.eachMs, this.start] = [order, ms, Date.now() - 500];
    const items = Array.from({ length: (hours * HOUR_MS) / ms }, (_, i) => ({ made: this.at(i), ms }));
    this.station.air(items, this.start);
  }

  /** The clip that is due at an instant of the station. */
  due(instant: number): number {
    return this.at(Math.floor((instant - this.start) / this.eachMs)).number;
  }

  async dueNow(page: Page): Promise<number> {
    return this.due((await face(page)).stationNow);
  }

  faults(): string[] {
    return this.station.messages.flatMap((each) => (each.type === 'fault' ? [each.reason.code] : []));
  }

  async open(context: BrowserContext): Promise<Page> {
    this.context = context;
    const page = context.pages()[0] ?? (await context.newPage());
    await prepareTrouble(page);
    await page.goto(`${this.station.url}/display?once=${this.station.code}`);
    await page.waitForFunction(() => window.__suarDisplay);
    return page;
  }

  async close(): Promise<void> {
    await this.context?.close();
    await this.station.kill();
  }

  private at(index: number): MadeClip {
    return this.order[index % this.order.length] as MadeClip;
  }
}

/** A page that plays what it is told, closed when the test is over, however that ends. */
async function playing(
  order: readonly MadeClip[],
  ms: number,
  test: (page: Page, panel: Panel) => Promise<void>,
  hours?: number,
): Promise<void> {
  const panel = new Panel();
  try {
    await panel.station.start();
    panel.air(order, ms, hours);
    const page = await panel.open(await kit.browser.newContext({ viewport: { width: 512, height: 256 } }));
    await until(async () => (await face(page)).changes.filter(({ kind }) => kind !== 'slate').length > 1);
    await test(page, panel);
  } finally {
    await panel.close();
  }
}

/** Within `ms` the panel itself moves on and shows what is due by the station's clock. */
async function expectBack(page: Page, panel: Panel, ms = 5000): Promise<void> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await watchPicture(page, 600);
    // As of the picture read last: on a busy machine an answer from the page takes its time.
    const ahead = await page.evaluate(() => window.__suarDisplay.stationNow - performance.now());
    const wanted = panel.due((seen.at(-1)?.at ?? 0) + ahead - 20);
    const moves = new Set(seen.map(({ clip, frame }) => `${clip}:${frame}`)).size > 4;
    if (moves && seen.at(-1)?.clip === wanted) return;
    if (Date.now() > end)
      throw new Error(`due is ${wanted}, seen ${JSON.stringify(seen.slice(-3))}, faults ${panel.faults()}`);
  }
}

// Alone: what it reads is the busiest process of the browser.
it('lets go of what it has shown: buffers, elements, blobs, object URLs', () =>
  playing([video(0), video(1), still(), video(2), video(0), still(), still()], SHORT_MS, async (page) => {
    const read = await holdingReader(page);
    const changes = async (more: number, since: number) =>
      until(async () => (await face(page)).changes.length >= since + more);
    await changes(7, 0);
    const before = await read();
    await changes(10, before.changes);
    const after = await read();
    expect(after.images).toBeLessThanOrEqual(before.images + 2);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes + 40);
    for (const each of [before, after]) {
      expect(each.videos).toBeLessThanOrEqual(6);
      expect(each.mediaSources).toBeLessThanOrEqual(6);
      expect(each.blobs).toBeLessThanOrEqual(3);
      expect(each.objectUrls).toBeLessThanOrEqual(3);
      expect(each).toMatchObject({ files: 4, chunks: 4 });
    }
  }));

describe.concurrent('comes back to what is due by the clock', () => {
  it('when the decoder hangs', () =>
    playing([video(0), video(1)], EACH_MS, async (page, panel) => {
      await hangDecoder(page);
      await until(() => panel.faults().includes('fault.stalled'), 6000);
      await expectBack(page, panel);
    }));

  it('when the browser pauses it', () =>
    playing([video(0), video(1)], EACH_MS, async (page, panel) => {
      await page.evaluate(() => document.querySelector<HTMLVideoElement>('video.top')?.pause());
      await expectBack(page, panel, 2000);
      expect(panel.faults()).toEqual(['fault.paused']);
    }));

  it('when its media source ends with a decoding error', () =>
    playing([video(0), video(1)], EACH_MS, async (page, panel) => {
      await endSource(page, 'decode');
      await until(() => panel.faults().includes('fault.restarted'), 3000);
      await expectBack(page, panel);
    }));

  it('when its media source ends for no reason', () =>
    playing([video(0), video(1)], EACH_MS, async (page, panel) => {
      await endSource(page);
      await page.waitForTimeout(1000);
      await expectBack(page, panel);
    }));

  it('when a clip cannot be decoded from its middle on: passed over, the others play', async () => {
    const bad = await damaged(await kit.folder(), video(2));
    await playing([video(0), bad, video(1)], 2000, async (page, panel) => {
      await until(() => panel.faults().includes('fault.undecodable'), 30_000);
      await until(() => panel.station.plays.some((play) => play.because?.code === 'play.undecodable'));
      await until(async () => [1, 2].includes(await panel.dueNow(page)));
      await expectBack(page, panel, 8000);
      expect(panel.faults().filter((code) => code === 'fault.undecodable')).toHaveLength(1);
    });
  });

  it('when the page is frozen for some seconds', () =>
    playing([video(0), still(), video(1)], EACH_MS, async (page, panel) => {
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
      await new Promise((resolve) => setTimeout(resolve, 3500));
      await cdp.send('Page.setWebLifecycleState', { state: 'active' });
      await until(async () => (await face(page)).showing?.name === `clip ${await panel.dueNow(page)}`, 5000);
      await until(async () => (await panel.dueNow(page)) !== 20);
      await expectBack(page, panel);
    }));
});

describe.concurrent('time', () => {
  it('is the station’s, however the machine’s clock is set; and what was seen long ago is dropped', () =>
    playing(
      [video(0), video(1)],
      2000,
      async (page, panel) => {
        for (const off of [HOUR_MS, -HOUR_MS]) {
          await setWall(page, off);
          // Longer than it takes to find the leap and to give the station up.
          await page.waitForTimeout(2700);
          expect(Math.abs((await face(page)).stationNow - Date.now())).toBeLessThan(2000);
          await expectBack(page, panel);
        }
        expect(panel.station.plays.filter(({ outcome }) => outcome !== 'shown').length).toBeLessThanOrEqual(2);
        expect(panel.faults()).toEqual([]);
        // The same line went on all the while: no more than some seconds of it are kept.
        const trimmed = () =>
          page.evaluate(() => {
            const video = document.querySelector<HTMLVideoElement>('video.top');
            return video !== null && video.buffered.length === 1 && video.buffered.start(0) > 1;
          });
        await until(trimmed, 18_000);
      },
      3,
    ));

  it('is found again after an hour of sleep, with the station and without', () =>
    playing(
      [video(0), video(1)],
      EACH_MS,
      async (page, panel) => {
        const isOnTime = async (offMs: number) => {
          const offBy = async () => Math.abs((await face(page)).stationNow - Date.now() - offMs);
          await until(async () => (await offBy()) < 1000);
          await expectBack(page, panel, 10_000);
          expect(await offBy()).toBeLessThan(1000);
        };
        panel.station.clockOffMs = HOUR_MS;
        await setWall(page, HOUR_MS);
        await isOnTime(HOUR_MS);
        await panel.station.kill();
        await setWall(page, 2 * HOUR_MS);
        await isOnTime(2 * HOUR_MS);
      },
      3,
    ));
});

it.concurrent('plays silent where the browser holds back sound, and says so', async () => {
  const panel = new Panel();
  await panel.station.start();
  panel.air([video(0), still(), video(1)], EACH_MS);
  const strict = await chromium.launch(chromiumOptions(['--autoplay-policy=document-user-activation-required']));
  try {
    const page = await strict.newPage({ viewport: { width: 512, height: 256 } });
    await page.goto(`${panel.station.url}/display?once=${panel.station.code}`);
    // A look into the page by Playwright counts as a person's touch, and there has to be none.
    await until(() => panel.faults().includes('fault.soundBlocked'));
    await until(async () => (await panel.dueNow(page)) !== 20);
    await expectBack(page, panel, 8000);
    expect(panel.faults().filter((code) => code === 'fault.soundBlocked')).toHaveLength(1);
  } finally {
    await strict.close();
    await panel.close();
  }
});

describe.concurrent('disk', () => {
  it('drops what no timeline needs when the browser’s quota is reached; what does not fit is reported and plays go on', async () => {
    const panel = new Panel();
    await panel.station.start();
    const stillsDir = await kit.folder();
    const heavy = await Promise.all([20, 21, 22, 23, 24, 25].map((number) => makeHeavyStill(stillsDir, number, 3)));
    const context = await chromium.launchPersistentContext(await kit.folder(), {
      ...chromiumOptions(),
      viewport: { width: 512, height: 256 },
    });
    try {
      const cdp = await context.newCDPSession(context.pages()[0] as Page);
      await cdp.send('Storage.overrideQuotaForOrigin', { origin: panel.station.url, quotaSize: 13 * 1024 * 1024 });
      panel.air(heavy.slice(0, 3), SHORT_MS);
      const page = await panel.open(context);
      const allShown = async (numbers: readonly number[], from: number) => {
        const names = numbers.map((each) => `clip ${each}`);
        await until(async () => {
          const shown = new Set((await face(page)).changes.slice(from).map(({ name }) => name));
          return names.every((each) => shown.has(each));
        });
      };
      const changes = async () => (await face(page)).changes.length;
      await allShown([20, 21, 22], 0);

      panel.air(heavy.slice(3), SHORT_MS);
      await allShown([23, 24, 25], await changes());
      expect(panel.faults()).toEqual([]);

      panel.air(heavy, SHORT_MS);
      await until(() => panel.faults().includes('fault.displayDiskFull'));
      await allShown([23, 24, 25], await changes());
      const { plays } = panel.station;
      await until(() => plays.some((play) => play.because?.code === 'play.missing'));
      expect(new Set(panel.faults())).toEqual(new Set(['fault.displayDiskFull']));
      await until(() => plays.some(({ hash, outcome }) => outcome !== 'skipped' && hash === heavy[5]?.clip.hash));

      panel.air(heavy.slice(0, 3), SHORT_MS);
      await allShown([20, 21, 22], await changes());
    } finally {
      await context.close();
      await panel.close();
    }
  });
});
