/** Lists of the desk with hundreds of records: what is drawn is what is in sight, and words find the rest. */
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../electron/contract/ulid';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { day } from '../lib/booking';
import { chromiumOptions } from '../lib/chromium';
import { signedIn } from '../lib/console';
import { lockOn } from '../lib/lock-rule';
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

it('fetches and draws the entries of a contest that are in sight', async () => {
  const { client } = station;
  const criteria = [{ id: newId(), name: 'Gagasan', weight: 1 }];
  const said = { title: 'Ayo ke TPS', theme: '', call: '', rules: '', statement: '', categories: [], jurorIds: [] };
  const contest = await client.contests.create({ ...said, criteria, opensOn: day(0), closesOn: day(7) });
  await client.contests.move({ id: contest.id, rev: contest.rev, to: 'open' });
  const entrant = { name: 'Sekar', from: '', phone: '', email: '' };
  const fields = { category: null, entrant, assetId: null, confirmed: true, ownJurorIds: [] };
  for (const number of NUMBERS)
    await client.contests.addEntry({ contestId: contest.id, fields: { ...fields, title: `Karya ${number} warga` } });
  await opened('/contests');
  const table = page.getByRole('table');
  expect(await table.getAttribute('aria-rowcount')).toBe(String(MANY + 1));
  expect(await table.getByRole('row').count()).toBeLessThan(MOST_DRAWN);
  await toTheEnd('Karya peserta');
  await table.getByRole('rowheader', { name: `Karya ${MANY} warga` }).waitFor();
  expect(await table.getByRole('row').count()).toBeLessThan(MOST_DRAWN);
  expect(await graveFaults(page)).toEqual([]);
  await find('sekar 123');
  await table.getByRole('rowheader', { name: 'Karya 123 warga' }).waitFor();
  expect(await table.getByRole('row').count()).toBe(2);
});

it('draws the cards that are in sight, and has the feeds on a view of their own', async () => {
  const plain = { logoAssetId: null, agencyId: null, category: null, qr: '', feedId: null };
  const look = { theme: 'dark' as const, slideMs: 10_000 };
  for (const number of NUMBERS) {
    const fields = { template: 'announcement' as const, title: `Pengumuman ${number}`, body: 'Kantor tutup' };
    await station.client.cards.create({ ...plain, look, name: `Kartu ${number}`, fields });
  }
  await opened('/cards');
  const cards = page.getByRole('region', { name: 'Kartu' }).getByRole('listitem');
  await page.getByText(`Kartu ${MANY}`, { exact: true }).waitFor();
  expect(await cards.count()).toBeLessThan(MOST_DRAWN);
  expect(await cards.first().getAttribute('aria-setsize')).toBe(String(MANY));
  await toTheEnd('Kartu');
  await page.getByText('Kartu 1', { exact: true }).waitFor();
  expect(await graveFaults(page)).toEqual([]);
  await find('pengumuman 123');
  await page.getByText('Kartu 123', { exact: true }).waitFor();
  expect(await cards.count()).toBe(1);
  await page.getByText('Sumber data', { exact: true }).click();
  await page.getByRole('button', { name: 'Tambah sumber data' }).waitFor();
});

it('draws the rules that are in sight', async () => {
  const rule = { ...lockOn(day(40), day(42)), does: { kind: 'refuse' as const }, active: false };
  for (const number of NUMBERS) await station.client.rules.create({ ...rule, name: `Larangan ${number} uji` });
  await opened('/rules');
  const rules = page.getByRole('region', { name: 'Aturan' }).getByRole('listitem');
  const all = (await station.client.rules.list()).length;
  expect(await rules.count()).toBeLessThan(MOST_DRAWN);
  expect(await rules.first().getAttribute('aria-setsize')).toBe(String(all));
  await toTheEnd('Aturan');
  await page.getByRole('heading', { name: 'Larangan 99 uji' }).waitFor();
  expect(await rules.count()).toBeLessThan(MOST_DRAWN);
  expect(await graveFaults(page)).toEqual([]);
  await find('larangan 123');
  await page.getByRole('heading', { name: 'Larangan 123 uji' }).waitFor();
  expect(await rules.count()).toBe(1);
});
