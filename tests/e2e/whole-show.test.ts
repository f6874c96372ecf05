/** A whole show by one producer in a browser, with mouse and keyboard alone: from a programme's template to the signed log and its papers. */
import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { localParts } from '../../electron/domain/time';
import { desktopChromium } from '../lib/chromium';
import { type RunningStation, removeDir } from '../lib/station';
import { complaintsOf } from './lib/console-page';
import { morningOfShow, producerPage, SPOT, TITLES } from './lib/whole-show';

let station: RunningStation;
let browser: Browser;
let page: Page;
/** The rundown on the producer's second screen. */
let desk: Page;
let complaints: string[];

beforeAll(async () => {
  [station, browser] = await Promise.all([morningOfShow(), chromium.launch(desktopChromium())]);
  page = await producerPage(browser, station);
  complaints = complaintsOf(page);
});
afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

const goTo = (place: string) => page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click();
const row = (title: string, of = page) => of.getByRole('treegrid').locator('[data-item]').filter({ hasText: title });
/** Of the station's zone, `HH:MM:SS`. */
const clock = (inMs: number) => localParts(Date.now() + inMs, 'Asia/Jakarta').time;

it('is made from the template, with a script, a guest, a spot and a start by the clock', async () => {
  await page.goto('/');
  await goTo('Rundown');
  await page.getByRole('link', { name: 'Narasumber' }).click();
  await page.getByRole('button', { name: 'Narasumber baru' }).first().click();
  await page.getByRole('textbox', { name: 'Nama' }).fill('Budi Santoso');
  await page.getByRole('textbox', { name: 'Instansi' }).fill('KPU Kabupaten Tirtaraya');
  await page.keyboard.press('Enter');
  await page.getByRole('rowheader', { name: 'Budi Santoso' }).waitFor();

  await goTo('Rundown');
  await page.getByRole('button', { name: 'Rundown baru' }).first().click();
  await page.getByRole('button', { name: 'Buat', exact: true }).click();
  await page.waitForURL(/\/rundowns\/[0-9A-Z]{26}$/);
  await row('Penutup').waitFor();
  expect(await page.getByRole('treegrid').locator('[data-item] .two-lines[title]').allTextContents()).toEqual(TITLES);
  await page.getByLabel('Mulai', { exact: true }).fill(clock(0));

  await row('Pembuka').click();
  await page.getByRole('textbox', { name: 'Naskah' }).click();
  await page.keyboard.type('Selamat pagi pendengar, inilah Ruang Pemilih');
  await page.getByText(/6 kata/).waitFor();

  await page.getByRole('tab', { name: 'Narasumber' }).click();
  await page.getByRole('combobox', { name: 'Tambah narasumber' }).click();
  await page.getByRole('option', { name: /Budi Santoso/ }).click();
  await page.getByRole('checkbox', { name: 'Hadir' }).check();

  await page.getByRole('tab', { name: 'Rincian' }).click();
  await row('Jeda iklan').click();
  await page.getByRole('button', { name: 'Tambah dari pustaka' }).click();
  await page.getByRole('button', { name: `Masukkan ${SPOT}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tutup' }).click();
  await page.getByRole('region', { name: 'Yang diputar' }).getByRole('button', { name: 'Jadikan durasi' }).click();
  await expect.poll(() => row('Jeda iklan').textContent()).toContain('0:04');

  await row('Tanda waktu').click();
  // Else what is pressed is still the form of the item before.
  await expect.poll(() => page.getByRole('textbox', { name: 'Judul' }).inputValue()).toBe('Tanda waktu');
  await page.getByRole('radiogroup', { name: 'Waktu mulai' }).getByText('Jam pasti').click();
  await page.getByRole('switch', { name: 'Naik sendiri' }).check();
  await page.getByRole('textbox', { name: 'Jam mulai' }).fill(clock(3_600_000));
  await row('Tanda waktu').getByRole('img', { name: 'Jam pasti, naik sendiri' }).waitFor();
});

it('is marked ready, every item at once', async () => {
  await row('Bumper in').click();
  await page.keyboard.press('Control+a');
  await page.getByText('7 materi dipilih').waitFor();
  await page.getByRole('button', { name: 'Setujui' }).click();
  await page.getByText('7 materi · 0 belum disetujui').waitFor();
  await page.getByRole('button', { name: /Status rundown/ }).click();
  await page.getByRole('menuitem', { name: 'Siap' }).click();
  await page.getByRole('button', { name: 'Status rundown: Siap' }).waitFor();
  await page.getByText('Tersimpan').first().waitFor();
});

/** Until the station's clock on the screen has gone on by a second: the next press is no bounce of the last. */
async function aSecond(): Promise<void> {
  const air = page.getByRole('timer', { name: 'Jam siaran' });
  for (const _ of [1, 2]) {
    const before = await air.textContent();
    await expect.poll(() => air.textContent(), { interval: 50 }).not.toBe(before);
  }
}

async function isOn(title: string): Promise<void> {
  await page.locator(`[data-live] h2[title="${title}"]`).waitFor();
  await aSecond();
}

it('goes on air, is held, leaves one out, and takes its hard start by itself', async () => {
  const address = page.url();
  await page.getByRole('link', { name: 'Ruang siar' }).click();
  await page.getByText('Semua materi disetujui').waitFor();
  await page.getByText('Narasumber sudah hadir').waitFor();
  await page.getByRole('radiogroup', { name: 'Panel bawah' }).getByText('Cart').click();
  await page.getByRole('button', { name: 'Putar dari sini' }).click();
  await page.getByText('Halaman ini memutar siaran').waitFor();
  desk = await page.context().newPage();
  await desk.goto(address);
  await row('Tanda waktu', desk).click();

  await page.bringToFront();
  await page.getByRole('button', { name: 'Mulai siaran' }).click();
  await page.getByRole('button', { name: 'Ya, mulai mengudara' }).click();
  await isOn('Bumper in');
  await aSecond();
  await page.keyboard.press('Space');
  await isOn('Pembuka');
  await page.getByText('Selamat pagi pendengar, inilah Ruang Pemilih').waitFor();
  await aSecond();
  await page.keyboard.press('Space');
  await isOn('Wawancara KPU');
  await page.keyboard.press('h');
  await page.getByText('Ditahan', { exact: true }).waitFor();
  await aSecond();
  await page.keyboard.press('h');
  await page.getByText('Ditahan', { exact: true }).waitFor({ state: 'detached' });
  await aSecond();
  await page.keyboard.press('s');
  await page.locator('[data-state="skipped"]', { hasText: 'Insert Hoaks atau Fakta' }).waitFor();
  // The clock of the time signal, set on the other screen as the hour comes near.
  await desk.getByRole('textbox', { name: 'Jam mulai' }).fill(clock(8000));
  await isOn('Tanda waktu');
  await desk.close();
});

it('plays its break, and ends', async () => {
  await aSecond();
  await page.keyboard.press('Space');
  await isOn('Jeda iklan');
  const onAir = page.getByRole('region', { name: 'Jeda', exact: true }).and(page.locator('[data-on]'));
  await onAir.getByText(SPOT).waitFor();
  await onAir.waitFor({ state: 'detached' });
  await page.keyboard.press('Space');
  await isOn('Penutup');
  await page.keyboard.press('e');
  await page.getByText('Tekan Enter untuk mengakhiri').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Catatan siaran' }).waitFor();
});

it('shows planned against actual, is explained and signed, and then cannot be changed', async () => {
  const line = (title: string) => page.getByRole('row').filter({ hasText: title });
  const [planned, actual] = [1, 3].map((cell) => line('Tanda waktu').getByRole('cell').nth(cell));
  expect(await actual?.textContent()).toBe(await planned?.textContent());
  await line('Tanda waktu').getByText('Diambil otomatis').waitFor();
  await line('Wawancara KPU')
    .getByText(/Diambil Siti Rahmawati · ditahan 0:0\d/)
    .waitFor();
  expect(await line('Insert').textContent()).toMatch(/0:05–––Dilewati/);
  for (const title of TITLES.filter((each) => !each.startsWith('Insert'))) {
    expect(await line(title).textContent()).toMatch(/(\d\d:\d\d:\d\d0:\d\d){2}[+\u2212±]?0:\d\d/);
  }
  await page.getByLabel('Alasan untuk Wawancara KPU').fill('Narasumber menjawab lebih panjang');
  await page.keyboard.press('Enter');
  await page.getByLabel('Jabatan').fill('Pengarah acara');
  await page.getByRole('button', { name: 'Tanda tangani' }).click();
  await page.getByRole('button', { name: 'Ya, tanda tangani' }).click();
  await page.getByText('Ditandatangani Siti Rahmawati, Pengarah acara').waitFor();
  await line('Wawancara KPU').getByText('Narasumber menjawab lebih panjang').waitFor();
  expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0);

  const rundownId = page.url().split('/').at(-1) ?? '';
  const log = async () => (await station.client.shows.of({ rundownId }))[0];
  const signed = await log();
  const { id = '', turn = 0 } = signed?.show ?? {};
  await expect(station.client.shows.explain({ id: signed?.steps[0]?.id ?? '', why: 'Lain' })).rejects.toThrow();
  await expect(
    station.client.shows.sign({ id, signature: { name: 'Lain', position: '', note: '' } }),
  ).rejects.toThrow();
  await station.client.shows.take({ id, turn }).catch(() => {});
  expect(await log()).toEqual(signed);
});

it('gives its papers as files that open', async () => {
  await page.getByRole('link', { name: 'Buka rundown' }).click();
  await page.getByRole('button', { name: 'Cetak & ekspor' }).click();
  const sheet = page.getByRole('dialog');
  for (const paper of ['Rundown siaran', 'Naskah siaran', 'Daftar narasumber', 'Catatan siaran']) {
    await sheet.getByText(paper, { exact: true }).click();
    const coming = page.waitForEvent('download');
    await sheet.getByRole('link', { name: 'PDF' }).click();
    const bytes = await readFile(await (await coming).path());
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(bytes.subarray(-8).toString('latin1')).toContain('%%EOF');
    await page.locator(`iframe[title="Pratinjau ${paper}"]`).waitFor();
  }
  await page.keyboard.press('Escape');
});

it('has its spot in the play log', async () => {
  await goTo('Bukti tayang');
  const play = page.getByRole('row').filter({ hasText: SPOT });
  await play.waitFor();
  expect(await play.count()).toBe(1);
  expect(await play.textContent()).toMatch(/Radio.*0:04Tayang$/);
  expect(complaints).toEqual([]);
});
