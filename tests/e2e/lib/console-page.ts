/** What the console tests ask of a page: is it still, does it complain, and a walk by Tab alone. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright';

export interface Look {
  theme: 'dark' | 'light';
  language: 'id' | 'en';
}

type Cookies = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A page of the given look. `state` holds the session of whoever is signed in; without it nobody is. */
export async function consolePage(browser: Browser, baseURL: string, look: Look, state?: Cookies): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    storageState: state,
  });
  await context.addInitScript(({ theme, language }: Look) => {
    // It also runs in frames, and the browser's own viewer of PDFs keeps nothing.
    if (window !== window.top) return;
    localStorage.setItem('suar.theme', theme);
    localStorage.setItem('suar.language', language);
  }, look);
  return context.newPage();
}

/** Everything the page complains of from now on: console errors, a broken content policy among them, and uncaught faults. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (fault) => complaints.push(fault.message));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(`${line.text()} ${line.location().url}`);
  });
  return complaints;
}

/** Longer than the pause between a first answer and the list drawn from it, shorter than the clock's second. */
const STILL_MS = 200;

/** Resolves when the heading stands, no placeholder is left, and nothing was drawn for a while. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root') === null);
  await page.evaluate(
    (still) =>
      new Promise<void>((done) => {
        const finish = () => {
          observer.disconnect();
          done();
        };
        let timer = setTimeout(finish, still);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(finish, still);
        });
        observer.observe(document.body, { childList: true, subtree: true });
      }),
    STILL_MS,
  );
}

/** Goes to a place as a link does, without loading the console anew; a page that shows nothing yet is loaded. */
export async function goTo(page: Page, path: string): Promise<void> {
  if (page.url() === 'about:blank') await page.goto(path);
  else await page.evaluate((to) => history.pushState({}, '', to), path);
  await settled(page);
  // A screen that sends people elsewhere would be looked at in the place of all that come after it.
  const [asked, here] = [new URL(path, page.url()), new URL(page.url())];
  if (here.pathname !== asked.pathname) throw new Error(`asked for ${path}, and is at ${here.pathname}`);
}

const OVER_THE_SCREEN = '[role="dialog"]:visible, [role="menu"]:visible';

/** Closes what was opened over the screen and would stay over the next one; what Escape does not close goes with the page. */
export async function closeAll(page: Page): Promise<void> {
  const open = page.locator(OVER_THE_SCREEN);
  await page.keyboard.press('Escape');
  await open
    .first()
    .waitFor({ state: 'hidden', timeout: 1000 })
    .catch(() => page.goto('about:blank'));
}

/** Presses Tab until `target` holds the focus. @throws when a whole walk of the page does not come to it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${target}`);
}

/** Resolves when one of the elements holds the focus. @throws when none does within five seconds. */
export async function holdsFocus(target: Locator): Promise<void> {
  const focused = target.and(target.page().locator(':focus'));
  await focused.first().waitFor({ state: 'attached', timeout: 5000 });
}
