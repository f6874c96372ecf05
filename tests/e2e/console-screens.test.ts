/** Every screen of the console in a real Chromium on a real station, by axe: no grave fault, no complaint. */
import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { SCREENS, type Screen } from '../../scripts/lib/screens.mjs';
import { signedIn } from '../lib/console';
import { closeAll, complaintsOf, consolePage, goTo, type Look, settled } from './lib/console-page';
import { type FilledConsole, filledConsole } from './lib/console-station';

/** All screens in the look most people have; in the other, one of each kind: words and colours differ, structure does not. */
const LOOKS: (Look & { only?: readonly string[] })[] = [
  { theme: 'dark', language: 'id' },
  {
    ...{ theme: 'light', language: 'en' },
    only: [
      'sign-in',
      'overview',
      'library-asset',
      'playlists-open',
      'schedule-form',
      'displays-detail',
      'proof',
      'settings-station',
    ],
  },
];
const dialog = (page: Page) => page.getByRole('dialog').first().waitFor();

/** Screens of one record: their addresses are known once the station is filled. */
const OF_RECORDS: { name: string; path: (filled: FilledConsole) => string; open?: Screen['open'] }[] = [
  { name: 'library-asset', path: ({ assetId }) => `/library?id=${assetId}` },
  { name: 'playlists-open', path: ({ playlistId }) => `/playlists?id=${playlistId}` },
  { name: 'schedule-bookings', path: () => '/schedule?tab=bookings' },
  { name: 'schedule-booking', path: ({ bookingId }) => `/schedule?id=${bookingId}` },
  { name: 'schedule-form', path: () => '/schedule', open: (page) => page.keyboard.press('n').then(() => dialog(page)) },
];
/** The radio's have a test of their own, but for how they look while there is nothing yet. */
const ofConsole = SCREENS.filter(({ demo, open }) => !demo || !open);
const screens = [...ofConsole.map((screen) => ({ ...screen, path: () => screen.path })), ...OF_RECORDS];

let filled: FilledConsole;
let operator: BrowserContext;

beforeAll(async () => {
  filled = await filledConsole();
  operator = await signedIn(filled.browser, filled.station);
});

afterAll(() => filled?.close());

describe.each(LOOKS)('every screen, $theme, $language', (look) => {
  let pages: { inside: Page; outside: Page };
  let complaints: string[];

  beforeAll(async () => {
    const { origin } = filled.station;
    const inside = await consolePage(filled.browser, origin, look, await operator.storageState());
    pages = { inside, outside: await consolePage(filled.browser, origin, look) };
    complaints = complaintsOf(inside);
  });
  afterAll(async () => {
    for (const page of Object.values(pages)) await page.context().close();
  });

  it.each(screens.filter(({ name }) => look.only?.includes(name) ?? true))(
    '$name has no grave fault and complains of nothing',
    async (screen) => {
      const out = 'signedOut' in screen && screen.signedOut;
      const page = out ? pages.outside : pages.inside;
      const said = out ? complaintsOf(page) : complaints;
      said.length = 0;
      await goTo(page, screen.path(filled));
      await screen.open?.(page);
      if (screen.open) await settled(page);
      expect(await page.locator('html').getAttribute('lang')).toBe(look.language);
      expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe(look.theme);
      expect(await graveFaults(page)).toEqual([]);
      expect(said).toEqual([]);
      if (screen.open) await closeAll(page);
    },
  );
});
