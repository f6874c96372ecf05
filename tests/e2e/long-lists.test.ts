/** Lists of the desk with hundreds of records: what is drawn is what is in sight, and words find the rest. */
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { day } from '../lib/booking';
import { chromiumOptions } from '../lib/chromium';
import { signedIn } from '../lib/console';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { complaintsOf, consolePage, settled } from './lib/console-page';

/** More than a page of the station's answers, and far more than a window holds. */
const MANY = 240;
/** A window of 800 px, and what is drawn beyond its edges. */
const MOST_DRAWN = 60;
const NUMBERS = Array.from({ length: MANY }, (_, at) => at + 1);

let station: RunningStation;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  const context = await signedIn(browser, station);
  page = await consolePage(browser, station.origin, { theme: 'light', language: 'id' }, await context.storageState());
  complaints = complaintsOf(page);
}, 120_000);
afterAll(async () => {
  expect(complaints).toEqual([]);
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

async function opened(path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}
const find = (words: string) => page.getByRole('textbox', { name: /^Cari/ }).fill(words);
/** To its end, and then to what is there. */
async function toTheEnd(list: string): Promise<void> {
  await page.getByRole('region', { name: list }).evaluate((box) => box.scrollTo(0, box.scrollHeight));
}

it('draws the cases of the hoax desk that are in sight, finds others by words, and has the speed on a view of its own', async () => {
  const told = { reporter: '', channel: 'WhatsApp', link: '' };
  const reportedAt = Date.now() - 3_600_000;
  for (const number of NUMBERS)
    await station.client.hoaxes.report({ ...told, claim: `Kabar ${number} beredar`, reportedAt: reportedAt + number });
  await opened('/hoaxes');
  const cases = page.getByRole('region', { name: 'Dikerjakan' }).getByRole('listitem');
  await page.getByText('Kabar 1 beredar').waitFor();
  expect(await cases.count()).toBeLessThan(MOST_DRAWN);
  expect(await cases.first().getAttribute('aria-setsize')).toBe(String(MANY));
  await toTheEnd('Dikerjakan');
  await page.getByText(`Kabar ${MANY} beredar`).waitFor();
  expect(await cases.count()).toBeLessThan(MOST_DRAWN);
  expect(await graveFaults(page)).toEqual([]);
  await find('kabar 123');
  await page.getByText('Kabar 123 beredar').waitFor();
  expect(await cases.count()).toBe(1);
  await page.getByText('Kecepatan menjawab').click();
  await page.getByRole('row', { name: new RegExp(` ${MANY} 0`) }).waitFor();
  expect(await graveFaults(page)).toEqual([]);
});

it('fetches and draws the rows of the register that are in sight', async () => {
  const identity = { kind: 'none' as const, ends: '' };
  const applicant = { name: 'Sekar', kind: 'body' as const, identity, address: '', phone: '', email: '' };
  const fields = { receivedOn: day(0), via: 'web' as const, applicant, purpose: 'Tahu', wanted: 'soft' as const };
  for (const number of NUMBERS) await station.client.requests.create({ ...fields, asked: `Berkas ${number}` });
  await opened('/requests');
  const table = page.getByRole('table');
  expect(await table.getAttribute('aria-rowcount')).toBe(String(MANY + 1));
  expect(await table.getByRole('row').count()).toBeLessThan(MOST_DRAWN);
  await toTheEnd('Permohonan informasi');
  await page.getByRole('button', { name: /^001\// }).click();
  await page.getByRole('dialog').getByText('Berkas 1', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await find('berkas 123');
  await page.getByRole('button', { name: /^123\// }).waitFor();
  expect(await table.getByRole('row').count()).toBe(2);
});
