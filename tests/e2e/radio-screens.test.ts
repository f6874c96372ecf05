/** Every screen and view of the radio in a real Chromium, by axe: no grave fault, no complaint; also where there is nothing to show. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { newId } from '../../electron/contract/ulid';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { RADIO_SCREENS } from '../../scripts/lib/radio-screens.mjs';
import type { Screen } from '../../scripts/lib/screens.mjs';
import { chromiumOptions, desktopChromium } from '../lib/chromium';
import { signedIn } from '../lib/console';
import { makeShow } from '../lib/show';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { complaintsOf, consolePage, type Look } from './lib/console-page';

/** All screens in the look most people have; in the other, one of each kind: words and colours differ, structure does not. */
const LOOKS: (Look & { only?: readonly string[] })[] = [
  { theme: 'dark', language: 'id' },
  {
    ...{ theme: 'light', language: 'en' },
    only: ['rundowns', 'rundowns-many', 'on-air-live', 'view-presenter', 'view-read', 'on-air-after', 'guests-form'],
  },
];
/** Of a rundown that is not there. */
const GONE: Screen[] = [
  { name: 'rundown-gone', path: `/rundowns/${newId()}` },
  { name: 'on-air-gone', path: `/on-air/${newId()}` },
  { name: 'view-gone', path: `/view/wall/${newId()}` },
  { name: 'view-unknown', path: '/view/' },
  { name: 'view-signed-out', path: `/view/presenter/${newId()}`, signedOut: true },
];
const SCREENS = [...RADIO_SCREENS, ...GONE];

let station: RunningStation;
let browser: Browser;
let operator: BrowserContext;

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  operator = await signedIn(browser, station);
  const { client } = station;
  await makeShow(client);
  await client.presenters.create({ name: 'Penyiar 1', wpm: 120 });
  await client.programmes.create({
    ...{ name: 'Ruang Pemilih', description: '', weekdays: [4], startsAt: '09:00:00', lengthMs: 3_600_000 },
    ...{ presenterIds: [], jingles: [], template: [] },
  });
  await client.guests.create({
    ...{ name: 'Narasumber KPU', position: 'Anggota', agency: 'KPU Kabupaten Tirtaraya', phone: '', email: '' },
    ...{ notes: '', consent: { given: true, on: null }, keepUntil: null },
  });
});

afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

/** Screens on which the browser shows a PDF. */
const PDF = ['rundowns-papers'];

/** What is not there answers so, and the browser says it. */
const expected = (line: string) => /401 \(Unauthorized\)|404 \(Not Found\)/.test(line);

describe.each(LOOKS)('every screen of the radio, $theme, $language', (look) => {
  /** One for all screens of a look: with a new one for each, scripts and fonts are fetched anew every time. */
  let context: BrowserContext;
  beforeAll(async () => {
    context = (await consolePage(browser, station.origin, look, await operator.storageState())).context();
  });
  afterAll(() => context.close());

  async function pageFor({ name, signedOut }: Screen): Promise<Page> {
    if (signedOut) return consolePage(browser, station.origin, look);
    if (!PDF.includes(name)) return context.newPage();
    const desktop = await chromium.launch(desktopChromium());
    onTestFinished(() => desktop.close());
    return consolePage(desktop, station.origin, look, await operator.storageState());
  }

  it.each(SCREENS.filter(({ name }) => look.only?.includes(name) ?? true))(
    '$name has no grave fault and complains of nothing',
    async (screen) => {
      const { path, open } = screen;
      const page = await pageFor(screen);
      const said = complaintsOf(page);
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      await open?.(page);
      await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
      expect(await page.locator('html').getAttribute('lang')).toBe(look.language);
      expect(await graveFaults(page)).toEqual([]);
      expect(said.filter((line) => !expected(line))).toEqual([]);
      await page.close();
    },
  );
});
