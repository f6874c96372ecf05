/** One panel at a time, against a stand-in station that speaks the real protocol. */
import type { BrowserContext, LaunchOptions, Page } from 'playwright';
import { afterEach } from 'vitest';
import { DisplayKit } from './display-kit';
import { DisplayStation } from './display-station';

/** To be made once at the top of a test file: clips 1 to 4, 20 and 21; tidies up after each test. */
export class Panel extends DisplayKit {
  station!: DisplayStation;
  private readonly contexts: BrowserContext[] = [];

  constructor(browser?: () => LaunchOptions) {
    super({ videos: 4, stills: 2, ...(browser ? { browser } : {}) });
    afterEach(() => this.tidy());
  }

  readonly showing = (page: Page) => page.evaluate(() => window.__suarDisplay?.showing?.name);
  /** What the page last said of what it holds. */
  readonly held = () => this.station.messages.findLast((message) => message.type === 'holds');

  async newStation(): Promise<DisplayStation> {
    this.station = new DisplayStation({ pageDir: this.pageDir });
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

  /** To be closed after the test. */
  keep(context: BrowserContext): void {
    this.contexts.push(context);
  }

  private async tidy(): Promise<void> {
    for (const context of this.contexts.splice(0)) await context.close();
    await this.station?.kill();
  }
}
