/** The office's registers in a real Chromium: a request is answered in time and never with what may not be given; a contest is judged blind to its winners. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { day } from '../lib/booking';
import { chromiumOptions } from '../lib/chromium';
import { PASSWORD, signedIn } from '../lib/console';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { complaintsOf, consolePage, settled } from './lib/console-page';
import { readyClip } from './lib/console-station';

let station: RunningStation;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let openId: string;
let pendingId: string;

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  context = await signedIn(browser, station);
  openId = await readyClip(station, 'Laporan terbuka', 300);
  pendingId = await readyClip(station, 'Belum disetujui', 500);
  const { rev } = await station.client.library.get({ id: pendingId });
  await station.client.library.update({ id: pendingId, rev, approval: 'pending' });
  page = await consolePage(browser, station.origin, { theme: 'dark', language: 'id' }, await context.storageState());
  complaints = complaintsOf(page);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

const button = (name: string | RegExp, on: Page = page) => on.getByRole('button', { name }).first();
/** The second press does it. */
async function pressTwice(first: string, second: string, on: Page = page) {
  await button(first, on).click();
  await button(second, on).click();
}
const year = Number(day(0).slice(0, 4));

it('registers a request, drafts its answer with material, and grants it', { timeout: 90_000 }, async () => {
  await page.goto('/requests');
  await settled(page);
  await page.keyboard.press('n');
  const form = page.getByRole('dialog', { name: 'Catat permohonan' });
  await form.getByLabel('Nama').fill('Sekar Wulan');
  await form.getByLabel('Telepon').fill('0812-555');
  await form.getByLabel('Informasi yang diminta').fill('Laporan anggaran videotron');
  await form.getByLabel('Tujuan penggunaan').fill('Skripsi');
  expect(await graveFaults(page)).toEqual([]);
  await form.getByRole('button', { name: 'Simpan' }).click();

  const sheet = page.getByRole('dialog', { name: `Permohonan 001/PPID/${year}` });
  await sheet.getByText(/sisa 10 hari kerja/).waitFor();
  await sheet.getByLabel('Isi jawaban').fill('Laporan terlampir.');
  await sheet.getByLabel('Klasifikasi informasi').click();
  await page.getByRole('option', { name: 'Setiap saat' }).click();
  const material = sheet.getByLabel('Materi yang diberikan');
  await material.click();
  await page.getByRole('option', { name: 'Belum disetujui' }).click();
  // Why not, before anything is saved.
  await sheet
    .getByText(/Belum disetujui.*setuju/)
    .last()
    .waitFor();
  await sheet.getByRole('button', { name: 'Keluarkan Belum disetujui' }).click();
  await material.click();
  await page.getByRole('option', { name: 'Laporan terbuka' }).click();
  await sheet.getByRole('button', { name: 'Keluarkan Laporan terbuka' }).waitFor();
  expect(await graveFaults(page)).toEqual([]);
  await pressTwice('Berikan', 'Berikan seluruhnya?');
  await sheet.getByText('Diberikan, diputuskan oleh Operator').waitFor();
  const { items } = await station.client.requests.list({ year });
  const held = await station.client.requests.get({ id: items[0]?.id ?? '' });
  expect(held).toMatchObject({ state: 'answered', answer: { assetIds: [openId] } });

  const letter = await context.request.get(`/api/requests/${items[0]?.id}/letter.pdf?paper=F4`);
  expect(letter.headers()['content-type']).toBe('application/pdf');
  expect((await letter.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const csv = await (await context.request.get(`/api/requests.csv?year=${year}`)).text();
  expect(csv).toContain('Diberikan seluruhnya;1');
  expect(csv).not.toContain('Sekar');
  expect(complaints).toEqual([]);
});

it('hides who asked from viewers, on the page, in the API and in the letter', { timeout: 60_000 }, async () => {
  await station.client.users.create({ signInName: 'ani', name: 'Ani Juri', role: 'viewer', password: PASSWORD });
  const viewer = await signedInAs('ani');
  await viewer.goto('/requests');
  await settled(viewer);
  await viewer.getByText('S. W.').waitFor();
  expect(await viewer.content()).not.toMatch(/Sekar|0812/);
  expect(await viewer.getByRole('button', { name: 'Catat permohonan' }).count()).toBe(0);
  const { items } = await station.client.requests.list({ year });
  const asked = await viewer.context().request.get(`/api/requests/${items[0]?.id}`);
  expect(await asked.text()).not.toMatch(/Sekar|0812/);
  expect((await viewer.context().request.get(`/api/requests/${items[0]?.id}/letter.pdf`)).status()).toBe(403);
  expect(await (await viewer.context().request.get('/api/audit')).text()).not.toMatch(/Sekar|0812/);
  await viewer.context().close();
});

it('refuses such material at the station too, with the reason', async () => {
  const { client } = station;
  const applicant = { name: 'Budi', kind: 'person' as const, identity: { kind: 'none' as const, ends: '' } };
  const who = { ...applicant, address: '', phone: '', email: '' };
  const receivedOn = day(0);
  const fields = {
    receivedOn,
    via: 'web' as const,
    applicant: who,
    asked: 'Berkas',
    purpose: 'Tahu',
    wanted: 'soft' as const,
  };
  const { id, rev } = await client.requests.create(fields);
  const answer = { text: 'Ini', ppid: 'anytime' as const, ground: '', assetIds: [pendingId] };
  await expect(client.requests.draft({ id, rev, answer })).rejects.toMatchObject({
    data: { details: [{ code: 'judge.notApproved' }] },
  });
});

it('judges a contest blind, and its winner waits for approval in the library', { timeout: 120_000 }, async () => {
  await page.goto('/contests');
  await settled(page);
  await page.keyboard.press('n');
  const form = page.getByRole('dialog', { name: 'Buat sayembara' });
  await form.getByLabel('Judul sayembara').fill('Ayo ke TPS');
  await form.getByLabel('Dewan juri').click();
  await page.getByRole('option', { name: 'Ani Juri' }).click();
  await page.getByRole('option', { name: 'Operator' }).click();
  await page.keyboard.press('Escape');
  expect(await graveFaults(page)).toEqual([]);
  await form.getByRole('button', { name: 'Simpan' }).click();
  await button('Buka penerimaan karya').click();

  await button('Catat karya').click();
  const entry = page.getByRole('dialog', { name: 'Catat karya' });
  await entry.getByLabel('Judul karya').fill('Jari Ungu');
  await entry.getByLabel('Nama peserta').fill('Karang Taruna');
  await entry.getByLabel('Berkas di pustaka').click();
  await page.getByRole('option', { name: 'Laporan terbuka' }).click();
  await entry.getByLabel(/sudah menandatangani/).check();
  expect(await graveFaults(page)).toEqual([]);
  await entry.getByRole('button', { name: 'Simpan' }).click();
  await button('Sahkan Jari Ungu').click();
  await page.getByRole('cell', { name: 'Sah', exact: true }).waitFor();
  await button('Tutup penerimaan, mulai penilaian').click();

  await button('Beri nilai Jari Ungu').click();
  await score(page, [90, 80, 70], 'Rahasia operator');
  await page.getByText('1 dari 2 juri sudah menilai').waitFor();
  const juror = await signedInAs('ani');
  await juror.goto('/contests');
  await settled(juror);
  await juror.getByText('1 karya menunggu nilai Anda').waitFor();
  expect(await juror.content()).not.toContain('Rahasia operator');
  await button('Beri nilai Jari Ungu', juror).click();
  await score(juror, [60, 60, 60], 'Kurang rapi');
  await juror.getByText('antara 60 dan 80').waitFor();
  await juror.context().close();

  await page.getByText('Semua nilai sudah masuk. Pilih karya yang terpilih.').waitFor();
  expect(await page.getByRole('button', { name: 'Ubah nilai' }).count()).toBe(0);
  await page.getByRole('combobox', { name: 'Karya terpilih' }).fill('karang taruna');
  await page.getByRole('option', { name: /Jari Ungu/ }).click();
  expect(await graveFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await pressTwice('Tetapkan 1 karya terpilih', 'Tutup penilaian dan buka nilai?');
  await page.getByLabel('Juara untuk Jari Ungu').fill('1');
  await pressTwice('Tetapkan 1 pemenang', 'Umumkan pemenang?');
  await page.getByRole('cell', { name: 'Juara 1' }).waitFor();
  expect(await graveFaults(page)).toEqual([]);
  const asset = await station.client.library.get({ id: openId });
  expect(asset).toMatchObject({ approval: 'pending', tags: ['sayembara', 'Ayo ke TPS'] });
  const [contest] = await station.client.contests.list();
  const list = await context.request.get(`/api/contests/${contest?.id}/winners.csv`);
  expect(await list.text()).toContain('1;;Jari Ungu;Karang Taruna;;70,00');
  expect(complaints).toEqual([]);
});

async function signedInAs(signInName: string): Promise<Page> {
  const own = await browser.newContext({ baseURL: station.origin });
  const headers = { origin: station.origin };
  const answer = await own.request.post('/api/auth/sign-in', { data: { signInName, password: PASSWORD }, headers });
  expect(answer.ok()).toBe(true);
  const state = await own.storageState();
  await own.close();
  return consolePage(browser, station.origin, { theme: 'light', language: 'id' }, state);
}

async function score(on: Page, marks: readonly number[], note: string): Promise<void> {
  const form = on.getByRole('dialog', { name: 'Nilai untuk Jari Ungu' });
  const fields = form.getByRole('spinbutton');
  await eventually(async () => expect(await fields.count()).toBe(marks.length));
  for (const [at, mark] of marks.entries()) await fields.nth(at).fill(String(mark));
  await form.getByLabel('Catatan juri').fill(note);
  await form.getByRole('button', { name: 'Simpan' }).click();
  await form.waitFor({ state: 'hidden' });
}
