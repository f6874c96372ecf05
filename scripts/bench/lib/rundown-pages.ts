/**
 * Views of a rundown as people have them open: real pages in Chromium that tell when what a take brought was painted. A page's clock and
 * the bench's are both counted from when each began, which both know by this machine's clock (`performance.timeOrigin`).
 */
import { type Browser, chromium, type Page } from 'playwright';
import { desktopChromium } from '../../../tests/lib/chromium';
import { signedIn } from '../../../tests/lib/console';
import type { RunningStation } from '../../../tests/lib/station';
import { note } from './report';

/** Each with the element that names what is on air. */
const ON_AIR = {
  prompter: 'section[data-on] h2',
  presenter: 'h1.title',
  wall: 'h1.title',
} as const;
export const PAGES = Object.keys(ON_AIR).length;

/** A page that has not painted by then never will. */
const PATIENCE_MS = 10_000;

/** Epoch ms with fractions, and steady: unlike `Date.now` nothing sets it. */
export const wallNow = (): number => performance.timeOrigin + performance.now();

export interface RundownPages {
  /** When each page had painted that the item is on air, `wallNow`. Asked before the take. */
  painted(title: string): Promise<{ view: string; at: number }[]>;
  close(): Promise<void>;
}

export async function openPages(station: RunningStation, rundownId: string): Promise<RundownPages> {
  const browser = await chromium.launch(desktopChromium());
  const pages = await opened(browser, station, rundownId).catch(async (fault: unknown) => {
    await browser.close();
    throw fault;
  });
  return {
    painted: (title) =>
      Promise.all(
        pages.map(async ({ view, page, selector }) => {
          const at = await page.evaluate(paintOf, { selector, title, patienceMs: PATIENCE_MS });
          if (at === null) throw new Error(`${view} did not paint ${title} within ${PATIENCE_MS} ms`);
          return { view, at };
        }),
      ),
    close: () => browser.close(),
  };
}

async function opened(browser: Browser, station: RunningStation, rundownId: string) {
  const first = await signedIn(browser, station);
  const storageState = await first.storageState();
  return Promise.all(
    Object.entries(ON_AIR).map(async ([view, selector]) => {
      // A window each, as on screens of their own: none is a tab behind another.
      const context = await browser.newContext({ baseURL: station.origin, storageState });
      const page = await context.newPage();
      await page.goto(`/view/${view}/${rundownId}`);
      await page.locator(selector).first().waitFor();
      note(`${view}: its clock is off by ${(await clockError(page)).toFixed(2)} ms`);
      return { view, page, selector };
    }),
  );
}

/** Of the page against the bench, ms: what lies between asking and answering is the same both ways, so the quickest of many. */
async function clockError(page: Page): Promise<number> {
  let best = { took: Number.POSITIVE_INFINITY, error: 0 };
  for (let round = 0; round < 20; round++) {
    const asked = wallNow();
    const said = await page.evaluate(() => performance.timeOrigin + performance.now());
    const answered = wallNow();
    if (answered - asked < best.took) best = { took: answered - asked, error: said - (asked + answered) / 2 };
  }
  return best.error;
}

/** Runs in the page: after the frame in which the text stands, so after it was laid out and painted; null when that never comes. */
function paintOf(asked: { selector: string; title: string; patienceMs: number }): Promise<number | null> {
  return new Promise((done) => {
    const look = () => {
      // The prompter's heading goes on with the length.
      const [first] = document.querySelector(asked.selector)?.childNodes ?? [];
      if (first?.textContent !== asked.title) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
    setTimeout(() => done(null), asked.patienceMs);
    look();
  });
}
