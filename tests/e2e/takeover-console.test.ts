/** A takeover from the console to a real display page and back: two steps by keyboard, the bar, the receipts, the end by mouse. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { chromiumOptions } from '../lib/chromium';
import { PASSWORD, signedIn } from '../lib/console';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { complaintsOf, consolePage, holdsFocus, settled, tabTo } from './lib/console-page';

const PANEL = { width: 400, height: 200, fit: 'contain' as const, frameRate: 25 as const, loudnessLufs: null };
const LOOK = { theme: 'dark', language: 'id' } as const;
const TITLE = 'Kali Tirta meluap';

let station: RunningStation;
let browser: Browser;
let operator: BrowserContext;
let panel: Page;

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  operator = await signedIn(browser, station);
  const { zone } = await station.client.station.settings();
  const fields = { place: '', zone, profile: PANEL, fillerPlaylistId: null };
  const { id } = await station.client.displays.create({ ...fields, name: 'VT-01 Alun-alun' });
  await station.client.displays.create({ ...fields, name: 'VT-02 Terminal' });
  const { path } = await station.client.displays.localPage({ id });
  panel = await browser.newPage({ viewport: PANEL });
  await panel.goto(station.origin + path);
  await eventually(async () => expect(await connected()).toBe(1));
});
afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

const connected = async () => (await station.client.displays.list()).filter(({ status }) => status.connected).length;
const bars = (page: Page) => page.getByRole('region', { name: 'Siaran khusus yang berlangsung' });

async function viewerPage(): Promise<Page> {
  const person = { signInName: 'pengamat', password: PASSWORD };
  await station.client.users.create({ ...person, name: 'Pengamat', role: 'viewer' });
  const context = await browser.newContext({ baseURL: station.origin });
  await context.request.post('/api/auth/sign-in', { data: person, headers: { origin: station.origin } });
  return consolePage(browser, station.origin, LOOK, await context.storageState());
}

it('takes the displays over in two steps, shows the receipts and ends', async () => {
  const page = await consolePage(browser, station.origin, LOOK, await operator.storageState());
  const complaints = complaintsOf(page);
  await page.goto('/');
  await settled(page);

  // Closed by mistake, it keeps what was written.
  await page.keyboard.press('F9');
  const title = page.getByRole('textbox', { name: 'Judul' });
  await holdsFocus(title);
  await page.keyboard.type(TITLE);
  await page.keyboard.press('Escape');
  await title.waitFor({ state: 'detached' });
  await page.keyboard.press('F9');
  await holdsFocus(title);
  expect(await title.inputValue()).toBe(TITLE);
  expect(await graveFaults(page)).toEqual([]);

  await tabTo(page, page.getByRole('button', { name: 'Periksa dulu' }));
  await page.keyboard.press('Enter');
  const confirm = page.getByRole('button', { name: 'Ambil alih 2 layar' });
  await holdsFocus(page.getByRole('heading', { name: 'Yang akan terjadi' }));
  const unreachable = page.getByRole('list', { name: 'Layar yang tidak terjangkau' });
  expect(await unreachable.textContent()).toBe('VT-02 Terminal');
  expect(await graveFaults(page)).toEqual([]);
  // Enter alone does nothing: the button has to be gone to.
  await page.keyboard.press('Enter');
  expect(await station.client.takeovers.list()).toEqual([]);
  await tabTo(page, confirm);
  await page.keyboard.press('Enter');

  await bars(page).getByText('tampil di 1 dari 2').waitFor();
  expect(await bars(page).textContent()).toContain(TITLE);
  await panel.getByText(TITLE).first().waitFor();

  // What was sent does not lie ready to be sent again.
  await page.keyboard.press('F9');
  await holdsFocus(title);
  expect(await title.inputValue()).toBe('');
  await page.keyboard.press('Escape');
  await title.waitFor({ state: 'detached' });

  const viewer = await viewerPage();
  await viewer.goto('/proof');
  await bars(viewer).getByText('tampil di 1 dari 2').waitFor();
  expect(await bars(viewer).getByRole('button').count()).toBe(0);
  expect(await viewer.getByRole('button', { name: 'Ambil alih' }).count()).toBe(0);
  await viewer.context().close();

  await bars(page).getByRole('link', { name: 'Rincian' }).click();
  await page.getByRole('row', { name: /VT-01.*sedang tampil/ }).waitFor();
  await page.getByRole('row', { name: /VT-02.*tidak terjangkau/ }).waitFor();
  await settled(page);
  expect(await graveFaults(page)).toEqual([]);

  const end = bars(page).getByRole('button', { name: 'Akhiri' });
  await end.click();
  await bars(page).getByRole('button', { name: 'Akhiri sekarang' }).click();
  await bars(page).waitFor({ state: 'detached' });
  await page.getByRole('row', { name: /VT-01.*selesai/ }).waitFor();
  await page.getByRole('row', { name: /VT-02.*tidak pernah sampai/ }).waitFor();
  await panel.getByText(TITLE).first().waitFor({ state: 'hidden' });
  expect(complaints).toEqual([]);
});

it('stands while the code of its bar cannot be fetched, and shows the bar once it can', async () => {
  const page = await consolePage(browser, station.origin, LOOK, await operator.storageState());
  let isThere = false;
  await page.route(/\/(healthz|assets\/bars-.*)$/, (route) => (isThere ? route.continue() : route.abort()));
  const missed = page.waitForEvent('requestfailed', (request) => request.url().includes('/assets/bars-'));
  const { id } = await station.client.takeovers.start({
    ...{ name: TITLE, what: { kind: 'text', tone: 'emergency', title: TITLE, body: '' }, test: true },
    ...{ where: { all: true, displayIds: [], groupIds: [] }, from: Date.now(), until: null },
  });
  await page.goto('/');
  await missed;
  await settled(page);
  expect(await page.getByRole('link', { name: 'Jadwal' }).count()).toBe(1);
  isThere = true;
  await bars(page).waitFor();
  await station.client.takeovers.end({ id });
  await page.context().close();
});
