/** "What if" in a real Chromium on a real station: a draft is changed, compared, published against a colleague's edit, and taken back to an older version. */
import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { conformingClip } from '../fixtures/media';
import { day } from '../lib/booking';
import { chromiumOptions } from '../lib/chromium';
import { signedIn } from '../lib/console';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { uploadBytes } from '../lib/upload';
import { complaintsOf, consolePage, settled } from './lib/console-page';

let station: RunningStation;
let browser: Browser;
let page: Page;
let bookingId: string;

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  const operator = await signedIn(browser, station);
  bookingId = await bookClip();
  page = await consolePage(browser, station.origin, { theme: 'light', language: 'id' }, await operator.storageState());
});
afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

/** Slot 2 of every loop: 192 plays a day. */
async function bookClip(): Promise<string> {
  const { client } = station;
  const { zone } = await client.station.settings();
  const profile = { width: 320, height: 160, fit: 'contain' as const, frameRate: 25 as const, loudnessLufs: -23 };
  const display = await client.displays.create({ name: 'VT-01', place: '', zone, profile, fillerPlaylistId: null });
  const clip = await readFile(await conformingClip({ seconds: 5, tone: 300 }));
  const { assetId } = await uploadBytes(station, 'Cegah DBD.mp4', clip);
  await client.policies.create({
    ...{ name: 'Putaran 300 detik', where: { displayIds: [display.id], groupIds: [] }, closures: [] },
    slots: Array.from({ length: 10 }, () => ({ ms: 30_000, purpose: 'any' as const })),
    hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '06:00:00', closes: '22:00:00' })),
    separation: { agency: false, category: false, sameClipMs: 0 },
  });
  const booking = await client.bookings.create({
    ...{ name: 'Cegah DBD', what: { kind: 'asset', assetId }, where: { displayIds: [display.id], groupIds: [] } },
    ...{ how: { kind: 'slot', slot: 2, every: 1, first: 0 }, from: day(-1), to: day(40) },
    ...{ weekdays: [1, 2, 3, 4, 5, 6, 7], dayparts: [{ start: '06:00:00', end: '22:00:00' }], zone: 'station' },
    paused: false,
  });
  await eventually(
    async () => expect(await client.library.get({ id: assetId })).toMatchObject({ state: 'ready' }),
    60_000,
  );
  return booking.id;
}

const booked = async () => (await station.client.bookings.list()).find(({ id }) => id === bookingId);
const button = (name: string | RegExp) => page.getByRole('button', { name });
const banner = () => page.getByRole('region', { name: 'Konsep yang terbuka' });
const dialog = () => page.getByRole('dialog');

it('a draft is changed by keyboard, compared, published beside a colleague, and its version before is restored', async () => {
  const complaints = complaintsOf(page);
  await page.goto(`/schedule?tab=bookings&day=${day(3)}`);
  await settled(page);
  await button('Konsep').press('Enter');
  await page.getByRole('menuitem', { name: 'Konsep jadwal baru…' }).press('Enter');
  await page.getByLabel('Nama konsep').fill('Separuh saja');
  await page.keyboard.press('Enter');
  await banner().getByText('Belum ada perubahan.').waitFor();

  await button('Perintah lain untuk Cegah DBD').press('Enter');
  await page.getByRole('menuitem', { name: 'Ubah jadwal' }).press('Enter');
  await page.getByLabel('Setiap … putaran').fill('2');
  await page.keyboard.press('Enter');
  await banner().getByText('0 baru, 1 diubah, 0 dihapus.').waitFor();
  expect((await booked())?.how).toMatchObject({ every: 1 });

  // Marked wherever it is drawn.
  const go = (tab: string) => page.getByRole('radiogroup', { name: 'Bagian jadwal' }).getByText(tab).click();
  await go('Slot');
  await button(/Cegah DBD.*Diubah/).waitFor();
  await page.getByRole('list', { name: 'Warna jadwal tayang' }).getByText('Diubah di konsep').waitFor();
  await go('Kalender');
  await page
    .getByRole('gridcell', { name: /Cegah DBD \(Diubah di konsep\)/ })
    .first()
    .waitFor();
  expect(await page.locator('[data-drafted]').count()).toBeGreaterThan(0);
  await go('Tabel');
  await page
    .getByRole('row', { name: /Cegah DBD/ })
    .getByText('Diubah')
    .waitFor();

  await button('Bandingkan').press('Enter');
  const row = dialog().getByRole('row', { name: /Cegah DBD/ });
  await row.getByText('1.344').waitFor();
  expect(await row.textContent()).toMatch(/Diubah1\.344672−672/);
  expect(await graveFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });

  // A colleague changes the same booking in the published schedule; the page hears of it.
  const theirs = await booked();
  if (!theirs) throw new Error('it is gone');
  const { id, rev, createdAt: _at, createdBy: _by, ...draft } = theirs;
  await station.client.bookings.update({ id, rev, draft: { ...draft, priority: 7 } });
  await banner().getByText('1 berubah di dua tempat').waitFor();
  await button('Terbitkan').press('Enter');
  expect(await dialog().textContent()).toMatch(/Yang terbit.*Milik konsep.*Berbeda: .*Prioritas/s);
  await dialog().getByText('Milik konsep').first().click();
  await button('Pakai pilihan ini').press('Enter');
  await banner().getByText('1 berubah di dua tempat').waitFor({ state: 'detached' });
  await button('Terbitkan').press('Enter');
  await banner().waitFor({ state: 'detached' });
  await eventually(async () => expect(await booked()).toMatchObject({ how: { every: 2 }, priority: 5 }));

  await button('Konsep').press('Enter');
  await page.getByRole('menuitem', { name: 'Versi jadwal' }).press('Enter');
  const before = dialog().getByRole('row', { name: /Sebelum Separuh saja/ });
  await before.getByRole('button', { name: 'Bandingkan' }).press('Enter');
  expect(
    await dialog()
      .getByRole('row', { name: /Cegah DBD/ })
      .textContent(),
  ).toMatch(/Diubah1\.344672−672/);
  await button('Kembali ke daftar versi').press('Enter');
  await before.getByRole('button', { name: 'Pulihkan' }).press('Enter');
  await eventually(async () => expect(await booked()).toMatchObject({ how: { every: 1 }, priority: 7 }));
  await page.getByText('Jadwal dipulihkan ke Sebelum Separuh saja').waitFor();
  expect(complaints).toEqual([]);
});
