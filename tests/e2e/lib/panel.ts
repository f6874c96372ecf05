/** What tests of the display page share: clips, a browser, and a stand-in station that speaks the real protocol. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { chromiumOptions } from '../../lib/chromium';
import { type MadeClip, makeImage, makeVideo } from './clips';
import { type BuiltPage, buildDisplayPage } from './display-page';
import { DisplayStation } from './display-station';

const VIDEOS = 4;
const VIDEO_S = 2;

/** To be made once at the top of a test file: sets itself up before its tests and tidies up after each. */
export class Panel {
  station!: DisplayStation;
  browser!: Browser;
  /** Clips 20 and 21. */
  stills: MadeClip[] = [];
  private videos: MadeClip[] = [];
  private built!: BuiltPage;
  private dir = '';
  private readonly contexts: BrowserContext[] = [];

  constructor() {
    beforeAll(() => this.setUp());
    afterAll(() => this.tearDown());
    afterEach(() => this.tidy());
  }

  /** Clips 1 to 4, round and round; two seconds each. */
  readonly video = (i: number) => this.videos[i % this.videos.length] as MadeClip;
  readonly showing = (page: Page) => page.evaluate(() => window.__suarDisplay?.showing?.name);
  /** What the page last said of what it holds. */
  readonly held = () => this.station.messages.findLast((message) => message.type === 'holds');

  async newStation(): Promise<DisplayStation> {
    this.station = new DisplayStation({ pageDir: this.built.dir });
    await this.station.start();
    return this.station;
  }

  async openPage(path = '/display'): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width: 512, height: 256 } });
    this.keep(context);
    const page = await context.newPage();
    await page.goto(`${this.station.url}${path}`);
    return page;
  }

  openPaired(): Promise<Page> {
    return this.openPage(`/display?once=${this.station.code}`);
  }

  async face(page: Page) {
    await page.waitForFunction(() => window.__suarDisplay);
    return page.evaluate(() => ({ ...window.__suarDisplay }));
  }

  /** A folder of its own, gone with the file's last test. */
  folder(): Promise<string> {
    return mkdtemp(join(this.dir, 'folder-'));
  }

  /** To be closed after the test. */
  keep(context: BrowserContext): void {
    this.contexts.push(context);
  }

  private async setUp(): Promise<void> {
    this.dir = await mkdtemp(join(tmpdir(), 'suar-display-'));
    [this.built, this.browser] = await Promise.all([buildDisplayPage(), chromium.launch(chromiumOptions())]);
    for (let number = 1; number <= VIDEOS; number++) {
      this.videos.push(await makeVideo(this.dir, { number, seconds: VIDEO_S }));
    }
    this.stills = [await makeImage(this.dir, { number: 20 }), await makeImage(this.dir, { number: 21 })];
  }

  private async tearDown(): Promise<void> {
    await this.browser?.close();
    await this.built?.remove();
    await rm(this.dir, { recursive: true, force: true, maxRetries: 5 });
  }

  private async tidy(): Promise<void> {
    for (const context of this.contexts.splice(0)) await context.close();
    await this.station?.kill();
  }
}

/** @throws when it does not hold within `ms`, ms. */
export async function until(check: () => boolean | Promise<boolean>, ms = 30_000): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((wait) => setTimeout(wait, 50)))
    if (await check()) return;
  throw new Error(`not within ${ms} ms: ${check}`);
}
