/** What a file of tests of the display page is played with: the built page, a browser, clips; made once, gone with its last test. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type LaunchOptions, type Page } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { chromiumOptions } from '../../lib/chromium';
import { type MadeClip, makeImage, makeVideo } from './clips';
import { type BuiltPage, buildDisplayPage } from './display-page';

const VIDEO_S = 2;
const FIRST_STILL = 20;

export interface KitParts {
  videos: number;
  stills: number;
  browser?: () => LaunchOptions;
}

const oneTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** To be made at the top of a test file. */
export class DisplayKit {
  browser!: Browser;
  /** Clips 20 and on. */
  stills: MadeClip[] = [];
  private videos: MadeClip[] = [];
  private built!: BuiltPage;
  private dir = '';

  constructor(parts: KitParts) {
    beforeAll(() => this.setUp(parts));
    afterAll(() => this.tearDown());
  }

  get pageDir(): string {
    return this.built.dir;
  }

  /** Clips 1 and on, round and round; two seconds each. */
  readonly video = (i: number) => this.videos[i % this.videos.length] as MadeClip;

  async face(page: Page) {
    await page.waitForFunction(() => window.__suarDisplay);
    return page.evaluate(() => ({ ...window.__suarDisplay }));
  }

  /** A folder of its own, gone with the file's last test. */
  folder(): Promise<string> {
    return mkdtemp(join(this.dir, 'folder-'));
  }

  private async setUp({ videos, stills, browser = chromiumOptions }: KitParts): Promise<void> {
    this.dir = await mkdtemp(join(tmpdir(), 'suar-display-'));
    [this.built, this.browser] = await Promise.all([buildDisplayPage(), chromium.launch(browser())]);
    this.videos = await Promise.all(oneTo(videos).map((number) => makeVideo(this.dir, { number, seconds: VIDEO_S })));
    this.stills = await Promise.all(oneTo(stills).map((nth) => makeImage(this.dir, { number: FIRST_STILL + nth - 1 })));
  }

  private async tearDown(): Promise<void> {
    await this.browser?.close();
    await this.built?.remove();
    await rm(this.dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @throws when it does not hold within `ms`, ms. */
export async function until(check: () => boolean | Promise<boolean>, ms = 30_000): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((wait) => setTimeout(wait, 50)))
    if (await check()) return;
  throw new Error(`not within ${ms} ms: ${check}`);
}
