/** A spot booked for the radio at the traffic desk, put into a break by the producer, and read by a viewer; all by mouse and keyboard. */
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PLAIN_ITEM } from '../../electron/contract/records/rundown-item';
import { newId } from '../../electron/contract/ulid';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { made } from '../fixtures/media';
import { chromiumOptions } from '../lib/chromium';
import { PASSWORD, signedIn } from '../lib/console';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { uploadReady } from '../lib/upload-ready';
import { complaintsOf, consolePage, settled } from './lib/console-page';

const LOOK = { theme: 'dark', language: 'id' } as const;
const TONE = ['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000:duration=6', '-ac', '2'];

let station: RunningStation;
let browser: Browser;
let page: Page;
let complaints: string[];
let assetId: string;
let rundown: { id: string; breaks: string[] };

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  const first = await signedIn(browser, station);
  page = await consolePage(browser, station.origin, LOOK, await first.storageState());
  complaints = complaintsOf(page);
  assetId = await uploadReady(station, 'Cek DPT.wav', await made('cek-dpt.wav', TONE));
  rundown = await tomorrowsBroadcast();
});

afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

/** Two breaks of a minute from 09:01 on. */
async function tomorrowsBroadcast(): Promise<typeof rundown> {
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(Date.now() + 86_400_000);
  const fields = { name: 'Ruang Pemilih', startsAt: '09:00:00' };
  const { id } = await station.client.rundowns.create({ programmeId: null, date, fields });
  const lines = ['Pembuka', 'Jeda 1', 'Bincang', 'Jeda 2'].map((title, at) => ({
    ...{ type: 'add' as const, key: newId(), parentId: null, order: `a${at}`, script: null },
    fields: { ...PLAIN_ITEM, title, kind: at % 2 ? ('spotBreak' as const) : ('script' as const), durationMs: 60_000 },
  }));
  const items = await station.client.rundowns.edit({ id, changes: lines });
  return { id, breaks: items.flatMap((item) => (item.kind === 'spotBreak' ? [item.id] : [])) };
}

const spotsIn = async (at: number) =>
  (await station.client.rundowns.get({ id: rundown.id })).items.find(({ id }) => id === rundown.breaks[at])?.spots;
const bar = (of = page) => of.getByRole('region', { name: 'Spot dari pemesanan' });
const choose = async (label: string, option: string | RegExp) => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
};

it('is booked for the radio at the traffic desk', async () => {
  await page.goto('/schedule?tab=bookings');
  await settled(page);
  await page.getByRole('button', { name: 'Jadwal tayang baru' }).first().click();
  const form = page.getByRole('dialog', { name: 'Jadwal tayang baru' });
  await form.getByText('Satu materi').click();
  await choose('Satu materi', 'Cek DPT');
  await form.getByRole('combobox', { name: 'Di layar atau radio' }).click();
  await page.getByRole('option', { name: 'Radio', exact: true }).click();
  await page.keyboard.press('Escape');
  await choose('Cara tayang', 'Sekian kali');
  await form.getByLabel('Jumlah tayangan').fill('2');
  await form.getByText('per hari', { exact: true }).click();
  await form.getByText('Diisikan ke jeda rundown radio').waitFor();
  expect(await graveFaults(page)).toEqual([]);
  await form.getByRole('button', { name: 'Buat jadwal' }).click();
  await form.waitFor({ state: 'detached' });
  const [booking] = await station.client.bookings.list();
  expect(booking).toMatchObject({ what: { assetId }, how: { kind: 'frequency', plays: 2, per: 'day' } });
  await page
    .getByRole('row', { name: /Cek DPT/ })
    .getByText('Radio', { exact: true })
    .waitFor();
});

it('is put into the breaks in one press, and taken back', async () => {
  const [booking] = await station.client.bookings.list();
  if (!booking) throw new Error('nothing is booked');
  const { id, rev, createdAt: _at, createdBy: _by, ...draft } = booking;
  const day = (await station.client.rundowns.get({ id: rundown.id })).rundown.date;
  await station.client.bookings.update({ id, rev, draft: { ...draft, from: day, to: day } });
  await page.goto(`/rundowns/${rundown.id}`);
  await bar().getByText('2 spot masuk dan 0 keluar, di 2 jeda').waitFor();
  expect(await graveFaults(page)).toEqual([]);
  await bar().getByRole('button', { name: 'Isi jeda' }).click();
  await bar().waitFor({ state: 'detached' });
  expect(await spotsIn(0)).toMatchObject([{ assetId, bookingId: id }]);
  expect(await spotsIn(1)).toMatchObject([{ assetId, bookingId: id }]);
  await page.getByRole('treegrid').getByText('Jeda 1').click();
  await page.getByText('Pemesanan: Cek DPT').waitFor();
  await page.getByRole('treegrid').getByText('Jeda 1').click();
  await page.keyboard.press('Control+z');
  await eventually(async () => expect(await spotsIn(0)).toEqual([]));
  await bar().getByText('2 spot masuk').waitFor();
});

it('fills one break alone, and says which booking lacks a place and why', async () => {
  await page.getByRole('button', { name: 'Isi dari pemesanan' }).click();
  await bar().getByText('1 spot masuk dan 0 keluar, di 1 jeda').waitFor();
  expect(await spotsIn(1)).toEqual([]);
  const [booking] = await station.client.bookings.list();
  if (!booking) throw new Error('nothing is booked');
  const { id, rev, createdAt: _at, createdBy: _by, ...draft } = booking;
  await station.client.bookings.update({
    id,
    rev,
    draft: { ...draft, dayparts: [{ start: '09:00:00', end: '09:00:30' }] },
  });
  await bar().getByText('1 pemesanan belum mendapat semua tempatnya').waitFor();
  await bar().getByRole('button', { name: 'Lihat sebabnya' }).click();
  await page.getByRole('dialog').getByText('Tidak ada jeda rundown yang mulai pada jam tayangnya').waitFor();
  expect(await graveFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

it('is read by a viewer, who fills nothing', async () => {
  await station.client.users.create({ signInName: 'pengamat', name: 'Pengamat', role: 'viewer', password: PASSWORD });
  const context = await browser.newContext({ baseURL: station.origin });
  const data = { signInName: 'pengamat', password: PASSWORD };
  await context.request.post('/api/auth/sign-in', { data, headers: { origin: station.origin } });
  const viewer = await consolePage(browser, station.origin, LOOK, await context.storageState());
  await viewer.goto(`/rundowns/${rundown.id}`);
  await bar(viewer).waitFor();
  expect(await bar(viewer).getByRole('button', { name: 'Isi jeda' }).count()).toBe(0);
  expect(complaints).toEqual([]);
});
