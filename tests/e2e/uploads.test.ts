/** Files on their way in as an operator sees them: progress, pause, cancel, a lost network, a station that dies. */
import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conformingClip } from '../fixtures/media';
import { chromiumOptions } from '../lib/chromium';
import { signedIn } from '../lib/console';
import { makeDir, type RunningStation, removeDir, startStation } from '../lib/station';
import { layWire, type Wire } from '../lib/wire';
import { consolePage } from './lib/console-page';

const MB = 1024 * 1024;
/** Slow enough that there is a middle to be interrupted in. */
const UPLOAD_BYTES_PER_S = MB;

let station: RunningStation;
let browser: Browser;
let page: Page;
let network: CDPSession;
let wire: Wire;
let files: string;
const sent: { method: string; offset: number; name: string }[] = [];

beforeAll(async () => {
  [station, browser, files] = await Promise.all([startStation(), chromium.launch(chromiumOptions()), makeDir()]);
  const operator = await signedIn(browser, station);
  wire = await layWire(Number(new URL(station.origin).port));
  page = await consolePage(browser, wire.origin, { theme: 'dark', language: 'id' }, await operator.storageState());
  page.on('request', (request) => {
    if (!request.url().includes('/uploads')) return;
    const { 'upload-offset': offset, 'upload-metadata': metadata = '' } = request.headers();
    const name = Buffer.from(/filename (\S+?)(?:,|$)/.exec(metadata)?.[1] ?? '', 'base64').toString();
    sent.push({ method: request.method(), offset: Number(offset ?? 0), name });
  });
  network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await page.goto('/library');
});

afterAll(async () => {
  await browser?.close();
  wire?.close();
  await station?.stop();
  for (const dir of [station?.dataDir, files]) if (dir) await removeDir(dir);
});

/** -1 is as fast as it goes. */
const sendAt = (uploadThroughput: number) =>
  network.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 0, downloadThroughput: -1 },
    uploadThroughput,
  });

/** A clip that plays, as large as asked for by a box that players skip. */
async function clip(name: string, bytes: number): Promise<string> {
  const playing = await readFile(await conformingClip({ seconds: 1, tone: 700 }));
  const path = join(files, name);
  if (bytes === 0) await writeFile(path, '');
  else {
    const free = Buffer.alloc(bytes - playing.length);
    randomBytes(free.length).copy(free);
    free.writeUInt32BE(free.length, 0);
    free.write('free', 4, 'latin1');
    await writeFile(path, Buffer.concat([playing, free]));
  }
  return path;
}

async function choose(...paths: string[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Tambah berkas' }).first().click();
  await (await choosing).setFiles(paths);
}

const tray = () => page.getByRole('region', { name: 'Unggahan' });
const row = (name: string) => tray().getByRole('listitem').filter({ hasText: name });
const percent = async (name: string) =>
  Number(await row(name).getByRole('progressbar').getAttribute('aria-valuenow', { timeout: 5000 }));
const unfold = () => tray().getByRole('button', { name: 'Buka daftar unggahan' });
const press = (what: string, name: string) =>
  tray()
    .getByRole('button', { name: `${what} ${name}` })
    .click();
const reaches = (name: string, share: number) => expect.poll(() => percent(name)).toBeGreaterThan(share);
/** Bytes that the station holds of uploads under way. */
const uploading = async () =>
  (await readdir(join(station.dataDir, 'uploads'))).filter((name) => !name.endsWith('.json'));

it('several files go in, are paused, cancelled and cut off, and arrive byte for byte', async () => {
  const [long, other, empty] = ['Ayo ke TPS.mp4', 'Cegah DBD.mp4', 'Kosong.mp4'] as const;
  const path = await clip(long, 12 * MB);
  await sendAt(UPLOAD_BYTES_PER_S);
  await choose(path, await clip(other, 12 * MB), await clip(empty, 0));

  // What failed stands first, says why, and is not offered again where that cannot help.
  await tray().getByRole('status').getByText('1 gagal').waitFor();
  await expect.poll(() => tray().getByRole('listitem').first().textContent()).toContain(empty);
  expect(await row(empty).getByRole('alert').textContent()).not.toBe('');
  expect(await row(empty).getByRole('button', { name: 'Coba lagi' }).count()).toBe(0);
  await press('Hilangkan', empty);

  await reaches(long, 3);
  await press('Jeda unggahan', long);
  await row(long).getByText('Dijeda').waitFor();
  await press('Batalkan unggahan', other);
  await expect.poll(async () => (await uploading()).length).toBe(1);
  const paused = await percent(long);
  await page.waitForTimeout(500);
  expect(await percent(long)).toBe(paused);

  await press('Lanjutkan unggahan', long);
  await reaches(long, paused + 5);
  wire.cut();
  await page.waitForTimeout(600);
  const cutOff = await percent(long);
  wire.mend();
  await reaches(long, cutOff + 5);

  const { dataDir, origin } = station;
  await station.kill();
  const [held] = await uploading();
  const arrived = (await readFile(join(dataDir, 'uploads', held ?? ''))).length;
  expect(arrived).toBeGreaterThan(0);
  sent.length = 0;
  station = await startStation({ dataDir, port: Number(new URL(origin).port) });
  await sendAt(-1);
  // All is well: the list folds out of the way after a moment, which may have been while nobody looked.
  const said = row(long).getByText('Siap tayang');
  await expect
    .poll(async () => (await said.isVisible()) || (await unfold().isVisible()), { timeout: 30_000 })
    .toBe(true);
  if (await unfold().isVisible()) await unfold().click();
  await said.waitFor();
  expect(sent.filter(({ method }) => method === 'POST')).toEqual([]);
  expect(
    Math.min(...sent.filter(({ method }) => method === 'PATCH').map(({ offset }) => offset)),
  ).toBeGreaterThanOrEqual(arrived);

  const [asset] = (await station.client.library.list({ search: 'Ayo ke TPS' })).items;
  const hash = asset?.hash ?? '';
  const kept = await readFile(join(dataDir, 'media', hash.slice(0, 2), hash));
  expect(kept.equals(await readFile(path))).toBe(true);

  const again = join(files, 'Salinan.mp4');
  await writeFile(again, kept);
  await choose(again);
  await row('Salinan.mp4').getByText('Isi yang sama sudah ada di pustaka.').waitFor();
  await row('Salinan.mp4').getByRole('link', { name: 'Buka' }).click();
  await page.waitForURL(`**/library?id=${asset?.id}`);
  expect((await station.client.library.list({})).total).toBe(1);
});
