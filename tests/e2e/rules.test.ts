/** The law at the office: a calendar is made of a template, the bench refuses with the article, every page of the console says what holds, and two people lift it. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../electron/core/store';
import { operator, quiet, sampleUser } from '../../electron/core/store/samples';
import { hashPassword } from '../../electron/core/users/password';
import { DAY_MS } from '../../electron/domain/calendar';
import { localParts } from '../../electron/domain/time';
import { chromiumOptions } from '../lib/chromium';
import { PASSWORD, signedIn } from '../lib/console';
import { makeDir, type RunningStation, removeDir, startStation } from '../lib/station';
import { complaintsOf, settled } from './lib/console-page';

const ZONE = 'Asia/Jakarta';
/** The day of voting, so that today is the second of the three days of masa tenang. */
const VOTING = localParts(Date.now() + 2 * DAY_MS, ZONE).date;
const TEMPLATE_VOTING = '2024-11-27';
const shiftDays = (Date.parse(VOTING) - Date.parse(TEMPLATE_VOTING)) / DAY_MS;

let dir = '';
let station: RunningStation;
let browser: Browser;
let administrator: BrowserContext;
let head: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  dir = await makeDir();
  await makeHead();
  [station, browser] = await Promise.all([startStation({ dataDir: dir }), chromium.launch(chromiumOptions())]);
  administrator = await signedIn(browser, station);
  head = await browser.newContext({ baseURL: station.origin, viewport: { width: 1280, height: 800 } });
  const answer = await head.request.post('/api/auth/sign-in', {
    data: { signInName: 'kepala', password: PASSWORD },
    headers: { origin: station.origin },
  });
  expect(answer.ok()).toBe(true);
  page = await head.newPage();
  complaints = complaintsOf(page);
});
afterAll(async () => {
  await browser?.close();
  await station?.stop();
  await removeDir(dir);
});

/** Of long standing: one that somebody else made this week would be no second person. */
async function makeHead(): Promise<void> {
  const store = await openStore({ dir, clock: { now: () => Date.now() - 30 * DAY_MS }, log: quiet });
  const passwordHash = await hashPassword(PASSWORD);
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
    tx.put('user', sampleUser({ signInName: 'kepala', name: 'Kepala', role: 'head', passwordHash, createdAt: 1 })),
  );
  await store.close();
}

const badge = (on: Page) => on.locator('header').getByRole('link', { name: 'Masa tenang' });

it('makes a calendar of a template, with its rules as sentences', async () => {
  await page.goto('/rules#stages');
  await settled(page);
  expect(await badge(page).count()).toBe(0);
  await page.getByRole('button', { name: 'Salin dari contoh' }).click();
  const form = page.getByRole('dialog', { name: 'Salin dari contoh' });
  await form.getByLabel('Nama kalender').fill('Pilkada uji');
  await form.getByText('Spot kampanye paling banyak 10 kali sehari').waitFor();
  await form.getByRole('button', { name: 'Batal' }).click();
  // The days are moved as the form would; its calendar is Mantine's own.
  await station.client.stages.copy({ key: 'pilkada-2024', name: 'Pilkada uji', shiftDays });
  await page.getByRole('region', { name: 'Pilkada uji' }).getByText('Masa kampanye', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Aturan', exact: true }).last().click();
  await page.getByText(/^Materi Iklan rokok tidak boleh tayang di layar, kecuali pukul 22:00–05:00\.$/).waitFor();
});

it('is where the radio sends whoever looks for rules of its spots', async () => {
  const desk = await administrator.newPage();
  await desk.goto('/rundowns');
  await settled(desk);
  await desk.getByRole('button', { name: 'Pengaturan radio' }).click();
  await desk.getByRole('link', { name: 'Buka aturan radio' }).click();
  await desk.getByRole('heading', { name: 'Spot kampanye di radio paling lama 60 detik' }).waitFor();
  expect(await desk.getByRole('heading', { name: 'Spot kampanye di layar paling lama 30 detik' }).count()).toBe(0);
  await desk.getByRole('combobox', { name: 'Kanal' }).click();
  await desk.getByRole('option', { name: 'Layar', exact: true }).click();
  await desk.getByRole('heading', { name: 'Spot kampanye di layar paling lama 30 detik' }).waitFor();
  expect(await desk.getByRole('heading', { name: 'Spot kampanye di radio paling lama 60 detik' }).count()).toBe(0);
  await desk.close();
});

it('shows the lock on the pages of the operator, the radio and the desk', async () => {
  for (const path of ['/', '/rundowns', '/rules']) {
    await page.goto(path);
    await settled(page);
    await badge(page).waitFor();
    expect(await badge(page).getAttribute('title')).toMatch(/^Masa tenang\n.* \(s\.d\. pukul 24\.00 WIB\)$/);
  }
});

it('says at the bench that it is refused, by which article, and until when', async () => {
  await page.goto('/rules#bench');
  await settled(page);
  await page.getByRole('combobox', { name: 'Kategori' }).click();
  await page.getByRole('option', { name: 'Iklan kampanye' }).click();
  const radio = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Radio', exact: true }) });
  await radio.getByText('UU 7/2017 pasal 304').waitFor();
  await radio.getByText('PKPU 13/2024; PKPU 2/2024').waitFor();
  expect(await radio.getByText('Ditolak', { exact: true }).count()).toBe(1);
  await page.getByRole('combobox', { name: 'Kategori' }).click();
  await page.getByRole('option', { name: 'Kesehatan' }).click();
  await radio.getByText('Boleh tayang', { exact: true }).waitFor();
});

it('lifts the lock by two people and keeps who they were', async () => {
  await page.goto('/rules#locks');
  await settled(page);
  await page.getByRole('button', { name: 'Minta pencabutan' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Alasan').fill('Pengumuman resmi KPU tentang TPS');
  await form.getByRole('button', { name: 'Minta pencabutan' }).click();
  await page.getByText('menunggu orang kedua').waitFor();
  expect(await page.getByRole('button', { name: 'Setujui pencabutan' }).count()).toBe(0);
  expect(await badge(page).getAttribute('data-holds')).toBe('true');

  const other = await administrator.newPage();
  await other.goto('/rules#locks');
  await settled(other);
  await other.getByRole('button', { name: 'Setujui pencabutan' }).click();
  await other.getByRole('button', { name: 'Ya, cabut kunci' }).click();
  await page.getByText('dicabut', { exact: true }).waitFor();
  await page.waitForFunction(() => document.querySelector('header a[href*="#locks"]:not([data-holds])') !== null);
  const told = await station.client.station.audit({ limit: 20 });
  const lifts = told
    .filter(({ command }) => command.startsWith('lifts.'))
    .map(({ command, actor }) => [command, actor.name]);
  expect(lifts).toEqual([
    ['lifts.confirm', 'Operator'],
    ['lifts.ask', 'Kepala'],
  ]);
  expect(complaints).toEqual([]);
});

it('sends a notice out under a lock once it says what it is about', async () => {
  await station.client.lifts.list().then((all) => Promise.all(all.map(({ id }) => station.client.lifts.end({ id }))));
  const { zone, defaultProfile } = await station.client.station.settings();
  const panel = { place: '', zone, profile: defaultProfile, fillerPlaylistId: null };
  await station.client.displays.create({ ...panel, name: 'VT-01 Alun-alun' });
  const operator = await administrator.newPage();
  await operator.goto('/');
  await settled(operator);
  await operator.keyboard.press('F9');
  const sheet = operator.getByRole('dialog');
  await sheet.getByText('Pemberitahuan', { exact: true }).click();
  await sheet.getByRole('textbox', { name: 'Judul' }).fill('Waspada banjir di Tirta Hulu');
  await sheet.getByText(/^Kunci Masa tenang.* berlaku atau segera berlaku di layar ini/).waitFor();
  await sheet.getByRole('button', { name: 'Periksa dulu' }).click();
  await sheet.getByText('Pilih kategorinya: di bawah kunci, tayangan tanpa kategori ditolak.').waitFor();
  await sheet.getByRole('combobox', { name: 'Kategori' }).click();
  await operator.getByRole('option', { name: 'Iklan kampanye' }).click();
  await sheet.getByRole('button', { name: 'Periksa dulu' }).click();
  const refusal = sheet.getByRole('alert').filter({ hasText: 'Aturan menolak siaran ini di semua layar' });
  await refusal.getByText(/^VT-01 Alun-alun: .*PKPU/).waitFor();
  await sheet.getByText('Tidak dapat dikirim: aturan menolak di semua layar.').waitFor();
  expect(await sheet.getByRole('button', { name: /^Ambil alih/ }).isDisabled()).toBe(true);
  await sheet.getByRole('button', { name: 'Kembali' }).click();
  await sheet.getByRole('combobox', { name: 'Kategori' }).click();
  await operator.getByRole('option', { name: 'Kebencanaan' }).click();
  await sheet.getByRole('button', { name: 'Periksa dulu' }).click();
  await sheet.getByText('Kategori: Kebencanaan').waitFor();
  await sheet.getByRole('button', { name: 'Ambil alih 1 layar' }).click();
  await sheet.waitFor({ state: 'detached' });
  const [sent] = await station.client.takeovers.list();
  expect(sent?.what).toMatchObject({ tone: 'notice', category: 'Kebencanaan' });
  await operator.goto('/takeovers');
  await operator.getByRole('definition').filter({ hasText: 'Kebencanaan' }).waitFor();
  await operator.close();
});

it('makes a change that loosens the lock when a second person confirms it, and not before', async () => {
  await page.goto('/rules');
  await settled(page);
  await page.getByRole('button', { name: 'Hapus Masa tenang' }).click();
  const mine = page.getByRole('region', { name: 'Perubahan Anda yang belum dilakukan' });
  await mine.getByText('Hapus aturan').waitFor();
  await page.getByText('Perubahan ini melonggarkan kunci, jadi perlu dua orang.').waitFor();
  await mine.getByRole('button', { name: 'Tutup' }).click();
  await mine.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Hapus Masa tenang' }).click();
  await mine.getByLabel('Alasan').fill('Tanggal masa tenang salah ketik');
  await mine.getByRole('button', { name: 'Minta persetujuan' }).click();
  await mine.waitFor({ state: 'detached' });
  await page.goto('/rules#locks');
  await page.getByRole('region', { name: 'Perubahan kunci' }).getByText('menunggu orang kedua').waitFor();
  expect(await page.getByRole('button', { name: 'Setujui perubahan' }).count()).toBe(0);
  const lock = async () => (await station.client.rules.list()).filter(({ does }) => does.kind === 'lock').length;
  expect(await lock()).toBe(1);

  const other = await administrator.newPage();
  await other.goto('/');
  const needsYou = other.getByRole('region', { name: 'Perlu tindakan Anda' });
  await needsYou.getByRole('link', { name: 'Perubahan kunci menunggu keputusan Anda' }).waitFor();
  await needsYou.getByText('Hapus aturan: Masa tenang').waitFor();
  await needsYou.getByText(/^Diminta Kepala, /).waitFor();
  await other.locator('header').getByRole('link', { name: '1 permintaan kunci menunggu orang kedua' }).click();
  const waiting = other.getByRole('region', { name: 'Perubahan kunci' });
  await waiting.getByText('Tanggal masa tenang salah ketik').waitFor();
  await waiting.getByRole('button', { name: 'Setujui perubahan' }).click();
  await waiting.getByRole('button', { name: 'Ya, longgarkan kunci' }).click();
  // Read with what was refused, so that a failure says why.
  const said = async () =>
    [await waiting.textContent(), ...(await other.getByRole('alert').allTextContents())].join('\n');
  await expect.poll(said, { timeout: 30_000 }).toContain('disetujui dan dilakukan');
  expect(await lock()).toBe(0);
  const told = await station.client.station.audit({ limit: 40 });
  const asked = told
    .filter(({ command }) => command.startsWith('lockChanges.'))
    .map(({ command, actor }) => [command, actor.name]);
  expect(asked).toEqual([
    ['lockChanges.confirm', 'Operator'],
    ['lockChanges.ask', 'Kepala'],
  ]);
});
