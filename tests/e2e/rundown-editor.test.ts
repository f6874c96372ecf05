/** A rundown prepared in a browser: items and their times, order, script, a second person, undo, and one who only reads. */
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PLAIN_ITEM } from '../../electron/contract/records/rundown-item';
import { newId } from '../../electron/contract/ulid';
import { ordersBetween } from '../../electron/domain/rundown/order';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { desktopChromium } from '../lib/chromium';
import { PASSWORD, signedIn } from '../lib/console';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { complaintsOf, consolePage, settled } from './lib/console-page';

const LOOK = { theme: 'dark', language: 'id' } as const;
let station: RunningStation;
let browser: Browser;
let page: Page;
let complaints: string[];
let id: string;

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(desktopChromium())]);
  const first = await signedIn(browser, station);
  page = await consolePage(browser, station.origin, LOOK, await first.storageState());
  complaints = complaintsOf(page);
  for (const [signInName, role] of [
    ['produser2', 'producer'],
    ['pengamat', 'viewer'],
  ] as const) {
    await station.client.users.create({ signInName, name: `Uji ${signInName}`, role, password: PASSWORD });
  }
  await station.client.presenters.create({ name: 'Penyiar 1', wpm: 120 });
});

afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

async function pageOf(signInName: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: station.origin });
  const headers = { origin: station.origin };
  const answer = await context.request.post('/api/auth/sign-in', { data: { signInName, password: PASSWORD }, headers });
  expect(answer.ok()).toBe(true);
  return consolePage(browser, station.origin, LOOK, await context.storageState());
}

const rows = (of = page) => of.getByRole('treegrid').locator('[data-item]');
const row = (title: string, of = page) => rows(of).filter({ hasText: title });
const items = async () => (await station.client.rundowns.get({ id })).items;
const titles = (of = page) => rows(of).locator('[title]:not([title=""]).two-lines').allTextContents();

it('makes a rundown, and its times come out', async () => {
  await page.goto('/rundowns');
  await settled(page);
  expect(await graveFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Rundown baru' }).first().click();
  await page.getByText('Kosong', { exact: true }).click();
  await page.getByLabel('Nama rundown').fill('Ruang Pemilih');
  await page.getByRole('button', { name: 'Buat', exact: true }).click();
  await page.waitForURL(/\/rundowns\/[0-9A-Z]{26}$/);
  id = page.url().split('/').at(-1) ?? '';
  await page.getByRole('treegrid').waitFor();
  await page.getByRole('treegrid').locator('[role="rowgroup"]').nth(1).focus();
  for (const [title, length] of [
    ['Pembuka', '3:00'],
    ['Segmen 1', '12m'],
    ['Jeda', '150'],
  ]) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(title ?? '');
    await page.keyboard.press('Tab');
    await page.keyboard.type(length ?? '');
    await page.keyboard.press('Enter');
  }
  await expect.poll(async () => (await items()).length).toBe(3);
  await expect.poll(async () => (await items()).map(({ durationMs }) => durationMs / 1000)).toEqual([180, 720, 150]);
  await expect.poll(() => row('Jeda').textContent()).toContain('09:15:00');
  expect(await page.getByRole('status', { name: 'Jumlah durasi' }).textContent()).toContain('17:30');
  expect(await graveFaults(page)).toEqual([]);
});

it('refuses a length that cannot be, and says what can', async () => {
  await row('Jeda').click();
  await page.keyboard.press('Shift+F2');
  await page.keyboard.type('-2:30');
  await page.keyboard.press('Enter');
  await page.getByText(/tidak boleh minus/).waitFor();
  await page.keyboard.press('Escape');
  expect((await items()).map(({ durationMs }) => durationMs)).toContain(150_000);
});

it('reorders by key, pastes rows of a spreadsheet, and takes it back', async () => {
  await row('Jeda').click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(titles).toEqual(['Pembuka', 'Jeda', 'Segmen 1']);
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(titles).toEqual(['Pembuka', 'Segmen 1', 'Jeda']);
  await page.getByRole('treegrid').evaluate((grid) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Judul\tDurasi\nKesimpulan\t4:00\nPenutup\t2:15');
    const target = grid.querySelector('[role="row"][tabindex="0"]') ?? grid;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect.poll(titles).toEqual(['Pembuka', 'Segmen 1', 'Jeda', 'Kesimpulan', 'Penutup']);
  await expect.poll(async () => (await items()).length).toBe(5);
  await row('Penutup').click();
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await items()).length).toBe(4);
  await page.keyboard.press('Control+z');
  await expect.poll(titles).toContain('Penutup');
});

it('draws a row to another place by the mouse', async () => {
  const [from, to] = await Promise.all([row('Penutup').boundingBox(), row('Jeda').boundingBox()]);
  if (!from || !to) throw new Error('not in view');
  await page.mouse.move(from.x + 6, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y + 8, { steps: 3 });
  await page.mouse.move(to.x + 6, to.y + 16, { steps: 6 });
  await page.mouse.up();
  await expect.poll(titles).toEqual(['Pembuka', 'Segmen 1', 'Penutup', 'Jeda', 'Kesimpulan']);
  await page.keyboard.press('Control+z');
  await expect.poll(titles).toEqual(['Pembuka', 'Segmen 1', 'Jeda', 'Kesimpulan', 'Penutup']);
});

it('writes a script, saves it, and another browser sees it and is kept out meanwhile', async () => {
  await row('Pembuka').click();
  const script = page.getByRole('textbox', { name: 'Naskah' });
  await script.click();
  await page.keyboard.type('Selamat pagi pendengar setia Radio Suara Tirtaraya');
  const other = await pageOf('produser2');
  await other.goto(`/rundowns/${id}`);
  await row('Pembuka', other).getByText('Operator').waitFor();
  await row('Pembuka', other).click();
  await other.getByText('Operator sedang menulis naskah ini').waitFor();
  await expect.poll(() => other.getByRole('textbox', { name: 'Naskah' }).textContent()).toContain('Selamat pagi');
  expect(await other.getByRole('textbox', { name: 'Naskah' }).getAttribute('contenteditable')).toBe('false');
  await page.getByText(/7 kata/).waitFor();
  await page.getByRole('button', { name: 'Jadikan durasi' }).click();
  await expect
    .poll(async () => (await items()).find(({ title }) => title === 'Pembuka')?.durationMs)
    .toBeLessThan(5000);
  await script.click();
  await page.keyboard.press('Escape');
  await expect.poll(() => other.getByRole('textbox', { name: 'Naskah' }).getAttribute('contenteditable')).toBe('true');
  await other.getByRole('textbox', { name: 'Naskah' }).click();
  await other.keyboard.press('End');
  await other.keyboard.type(' dan Anda');
  await expect.poll(() => script.textContent()).toContain('dan Anda');
  await other.context().close();
});

it('keeps only text and bold of what is pasted, and says so', async () => {
  await row('Jeda').click();
  const script = page.getByRole('textbox', { name: 'Naskah' });
  await script.click();
  await script.evaluate((element) => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<h1 style="color:red">Judul</h1><p><b>Tebal</b> <img src="x"> \u0645\u0631\u062d\u0628\u0627 \ud83d\ude00</p>',
    );
    data.setData('text/plain', 'Judul');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.getByText(/Hanya teks dan huruf tebal/).waitFor();
  expect(await script.locator('strong').textContent()).toBe('Tebal');
  expect(await script.locator('img, h1').count()).toBe(0);
  await expect
    .poll(async () => JSON.stringify((await station.client.rundowns.scripts({ id })).map(({ doc }) => doc)))
    .toContain('\u0645\u0631\u062d\u0628\u0627 \ud83d\ude00');
});

it('makes a segment, puts rows in and out of it, and folds it', async () => {
  await row('Segmen 1').click();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('Babak');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await items()).filter(({ kind }) => kind === 'segment').length).toBe(1);
  await row('Jeda').click();
  await page.keyboard.press('Alt+ArrowRight');
  const inside = async () => (await items()).filter(({ parentId }) => parentId !== null).map(({ title }) => title);
  await expect.poll(inside).toEqual(['Jeda']);
  await row('Babak').click();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(titles).not.toContain('Jeda');
  await page.keyboard.press('ArrowRight');
  await expect.poll(titles).toContain('Jeda');
  await row('Jeda').click();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(inside).toEqual([]);
  await row('Babak').click();
  await page.keyboard.press('Delete');
  await expect.poll(titles).toEqual(['Pembuka', 'Segmen 1', 'Jeda', 'Kesimpulan', 'Penutup']);
});

it('finds and replaces, counted before', async () => {
  await page.keyboard.press('Control+f');
  await page.getByLabel('Cari', { exact: true }).fill('Segmen');
  await page.getByText('Ditemukan di 1 tempat').waitFor();
  await page.getByLabel('Ganti dengan').fill('Bagian');
  await page.getByRole('button', { name: 'Ganti semua' }).click();
  await expect.poll(titles).toContain('Bagian 1');
});

it('keeps both where two wrote the same, and asks', async () => {
  const at = (await items()).find(({ title }) => title === 'Kesimpulan');
  await row('Kesimpulan').click();
  let once = true;
  await page.route('**/rpc/rundowns/edit', async (route) => {
    if (!once) return route.continue();
    once = false;
    await station.client.rundowns.edit({
      id,
      changes: [{ type: 'set', id: at?.id ?? '', rev: null, fields: { title: 'Milik mereka' } }],
    });
    await route.continue();
  });
  await page.keyboard.press('F2');
  await page.keyboard.type('Milik saya');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('Milik mereka').last().waitFor();
  await page.getByRole('alert').getByRole('button', { name: 'Pakai milik saya' }).click();
  await expect.poll(titles).toContain('Milik saya');
  await expect.poll(async () => (await items()).map(({ title }) => title)).toContain('Milik saya');
});

it('opens 2,000 items at once and draws what is in view', async () => {
  const long = await station.client.rundowns.create({
    programmeId: null,
    date: '2026-11-23',
    fields: { name: 'Panjang' },
  });
  const orders = ordersBetween(null, null, 2000);
  await station.client.rundowns.edit({
    id: long.id,
    changes: orders.map((order, at) => ({
      ...{ type: 'add' as const, key: newId(), parentId: null, order, script: null },
      fields: { ...PLAIN_ITEM, title: `Materi ${at + 1}`, durationMs: 30_000 },
    })),
  });
  const began = performance.now();
  await page.goto(`/rundowns/${long.id}`);
  await rows().first().waitFor();
  console.log(`2,000 items, from the address to the first row: ${Math.round(performance.now() - began)} ms`);
  expect(await rows().count()).toBeLessThan(60);
  await rows().first().click();
  await page.keyboard.press('End');
  await row('Materi 2000').waitFor();
  const moving = performance.now();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await titles()).slice(-2)).toEqual(['Materi 2000', 'Materi 1999']);
  console.log(`a row moved among them: ${Math.round(performance.now() - moving)} ms`);
  await page.goto(`/rundowns/${id}`);
  await rows().first().waitFor();
});

it('makes a rundown of a file, its columns set right, and shows its papers', async () => {
  await page.goto('/rundowns');
  await settled(page);
  await page.getByRole('button', { name: 'Rundown baru' }).first().click();
  await page.getByText('Berkas', { exact: true }).click();
  const csv =
    'Materi,Durasi,Catatan lain\nPembuka,2:30,Siti Rahmawati\nWawancara,-5:00,\nLagu daerah,4:00,\nJumlah,6:30,\n';
  const sheet = page.getByRole('dialog');
  await sheet.waitFor();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'Ruang_Pemilih.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await sheet.getByText(/kurang dari nol/).waitFor();
  const column = sheet.getByRole('combobox', { name: 'Kolom Catatan lain menjadi' });
  await column.click();
  await page.getByRole('option', { name: 'Petugas', exact: true }).click();
  await sheet.getByRole('cell', { name: 'Siti Rahmawati', exact: true }).nth(1).waitFor();
  expect(await graveFaults(page)).toEqual([]);
  await sheet.getByLabel('Nama rundown').fill('Ruang Pemilih dari berkas');
  await sheet.getByRole('button', { name: 'Buat rundown (2 baris)' }).click();
  await page.waitForURL(/\/rundowns\/[0-9A-Z]{26}$/);
  await expect.poll(titles).toEqual(['Pembuka', 'Lagu daerah']);
  const made = await station.client.rundowns.get({ id: page.url().split('/').at(-1) ?? '' });
  expect(made.rundown.name).toBe('Ruang Pemilih dari berkas');
  expect(made.items.map(({ person }) => person)).toEqual(['Siti Rahmawati', '']);
  const drawn = page.waitForResponse(/\/papers\/rundown\.pdf\?.*inline=1/);
  await page.keyboard.press('Control+p');
  expect((await drawn).headers()['content-type']).toBe('application/pdf');
  await page.locator('iframe[title="Pratinjau Rundown siaran"]').waitFor();
  await page.getByLabel('Hitung balik').check();
  const another = page.waitForResponse(/\/papers\/script\.pdf\?.*paper=A4.*inline=1/);
  await page.getByText('A4', { exact: true }).click();
  await page.getByText('Naskah siaran', { exact: true }).click();
  expect((await another).status()).toBe(200);
  expect(await page.getByRole('link', { name: 'Word' }).getAttribute('href')).toContain('script.docx');
  expect(await graveFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

it('sets the letterhead and who is told by OSC', async () => {
  await page.goto('/rundowns');
  await settled(page);
  await page.getByRole('button', { name: 'Pengaturan radio' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Baris kop').fill('Pemerintah Kota Tirtaraya\n\nRadio Suara Tirtaraya');
  await sheet.getByLabel('Alamat', { exact: true }).fill('Jalan Merdeka 1');
  await sheet.getByRole('figure').getByText('Jalan Merdeka 1').waitFor();
  await sheet.getByRole('button', { name: 'Simpan' }).first().click();
  const settings = () => station.client.station.settings();
  await expect
    .poll(async () => (await settings()).letterhead)
    .toEqual({ lines: ['Pemerintah Kota Tirtaraya', 'Radio Suara Tirtaraya'], address: 'Jalan Merdeka 1' });
  await sheet.getByRole('button', { name: 'Tambah alamat' }).click();
  await sheet.getByLabel('Alamat 1', { exact: true }).fill('127.0.0.1');
  await sheet.getByLabel('Porta alamat 1').fill('9100');
  expect(await graveFaults(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Simpan' }).last().click();
  await expect
    .poll(async () => (await settings()).osc)
    .toEqual({ listenPort: null, targets: [{ host: '127.0.0.1', port: 9100 }] });
  await page.keyboard.press('Escape');
});

it('lets a viewer read and not write', async () => {
  const viewer = await pageOf('pengamat');
  await viewer.goto(`/rundowns/${id}`);
  await row('Bagian 1', viewer).click();
  expect(await viewer.getByRole('button', { name: 'Tambah' }).count()).toBe(0);
  await viewer.keyboard.press('Delete');
  await viewer.keyboard.press('F2');
  expect(await rows(viewer).locator('input').count()).toBe(0);
  expect(await viewer.getByRole('textbox', { name: 'Naskah' }).getAttribute('contenteditable')).toBe('false');
  expect(await rows(viewer).count()).toBe(5);
  expect(await graveFaults(viewer)).toEqual([]);
  await viewer.context().close();
});

/** But for the refusal that two at once bring about. */
it('complains of nothing else', () => {
  expect(complaints.filter((each) => !/409 \(Conflict\).*rundowns\/edit/.test(each))).toEqual([]);
});
