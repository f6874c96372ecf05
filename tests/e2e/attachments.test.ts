/** Files attached to an item in a real Chromium: chosen and dropped, refused, seen by others, saved with the same bytes, removed and brought back. */
import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PLAIN_ITEM } from '../../electron/contract/records/rundown-item';
import { newId } from '../../electron/contract/ulid';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { chromiumOptions } from '../lib/chromium';
import { PASSWORD, signedIn } from '../lib/console';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { complaintsOf, consolePage } from './lib/console-page';

const LOOK = { theme: 'light', language: 'id' } as const;
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3_000_000)]);
let station: RunningStation;
let browser: Browser;
let page: Page;
let viewer: Page;
let complaints: string[];
let rundownId: string;

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  const { client } = station;
  const first = await signedIn(browser, station);
  page = await consolePage(browser, station.origin, LOOK, await first.storageState());
  complaints = complaintsOf(page);
  const fields = { name: 'Ruang Pemilih' };
  ({ id: rundownId } = await client.rundowns.create({ programmeId: null, date: '2026-11-23', fields }));
  const add = { type: 'add', key: newId(), parentId: null, order: 'a0', script: null } as const;
  const item = { ...PLAIN_ITEM, title: 'Wawancara', durationMs: 180_000 };
  await client.rundowns.edit({ id: rundownId, changes: [{ ...add, fields: item }] });
  await client.users.create({ signInName: 'pengamat', name: 'Uji Pengamat', role: 'viewer', password: PASSWORD });
  viewer = await viewerPage();
  for (const each of [page, viewer]) await open(each);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

async function viewerPage(): Promise<Page> {
  const context = await browser.newContext({ baseURL: station.origin });
  const data = { signInName: 'pengamat', password: PASSWORD };
  const answer = await context.request.post('/api/auth/sign-in', { data, headers: { origin: station.origin } });
  expect(answer.ok()).toBe(true);
  return consolePage(browser, station.origin, LOOK, await context.storageState());
}

async function open(on: Page): Promise<void> {
  await on.goto(`/rundowns/${rundownId}`);
  await on.getByRole('treegrid').locator('[data-item]').filter({ hasText: 'Wawancara' }).click();
  await on.getByRole('tab', { name: 'Rincian' }).click();
  await field(on).waitFor();
}

const field = (on: Page) => on.getByRole('region', { name: 'Lampiran' });
const files = (on: Page) => field(on).getByRole('list', { name: 'Berkas' }).getByRole('listitem');
const chooser = (on: Page) => field(on).locator('input[type=file]');
const kept = async () => (await station.client.attachments.list({ rundownId })).map(({ name }) => name);
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Saves a file as a person does, and reads what was saved. */
async function saved(on: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const download = on.waitForEvent('download');
  await field(on)
    .getByRole('link', { name: `Unduh ${name}` })
    .click();
  const done = await download;
  return { name: done.suggestedFilename(), bytes: await readFile(await done.path()) };
}

it('attaches a chosen file, which others see at once and save with the same bytes', async () => {
  expect(await field(viewer).getByRole('button').count()).toBe(0);
  await chooser(page).setInputFiles({ name: 'Surat KPU 📄.pdf', mimeType: 'application/pdf', buffer: PDF });
  await files(page).filter({ hasText: 'Surat KPU 📄.pdf' }).filter({ hasText: '2,9 MB' }).waitFor();
  expect(await files(page).getByRole('img', { name: 'PDF' }).count()).toBe(1);
  await files(viewer).filter({ hasText: 'Surat KPU 📄.pdf' }).waitFor();
  for (const each of [page, viewer]) {
    const file = await saved(each, 'Surat KPU 📄.pdf');
    expect([file.name, digest(file.bytes)]).toEqual(['Surat KPU 📄.pdf', digest(PDF)]);
    expect(await graveFaults(each)).toEqual([]);
  }
  expect(await field(viewer).getByRole('button').count()).toBe(0);
});

it('attaches what is dropped on the field', async () => {
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['nama;jabatan'], 'daftar.csv', { type: 'text/csv' }));
    data.items.add(new File(['Selamat pagi'], 'naskah.txt', { type: 'text/plain' }));
    return data;
  });
  await field(page).dispatchEvent('dragover', { dataTransfer: dropped });
  await field(page).and(page.locator('[data-over]')).waitFor();
  await field(page).dispatchEvent('drop', { dataTransfer: dropped });
  await field(page).getByRole('link', { name: 'Unduh naskah.txt' }).waitFor();
  expect(await kept()).toEqual(['Surat KPU 📄.pdf', 'daftar.csv', 'naskah.txt']);
  expect((await saved(viewer, 'daftar.csv')).bytes.toString()).toBe('nama;jabatan');
});

it('says beside the field why a file is refused, and lets the word be put away', async () => {
  await chooser(page).setInputFiles([
    { name: 'kosong.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    { name: 'besar.zip', mimeType: 'application/zip', buffer: Buffer.alloc(25 * 1024 ** 2 + 1) },
  ]);
  const alerts = field(page).getByRole('alert');
  await alerts
    .filter({ hasText: '"kosong.txt" belum terlampir.' })
    .filter({ hasText: 'kosong. Salin ulang' })
    .waitFor();
  await alerts.filter({ hasText: '"besar.zip" belum terlampir.' }).filter({ hasText: '25 MB' }).waitFor();
  expect(await graveFaults(page)).toEqual([]);
  for (const name of ['kosong.txt', 'besar.zip'])
    await field(page)
      .getByRole('button', { name: `Tutup pesan tentang ${name}` })
      .click();
  await alerts.first().waitFor({ state: 'detached' });
  expect(await kept()).toHaveLength(3);
});

it('tells how far a file is, and stops where it is told to', async () => {
  await page.route('**/api/attachments/files*', () => {});
  await chooser(page).setInputFiles({ name: 'lama.txt', mimeType: 'text/plain', buffer: Buffer.from('isi') });
  await field(page).getByRole('progressbar', { name: 'Mengunggah lama.txt' }).waitFor();
  await field(page).getByRole('button', { name: 'Batalkan unggahan lama.txt' }).click();
  await files(page).filter({ hasText: 'lama.txt' }).waitFor({ state: 'detached' });
  await page.unroute('**/api/attachments/files*');
  await chooser(page).setInputFiles({ name: 'lekas.txt', mimeType: 'text/plain', buffer: Buffer.from('isi') });
  await field(page).getByRole('link', { name: 'Unduh lekas.txt' }).waitFor();
  await field(page).getByRole('button', { name: 'Hapus berkas lekas.txt' }).click();
  await files(page).filter({ hasText: 'lekas.txt' }).waitFor({ state: 'detached' });
  expect(await kept()).toHaveLength(3);
});

it('removes a file, and brings it back', async () => {
  await field(page).getByRole('button', { name: 'Hapus berkas naskah.txt' }).click();
  for (const each of [page, viewer]) await files(each).filter({ hasText: 'naskah.txt' }).waitFor({ state: 'detached' });
  await page
    .locator('[id^="done-"]')
    .filter({ hasText: 'Berkas naskah.txt dihapus' })
    .getByRole('button', { name: 'Urungkan' })
    .click();
  for (const each of [page, viewer]) await files(each).filter({ hasText: 'naskah.txt' }).waitFor();
  expect((await saved(viewer, 'naskah.txt')).bytes.toString()).toBe('Selamat pagi');
  expect(complaints).toEqual([]);
});

it('refuses a viewer who sends one past the page', async () => {
  const [item] = (await station.client.rundowns.get({ id: rundownId })).items;
  const query = new URLSearchParams({ itemId: item?.id ?? '', name: 'a.txt' });
  const headers = { origin: station.origin, 'content-type': 'text/plain' };
  const answer = await viewer.request.post(`/api/attachments/files?${query}`, { data: 'isi', headers });
  expect(answer.status()).toBe(403);
  expect(await kept()).toHaveLength(3);
});
