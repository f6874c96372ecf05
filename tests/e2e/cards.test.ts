/** A card made by hand in a real Chromium, published and approved, on a real display page pixel for pixel; and the way of a rumour at the hoax desk. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isProbed } from '../../electron/contract/records/asset';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { bookAllDay } from '../lib/booking';
import { desktopChromium } from '../lib/chromium';
import { signedIn } from '../lib/console';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { uploadBytes } from '../lib/upload';
import { complaintsOf, consolePage, settled } from './lib/console-page';

const PANEL = { width: 800, height: 400, fit: 'contain' as const, frameRate: 25 as const, loudnessLufs: -23 };
const CLAIM = 'Pencoblosan di Tirtaraya diundur tiga hari karena banjir';
const ANSWER = 'Tidak benar. Pemungutan suara tetap Rabu, 25 November 2026.';

let station: RunningStation;
let browser: Browser;
let page: Page;
let complaints: string[];
let displayId: string;

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(desktopChromium())]);
  const { zone } = await station.client.station.settings();
  const display = { name: 'VT-01 Alun-alun', place: 'Tirtaraya', zone, profile: PANEL, fillerPlaylistId: null };
  displayId = (await station.client.displays.create(display)).id;
  const first = await signedIn(browser, station);
  page = await consolePage(browser, station.origin, { theme: 'dark', language: 'id' }, await first.storageState());
  complaints = complaintsOf(page);
});

afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

async function pixelsOf(source: Buffer) {
  const picture = await loadImage(source);
  const context = createCanvas(picture.width, picture.height).getContext('2d');
  context.drawImage(picture, 0, 0);
  return {
    data: context.getImageData(0, 0, picture.width, picture.height).data,
    width: picture.width,
    height: picture.height,
  };
}

it('is written beside a picture of its panel, published and approved', async () => {
  await page.goto('/cards');
  await settled(page);
  await page.getByRole('button', { name: 'Kartu baru' }).click();
  await page.getByRole('menuitem', { name: 'Klarifikasi hoaks' }).click();
  expect(await page.getByRole('button', { name: 'Terbitkan' }).isDisabled()).toBe(true);
  await page.getByRole('textbox', { name: 'Klaim yang beredar' }).fill(CLAIM);
  await page.getByRole('textbox', { name: 'Klarifikasi' }).fill(ANSWER);
  await page.getByRole('textbox', { name: 'Sumber' }).fill('KPU Kabupaten Tirtaraya');
  const proof = page.getByRole('img', { name: /^HOAKS\. Klaim: Pencoblosan/ });
  expect(await proof.evaluate((canvas: HTMLCanvasElement) => [canvas.width, canvas.height])).toEqual([800, 400]);
  await page.getByRole('button', { name: 'Terbitkan' }).click();
  await page.getByText('Menunggu persetujuan', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Setujui' }).click();
  await page.getByText('Boleh tayang', { exact: true }).waitFor();
  expect(await graveFaults(page)).toEqual([]);
});

it('shows on the display page exactly as it was drawn for 800 x 400', async () => {
  const [shown] = await station.client.cards.list();
  const assetId = shown?.asset?.id ?? '';
  const rendition = await eventually(async () => {
    const asset = await station.client.library.get({ id: assetId });
    const ready = isProbed(asset) ? asset.renditions.find(({ profileKey }) => profileKey.startsWith('800x400')) : null;
    if (ready?.state !== 'ready') throw new Error(asset.state);
    return ready;
  }, 30_000);
  expect(rendition).toMatchObject({ width: 800, height: 400, mime: 'image/png' });
  await bookAllDay(station, displayId, [{ id: assetId }]);
  const { path } = await station.client.displays.localPage({ id: displayId });
  const panel = await browser.newPage({ viewport: { width: 800, height: 400 }, deviceScaleFactor: 1 });
  await panel.goto(station.origin + path);
  const bytes = await page.request.get(`/media/${rendition.hash}`);
  const drawn = await pixelsOf(await bytes.body());
  await eventually(async () => {
    const seen = await pixelsOf(await panel.screenshot());
    expect([seen.width, seen.height]).toEqual([drawn.width, drawn.height]);
    let different = 0;
    for (let at = 0; at < drawn.data.length; at++)
      if (Math.abs((drawn.data[at] ?? 0) - (seen.data[at] ?? 0)) > 1) different++;
    expect(different).toBe(0);
  }, 30_000);
  await panel.close();
});

it('is laid in the page as at the station', async () => {
  await page.reload();
  await settled(page);
  const proof = page.getByRole('img', { name: /^HOAKS/ });
  const inPage = await proof.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const [shown] = await station.client.cards.list();
  const file = await page.request.get(`/api/cards/${shown?.card.id}/file?format=png&width=800&height=400`);
  const [one, other] = [
    await pixelsOf(Buffer.from(inPage.split(',')[1] ?? '', 'base64')),
    await pixelsOf(await file.body()),
  ];
  // Two rasterizers smooth edges each in its way; where letters stand they agree.
  let different = 0;
  for (let at = 0; at < one.data.length; at += 4)
    if (Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0)) > 96) different++;
  expect(different / (800 * 400)).toBeLessThan(0.01);
});

it('answers a rumour from its report to a card in a playlist, with its clock', async () => {
  const { id: playlistId } = await station.client.playlists.create({ name: 'Klarifikasi', items: [] });
  await page.goto('/hoaxes');
  await settled(page);
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Kabar yang beredar' }).fill('Sekolah libur sampai pekan depan');
  await page.getByRole('textbox', { name: 'Beredar di' }).fill('WhatsApp');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('sisa 24 jam').waitFor();
  await page.getByRole('button', { name: 'Periksa', exact: true }).click();
  await page.getByText('Diperiksa Operator').waitFor();
  await page.getByRole('button', { name: 'Tulis klarifikasi' }).click();
  await page.getByRole('textbox', { name: 'Klarifikasi' }).fill('Sekolah tetap masuk.');
  await page.getByRole('textbox', { name: 'Sumber' }).fill('Dinas Pendidikan Tirtaraya');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Siap terbit').waitFor();
  await page.getByRole('button', { name: 'Terbitkan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Daftar putar' }).click();
  await page.getByRole('option', { name: 'Klarifikasi' }).click();
  await page.keyboard.press('Escape');
  if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Terbitkan' }).click();
  const newest = async () => (await station.client.hoaxes.list({})).items[0];
  await eventually(async () => expect((await newest())?.state).toBe('published'));
  const one = await newest();
  const { items } = await station.client.playlists.get({ id: playlistId });
  const card = await station.client.cards.get({ id: one?.cardId ?? '' });
  expect(items.map(({ assetId }) => assetId)).toEqual([card.card.assetId]);
  await page.getByText('Terbit (1)').click();
  await page.getByText(/^Terbit; tayang setelah/).waitFor();
  expect(one?.publishedAt).toBeNull();
  const { asset } = card;
  await station.client.library.classify({ id: asset?.id ?? '', rev: asset?.rev ?? 0, approval: 'approved' });
  await page.getByText(/^dijawab dalam/).waitFor();
  expect(await graveFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

/** A second of a steady tone, as a WAV file. */
function spokenWav(): Buffer {
  const [rate, seconds] = [48_000, 1];
  const samples = Int16Array.from(
    { length: rate * seconds },
    (_, at) => Math.sin((at * 2 * Math.PI * 440) / rate) * 8000,
  );
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer)]);
}

it('tells where an answer is, goes on there without a second booking, and is taken off', async () => {
  const { assetId } = await uploadBytes(station, 'klarifikasi-suara.wav', spokenWav());
  await eventually(async () => expect((await station.client.library.get({ id: assetId })).state).toBe('ready'), 60_000);
  const own = async () => {
    const [one] = (await station.client.hoaxes.list({})).items;
    return (await station.client.bookings.list()).filter(({ id }) => one?.bookingIds.includes(id));
  };
  const dialog = page.getByRole('dialog');
  const publish = async () => {
    await page.getByRole('button', { name: 'Terbitkan lagi' }).click();
    await dialog.getByRole('combobox', { name: 'Layar', exact: true }).click();
    await page.getByRole('option', { name: 'VT-01 Alun-alun' }).click();
    await page.keyboard.press('Tab');
    await dialog.getByRole('combobox', { name: 'Spot di jeda radio' }).click();
    await page.getByRole('option', { name: 'klarifikasi-suara' }).click();
    await dialog.getByRole('button', { name: 'Terbitkan lagi' }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await page.goto('/hoaxes');
  await page.getByText('Terbit (1)').click();
  await publish();
  expect((await own()).map(({ how }) => how.kind)).toEqual(['rotation', 'frequency']);
  await publish();
  expect(await own()).toHaveLength(2);

  await page.getByRole('button', { name: 'Terbitkan lagi' }).click();
  const places = dialog.getByRole('region', { name: 'Sudah ada di' });
  await places.getByText('klarifikasi-suara').waitFor();
  expect(await places.getByRole('listitem').count()).toBe(3);
  expect(await graveFaults(page)).toEqual([]);
  for (const name of ['VT-01 Alun-alun', 'Klarifikasi', 'Jeda radio']) {
    await places.getByRole('button', { name: `Turunkan dari ${name}` }).click();
    await places.getByRole('button', { name: `Turunkan dari ${name}` }).waitFor({ state: 'detached' });
  }
  expect(await own()).toEqual([]);
  expect((await station.client.hoaxes.list({})).items[0]).toMatchObject({ state: 'clarified', publishedAt: null });
  expect(complaints).toEqual([]);
});
