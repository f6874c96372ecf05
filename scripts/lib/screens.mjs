/**
 * Every screen of the console and how to get there, for pictures and for axe. `open` brings a page, already at `path`, to the
 * state meant; it finds things by role and order, not by words, since words change with the language.
 */
import { RADIO_SCREENS } from './radio-screens.mjs';

const firstOf = (page, selector) => page.locator(selector).first();
const inMain = (selector) => `#main ${selector}`;

/** Opens the first display's detail. */
async function openDetail(page) {
  await firstOf(page, inMain('ul li a')).click();
  await page.getByRole('dialog').waitFor();
}

const press = (key) => async (page) => {
  await page.keyboard.press(key);
  await page.getByRole('dialog').first().waitFor();
};

/** The first loop in its form: `nth` button of the first of a list. */
const openForm = (nth) => async (page) => {
  await page.locator(inMain('ul li h2 ~ div button')).nth(nth).click();
  await page.getByRole('dialog').waitFor();
};

/** A form of the first agency: `nth` of its commands, after the one for its logo. */
const openAgency = (nth) => async (page) => {
  await page.locator(inMain('li:has(h2) > div:last-child button')).nth(nth).click();
  await page.getByRole('dialog').waitFor();
};

/** What was handed in, as its panel shows it. */
async function openPreview(page) {
  // A draft may have no file yet.
  await firstOf(page, inMain('a[href^="/submissions/"]:has(img)')).click();
  await firstOf(page, inMain('a[href^="/preview/"]')).click();
  await page.locator('canvas[data-scale]').waitFor();
}

/** The ILM desk, one look at each; those of one record open the first there is, where there is one. */
const toFirst = (start) => async (page) => {
  const link = firstOf(page, inMain(`a[href^="${start}"]`));
  if ((await link.count()) === 0) return;
  await link.click();
  await page.waitForURL((url) => url.pathname.startsWith(start));
};
const DESK_SCREENS = [
  { name: 'submissions', path: '/submissions' },
  { name: 'submission', path: '/submissions', demo: true, open: toFirst('/submissions/') },
  { name: 'partners-calendar', path: '/partners/calendar' },
  { name: 'cards', path: '/cards' },
  { name: 'card', path: '/cards', demo: true, open: toFirst('/cards/') },
  { name: 'hoaxes', path: '/hoaxes' },
  { name: 'contests', path: '/contests' },
  { name: 'requests', path: '/requests' },
  { name: 'recalls', path: '/recalls' },
  { name: 'preview', path: '/submissions', demo: true, open: openPreview },
];

/**
 * `demo`: stands on another page than the console's, and has something to show on the demo station.
 * @type {readonly {name: string, path: string, signedOut?: boolean, demo?: boolean, open?: (page: import('playwright').Page) => Promise<void>}[]}
 */
export const SCREENS = [
  { name: 'sign-in', path: '/', signedOut: true },
  { name: 'overview', path: '/' },
  { name: 'overview-jobs', path: '/', open: (page) => page.locator('header button').nth(0).click() },
  { name: 'overview-alerts', path: '/', open: (page) => page.locator('header button').nth(1).click() },
  { name: 'overview-person', path: '/', open: (page) => page.locator('header button').last().click() },
  { name: 'commands', path: '/', open: press('Control+k') },
  { name: 'keys', path: '/displays', open: press('?') },
  { name: 'library', path: '/library' },
  { name: 'playlists', path: '/playlists' },
  {
    name: 'playlists-smart',
    path: '/playlists',
    open: (page) => page.locator(inMain('nav button')).first().click(),
  },
  { name: 'schedule', path: '/schedule' },
  {
    name: 'schedule-calendar',
    path: '/schedule?tab=calendar',
    open: (page) => firstOf(page, '[aria-selected=true]').click(),
  },
  { name: 'schedule-calendar-week', path: '/schedule?tab=calendar&scale=week&colour=agency' },
  { name: 'schedule-preview', path: '/schedule?tab=preview&at=08:03:10' },
  {
    name: 'schedule-preview-fast',
    path: '/schedule?tab=preview&at=16:20:00&speed=60',
    // What has the focus would take the key for itself.
    open: (page) => page.evaluate(() => document.activeElement?.blur()).then(() => page.keyboard.press('Space')),
  },
  {
    name: 'schedule-day',
    path: '/schedule',
    open: (page) => firstOf(page, '[data-dates-input]').click(),
  },
  { name: 'schedule-bookings', path: '/schedule?tab=bookings&sort=name' },
  { name: 'schedule-board', path: '/schedule?tab=board&colour=agency' },
  ...RADIO_SCREENS.map((screen) => ({ ...screen, demo: true })),
  { name: 'displays-wall', path: '/displays' },
  { name: 'displays-table', path: '/displays?view=table' },
  { name: 'displays-groups', path: '/displays?view=groups' },
  { name: 'displays-loops', path: '/displays?view=loops' },
  { name: 'displays-loop-form', path: '/displays?view=loops', open: openForm(0) },
  { name: 'displays-detail', path: '/displays', open: openDetail },
  { name: 'displays-add', path: '/displays?add=true', open: (page) => page.getByRole('dialog').waitFor() },
  { name: 'displays-pair', path: '/displays?pair=ABC234', open: (page) => page.getByRole('dialog').waitFor() },
  { name: 'partners', path: '/partners' },
  { name: 'partners-agreement-form', path: '/partners', open: openAgency(1) },
  { name: 'partners-agency-form', path: '/partners', open: openAgency(2) },
  ...DESK_SCREENS,
  { name: 'rules-rules', path: '/rules' },
  ...['stages', 'bench', 'locks'].map((part) => ({ name: `rules-${part}`, path: `/rules#${part}` })),
  { name: 'rules-fairness', path: '/rules/fairness' },
  { name: 'takeover', path: '/', open: press('F9') },
  { name: 'takeovers', path: '/takeovers' },
  { name: 'proof', path: '/proof' },
  { name: 'proof-ask', path: '/proof?ask=', open: (page) => page.getByRole('dialog').waitFor() },
  ...['station', 'defaults', 'quality', 'network', 'users', 'self', 'tools', 'history', 'about'].map((section) => ({
    name: `settings-${section}`,
    path: `/settings?section=${section}`,
  })),
  { name: 'not-found', path: '/nowhere' },
];
