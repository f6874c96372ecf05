/** The planner's calendar, board and preview in a real Chromium on a real station, by mouse and by keyboard. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BookingInput } from '../../electron/contract/records/booking';
import { dateOf, dayNumber } from '../../electron/domain/calendar';
import { localParts } from '../../electron/domain/time';
import { monthsOn } from '../../renderer/operator/features/schedule/calendar/grid';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { chromiumOptions } from '../lib/chromium';
import { signedIn } from '../lib/console';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { complaintsOf, consolePage, holdsFocus, settled } from './lib/console-page';
import { readyClip } from './lib/console-station';

let station: RunningStation;
let browser: Browser;
let operator: BrowserContext;
let page: Page;
let displayId: string;
let assetId: string;
/** The tenth of a month far enough off that nothing of it is over. */
let day: string;

const PANEL = { width: 320, height: 160, fit: 'contain' as const, frameRate: 25 as const, loudnessLufs: -23 };

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  const { client } = station;
  operator = await signedIn(browser, station);
  const { zone } = await client.station.settings();
  const place = { place: '', zone, profile: PANEL, fillerPlaylistId: null };
  displayId = (await client.displays.create({ name: 'VT-01 Alun-alun', ...place })).id;
  assetId = await readyClip(station, 'Ayo sehat', 300);
  await client.policies.create({
    name: 'Putaran 300 detik',
    where: { displayIds: [displayId], groupIds: [] },
    slots: Array.from({ length: 10 }, () => ({ ms: 30_000, purpose: 'any' as const })),
    hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '06:00:00', closes: '22:00:00' })),
    closures: [],
    separation: { agency: false, category: false, sameClipMs: 0 },
  });
  day = `${dateOf(dayNumber(localParts(Date.now(), zone).date) + 62).slice(0, 7)}-10`;
  await book('Donor darah', 1);
  await book('Cuci tangan', 2);
  await book('Sapa warga', 10, { from: on(-40), to: on(-40) });
  page = await consolePage(browser, station.origin, { theme: 'dark', language: 'id' }, await operator.storageState());
});
afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

const on = (days: number) => dateOf(dayNumber(day) + days);

function book(name: string, slot: number, over: Partial<BookingInput> = {}) {
  return station.client.bookings.create({
    ...{ name, what: { kind: 'asset', assetId }, where: { displayIds: [displayId], groupIds: [] } },
    ...{ how: { kind: 'slot', slot, every: 1, first: 0 }, from: day, to: on(5), weekdays: [1, 2, 3, 4, 5, 6, 7] },
    ...{ dayparts: [{ start: '06:00:00', end: '22:00:00' }], zone: 'station', paused: false },
    ...over,
  });
}
const slotOf = async (name: string) => {
  const how = (await station.client.bookings.list()).find((each) => each.name === name)?.how;
  return how?.kind === 'slot' ? how.slot : null;
};
const open = async (search: string) => {
  await page.goto(`/schedule?day=${day}&${search}`);
  await settled(page);
};

it('the calendar tells what is booked, and is walked by keys', async () => {
  const complaints = complaintsOf(page);
  await open('tab=calendar');
  const cell = (date: string) => page.locator(`[data-date="${date}"]`);
  await cell(day).getByText('Donor darah').waitFor();
  // 192 loops in 16 hours; in each a clip of a second stands in two of the slots.
  expect(await cell(day).getAttribute('aria-label')).toMatch(
    /Terisi 1% dari 16 jam buka\. 2 jadwal tayang\. Donor darah 192 tayangan, Cuci tangan 192 tayangan\.$/,
  );
  expect(await cell(on(-1)).textContent()).toContain('0%');
  await cell(on(1)).click();
  await holdsFocus(cell(on(1)));
  await page.getByRole('complementary').getByText('Donor darah').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await holdsFocus(cell(on(8)));
  await page.keyboard.press('PageDown');
  await holdsFocus(cell(monthsOn(on(8), 1)));
  await page.keyboard.press('PageUp');
  await holdsFocus(cell(on(8)));
  await page.keyboard.press('Enter');
  const pane = page.getByRole('complementary');
  expect(await pane.textContent()).toContain('0 jadwal tayang');
  expect(await graveFaults(page)).toEqual([]);
  await pane.getByRole('link', { name: 'Buka garis waktu' }).click();
  await page.getByRole('group', { name: 'Garis waktu semua layar' }).waitFor();
  expect(page.url()).toContain(`day=${on(8)}`);
  expect(complaints).toEqual([]);
});

it('the board moves bookings between slots, refuses one that is held in words, and takes it back', async () => {
  const complaints = complaintsOf(page);
  await open('tab=board');
  const card = (name: string) => page.getByRole('button', { name });
  const column = (slot: number) => page.locator(`[data-slot="${slot}"]`);
  await card('Donor darah').dragTo(column(4));
  await eventually(async () => expect(await slotOf('Donor darah')).toBe(4));
  await column(4).getByText('Donor darah').waitFor();
  await page.keyboard.press('Control+z');
  await eventually(async () => expect(await slotOf('Donor darah')).toBe(1));
  await column(1).getByText('Donor darah').waitFor();

  await card('Donor darah').focus();
  await page.keyboard.press('ArrowRight');
  await holdsFocus(card('Cuci tangan'));
  await page.keyboard.press('Alt+ArrowLeft');
  const refusal = page.getByRole('alert').filter({ hasText: 'tidak dapat dipindahkan' });
  await refusal.waitFor();
  expect(await refusal.textContent()).toMatch(/Cuci tangan tidak dapat dipindahkan ke slot 1\..*Donor darah/);
  expect(await slotOf('Cuci tangan')).toBe(2);
  await page.keyboard.press('Alt+ArrowRight');
  await eventually(async () => expect(await slotOf('Cuci tangan')).toBe(3));
  await holdsFocus(column(3).getByRole('button', { name: 'Cuci tangan' }));
  expect(await graveFaults(page)).toEqual([]);
  // A free place begins a booking of that slot.
  await column(5).getByRole('button', { name: 'Slot 5 kosong' }).click();
  const form = page.getByRole('dialog');
  await form.waitFor();
  expect(await form.getByLabel('Slot nomor').inputValue()).toBe('5');
  expect(complaints).toEqual([]);
});

it('the table is narrowed and sorted by the address, and so is what is exported; a view outlives a reload', async () => {
  await open(`tab=bookings&display=${displayId}`);
  const names = () => page.locator('tbody tr td:first-child').allTextContents();
  await eventually(async () => expect(await names()).toHaveLength(3));
  await page.getByRole('button', { name: 'Nama', exact: true }).click();
  await page.getByRole('button', { name: 'Nama', exact: true }).click();
  await eventually(async () => expect(await names()).toEqual(['Sapa warga', 'Donor darah', 'Cuci tangan']));
  await page.reload();
  await settled(page);
  expect(await names()).toEqual(['Sapa warga', 'Donor darah', 'Cuci tangan']);
  await page.getByRole('button', { name: 'Berkas dan templat' }).click();
  const exported = page.getByRole('menuitem', { name: 'Ekspor yang disaring ke CSV' });
  expect(await exported.getAttribute('href')).toContain(`displayId=${displayId}`);
  await page.keyboard.press('Escape');

  await page.getByRole('radiogroup', { name: 'Bagian jadwal' }).getByText('Garis waktu').click();
  const timeline = page.getByRole('group', { name: 'Garis waktu semua layar' });
  await timeline.focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.waitForURL(/span=21600/);
  expect(page.url()).toContain(`display=${displayId}`);
  await page.reload();
  await settled(page);
  await page.waitForTimeout(600);
  expect(page.url()).toMatch(/span=21600/);
});

it('a file and a template tell what stands in the way of each row before they are saved, and are saved without those left out', async () => {
  const complaints = complaintsOf(page);
  await open('tab=bookings');
  const menu = async (item: string) => {
    await page.getByRole('button', { name: 'Berkas dan templat' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const held = await slotOf('Donor darah');
  const head = 'Nama jadwal;Jenis;Yang ditayangkan;Layar;Cara tayang;Slot;Mulai tanggal;Sampai tanggal;Jam tayang';
  const row = (name: string, slot: number | null, hours: string, display = 'VT-01 Alun-alun') =>
    `${name};Materi;Ayo sehat;${display};Slot tetap;${slot};${day};${on(5)};${hours}`;
  const rows = [
    row('Baik', 7, '06.00-22.00'),
    row('Rebutan', 7, '06.00-22.00'),
    row('Terisi', held, '06.00-22.00'),
    row('Salah', 8, '0600-2000', 'VT-01 Alun alun'),
  ];
  await menu('Impor dari berkas…');
  const dialog = page.getByRole('dialog');
  const buffer = Buffer.from([head, ...rows].join('\n'));
  await dialog.locator('input[type=file]').setInputFiles({ name: 'jadwal.csv', mimeType: 'text/csv', buffer });
  const line = (name: string) => dialog.locator('tbody tr').filter({ hasText: name });
  await line('Rebutan').getByText('Slot 7 pada hari dan jam ini sudah dipegang Baik.').waitFor();
  expect(await line('Terisi').textContent()).toContain('sudah dipegang Donor darah');
  expect(await line('Salah').textContent()).toContain('Tulis sebagai 06.00 atau 06:00.');
  expect(await line('Salah').textContent()).toContain('Yang mirip: “VT-01 Alun-alun”.');
  expect(await graveFaults(page)).toEqual([]);
  const shown = dialog.getByRole('radiogroup', { name: 'Tampilkan baris' });
  expect(await shown.textContent()).toBe('Semua: 4Ditolak: 1Diperingatkan: 2Baik: 1');
  await shown.getByText('Diperingatkan: 2').click();
  expect(await dialog.locator('tbody tr').count()).toBe(2);
  await dialog.getByRole('button', { name: 'Simpan 3 baris' }).waitFor();
  await dialog.getByRole('switch', { name: 'Lewati baris yang diperingatkan' }).click();
  await dialog.getByRole('button', { name: 'Simpan 1 baris' }).click();
  await dialog.waitFor({ state: 'detached' });
  const names = async () => (await station.client.bookings.list()).map(({ name }) => name);
  expect((await names()).sort()).toEqual(['Baik', 'Cuci tangan', 'Donor darah', 'Sapa warga']);

  await station.client.templates.save({ name: 'Hari biasa', displayId, day, span: 'day' });
  await menu('Terapkan templat…');
  await dialog.getByRole('combobox', { name: 'Templat' }).click();
  await page.getByRole('option', { name: /^Hari biasa/ }).click();
  await dialog.getByRole('combobox', { name: 'Di layar atau radio' }).click();
  await page.getByRole('option', { name: 'VT-01 Alun-alun' }).click();
  await dialog.getByText(/^3 jadwal tayang dari/).click();
  await dialog.getByRole('button', { name: 'Terapkan', exact: true }).click();
  // On the days of the template every slot is held by what it was taken from.
  await line('Baik').getByText('sudah dipegang Baik').waitFor();
  expect(await names()).toHaveLength(4);
  await dialog.getByRole('switch', { name: 'Lewati baris yang diperingatkan' }).click();
  expect(await dialog.getByRole('button', { name: 'Simpan 0 baris' }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  for (const { id, name } of await station.client.bookings.list())
    if (name === 'Baik') await station.client.bookings.remove({ id });
  expect(complaints).toEqual([]);
});

it('the preview plays the timeline of the day, at every speed, by mouse and by keyboard', async () => {
  const complaints = complaintsOf(page);
  await open('tab=preview&at=08:00:00');
  const stage = page.getByRole('img', { name: /^VT-01 Alun-alun/ });
  const facts = page.getByRole('complementary', { name: 'Yang tayang' });
  const scrub = page.getByRole('slider', { name: 'Saat dalam hari ini' });
  const at = async () => Number(await scrub.getAttribute('aria-valuenow'));
  const NINE = 9 * 3600;
  // As many pixels across as the panel, in its proportions, whatever room there is.
  const box = await stage.locator('div').first().boundingBox();
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(2, 1);
  expect(await at()).toBe(NINE - 3600);
  await page.getByRole('textbox', { name: 'Mulai dari' }).fill('09:00:00');
  await eventually(async () => expect(await at()).toBe(NINE));
  await page.locator('h1').click();
  await facts.getByText('Slot 1 dipegang jadwal tayang Donor darah').waitFor();
  expect(await facts.textContent()).toMatch(/09:00:00–09:00:01/);
  const video = stage.locator('video');
  await eventually(async () =>
    expect(await video.evaluate((each: HTMLVideoElement) => each.readyState)).toBeGreaterThan(1),
  );
  await page.keyboard.press('ArrowRight');
  expect(await at()).toBe(NINE + 1);
  await page.keyboard.press('ArrowLeft');
  await facts.getByText('Slot 1 dipegang jadwal tayang Donor darah').waitFor();
  // At 600x a minute of the panel is a tenth of a second; no film keeps up, and none is asked to.
  for (let press = 0; press < 8; press++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await eventually(async () => expect(await at()).toBeGreaterThan(NINE + 900));
  expect(await video.count()).toBe(0);
  await page.keyboard.press('Space');
  const stopped = await at();
  await page.waitForURL(/speed=600/);
  expect(await at()).toBe(stopped);
  expect(await graveFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Tayangan berikutnya' }).click();
  expect(await at()).toBeGreaterThan(stopped);
  const strip = await scrub.boundingBox();
  if (!strip) throw new Error('no bar');
  await page.mouse.click(strip.x + strip.width / 2, strip.y + 10);
  expect(Math.abs((await at()) - 12 * 3600)).toBeLessThan(200);
  expect(complaints).toEqual([]);
});

it('a booking is taken to another display on the timeline, and its start stretched', async () => {
  const { client } = station;
  const { zone } = await client.station.settings();
  const place = { place: '', zone, profile: PANEL, fillerPlaylistId: null };
  const { id: second } = await client.displays.create({ name: 'VT-02 Terminal', ...place });
  // Before all others, and so on the first track.
  await book('Senam pagi', 5, { from: on(-8), to: on(-6) });
  const saved = async () => (await client.bookings.list()).find(({ name }) => name === 'Senam pagi');
  await open('scale=month');
  await page.getByRole('button', { name: 'Jadwal tayang VT-01 Alun-alun' }).click();
  const lane = await page.locator('[data-lane] canvas').boundingBox();
  const to = await page.locator(`[data-display="${second}"]`).boundingBox();
  if (!lane || !to) throw new Error('no rows');
  const days = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
  const x = lane.x + (lane.width * 2.5) / days;
  await page.mouse.move(x, lane.y + 11);
  await page.mouse.down();
  await page.mouse.move(x, to.y + 20, { steps: 5 });
  await page.getByText('Ke VT-02 Terminal').waitFor();
  await page.mouse.up();
  await eventually(async () => expect((await saved())?.where.displayIds).toEqual([second]));
  expect(await saved()).toMatchObject({ from: on(-8), to: on(-6) });
  await page.keyboard.press('Control+z');
  await eventually(async () => expect((await saved())?.where.displayIds).toEqual([displayId]));

  const timeline = page.getByRole('group', { name: 'Garis waktu semua layar' });
  await timeline.focus();
  // From the day into the first booking below it, once the undone one is back. A day names its bookings, but not their hours.
  await eventually(async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(150);
    const told = await timeline.getByRole('status').textContent();
    expect(told).toMatch(/^VT-01 Alun-alun, .*Senam pagi, 3 hari\. .*setiap hari; 06:00–22:00/);
  });
  await page.keyboard.press('Alt+ArrowDown');
  await eventually(async () => expect((await saved())?.where.displayIds).toEqual([second]));
  const told = () => timeline.getByRole('status').textContent();
  await eventually(async () => expect(await told()).toMatch(/^VT-02 Terminal, .*Senam pagi/));
  // Taken back, it is followed home.
  await page.keyboard.press('Control+z');
  await eventually(async () => expect((await saved())?.where.displayIds).toEqual([displayId]));
  await eventually(async () => expect(await told()).toMatch(/^VT-01 Alun-alun, .*Senam pagi/));
  await page.keyboard.press('Alt+ArrowDown');
  await eventually(async () => expect((await saved())?.where.displayIds).toEqual([second]));
  await page.keyboard.press('Shift+ArrowRight');
  await eventually(async () => expect(await saved()).toMatchObject({ from: on(-7), to: on(-6) }));
});
