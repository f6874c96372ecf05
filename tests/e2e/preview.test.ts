/** The preview in a real Chromium on a real station: frames, shuttle, LEDs, comparison, comments of a viewer, a link without a session. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pino from 'pino';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STATION_ACTOR } from '../../electron/contract/records/audit';
import { openStore } from '../../electron/core/store';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { chromiumOptions } from '../lib/chromium';
import { PASSWORD, signedIn } from '../lib/console';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { uploadReady } from '../lib/upload-ready';
import { CELLS, FRAME_RATE, makeVideo, type Reading, readCells } from './lib/clips';
import { complaintsOf, consolePage, settled } from './lib/console-page';

const run = promisify(execFile);
const SIZE = { width: 512, height: 256 };
const PANEL = { ...SIZE, fit: 'contain' as const, frameRate: FRAME_RATE, loudnessLufs: null } as const;
const SECONDS = 4;
const LOOK = { theme: 'dark', language: 'id' } as const;

let dir: string;
let station: RunningStation;
let browser: Browser;
let operator: BrowserContext;
let viewer: BrowserContext;
let displayId: string;
let [five, nine, noise] = ['', '', ''];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'suar-preview-'));
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  operator = await signedIn(browser, station);
  const { client } = station;
  await client.users.create({ signInName: 'penonton', name: 'Penonton', role: 'viewer', password: PASSWORD });
  viewer = await browser.newContext({ baseURL: station.origin });
  const entered = await viewer.request.post('/api/auth/sign-in', {
    data: { signInName: 'penonton', password: PASSWORD },
    headers: { origin: station.origin },
  });
  expect(entered.ok()).toBe(true);
  const { zone } = await client.station.settings();
  const made = { name: 'VT-09', place: '', zone, profile: PANEL, fillerPlaylistId: null, pitchMm: 4, viewingM: 12 };
  ({ id: displayId } = await client.displays.create(made));
  const clips = await Promise.all([5, 9].map((number) => makeVideo(dir, { number, seconds: SECONDS })));
  five = await uploadReady(station, 'lima.mp4', clips[0]?.path ?? '');
  nine = await uploadReady(station, 'sembilan.mp4', clips[1]?.path ?? '');
  const still = join(dir, 'noise.png');
  const random = `nullsrc=s=${SIZE.width}x${SIZE.height}:d=1,geq=random(1)*255:128:128`;
  await run(process.env.FFMPEG_BIN ?? 'ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', random, '-frames:v', '1', still]);
  noise = await uploadReady(station, 'derau.png', still);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
  await rm(dir, { recursive: true, force: true });
});

async function open(who: BrowserContext, assetId: string, more = ''): Promise<Page> {
  const page = await consolePage(browser, station.origin, LOOK, await who.storageState());
  await page.goto(`/preview/${assetId}?display=${displayId}${more}`);
  await settled(page);
  await page.locator('canvas[data-scale]').waitFor();
  return page;
}

/** What the panel on the stage shows, by the cells along its top: of the LEDs as they are drawn, not of the file. */
async function shown(page: Page): Promise<Reading> {
  const brightness = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement, cells) => {
    const scale = Number(canvas.dataset.scale);
    const [width, height] = [512 * scale, 256 * scale];
    const [left, top] = [(canvas.width - width) / 2, (canvas.height - height) / 2];
    const draw = canvas.getContext('2d');
    return Array.from({ length: cells }, (_, cell) => {
      const x = Math.round(left + ((cell + 0.5) * width) / cells);
      return draw?.getImageData(x, Math.round(top + height / 8), 1, 1).data[1] ?? 0;
    });
  }, CELLS);
  return readCells(brightness);
}
const becomes = (page: Page, reading: Partial<Reading>) =>
  eventually(async () => expect(await shown(page)).toMatchObject(reading));

describe('the transport', () => {
  it('goes frame by frame, to the ends and to a time code, and draws the very frame', async () => {
    const page = await open(operator, five);
    const complaints = complaintsOf(page);
    await becomes(page, { clip: 5, frame: 0 });
    for (const frame of [1, 2, 3]) {
      await page.keyboard.press('ArrowRight');
      await becomes(page, { clip: 5, frame });
    }
    await page.keyboard.press('ArrowLeft');
    await becomes(page, { frame: 2 });
    await page.keyboard.press('Shift+ArrowRight');
    await becomes(page, { frame: 2 + FRAME_RATE });
    await page.keyboard.press('End');
    await becomes(page, { frame: SECONDS * FRAME_RATE - 1 });
    await page.keyboard.press('Home');
    await becomes(page, { frame: 0 });
    const code = page.getByLabel('Kode waktu, jam:menit:detik:bingkai');
    await code.fill('00:00:02:07');
    await code.press('Enter');
    await becomes(page, { frame: 2 * FRAME_RATE + 7 });
    expect(await graveFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 90_000);

  it('plays on, faster, backwards and in a loop by J, K, L, I and O', async () => {
    const page = await open(operator, five);
    await becomes(page, { frame: 0 });
    const frame = async () => (await shown(page)).frame;
    await page.keyboard.press('l');
    await eventually(async () => expect(await frame()).toBeGreaterThan(8));
    await page.keyboard.press('l');
    await expect.poll(() => page.getByText('2×', { exact: true }).count()).toBeGreaterThan(0);
    await page.keyboard.press('k');
    const stood = await eventually(async () => {
      const [now, later] = [await frame(), await page.waitForTimeout(400).then(frame)];
      expect(later).toBe(now);
      return now;
    });
    await page.keyboard.press('j');
    await eventually(async () => expect(await frame()).toBeLessThan(stood - 3));
    await page.keyboard.press('k');
    await page.keyboard.press('Home');
    await becomes(page, { frame: 0 });
    await page.keyboard.press('i');
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
    await becomes(page, { frame: 5 });
    await page.keyboard.press('o');
    await page.keyboard.press('l');
    for (let look = 0; look < 12; look++) {
      expect(await frame()).toBeLessThanOrEqual(7);
      await page.waitForTimeout(60);
    }
    await page.context().close();
  }, 90_000);
});

describe('the panel', () => {
  it('is drawn LED by LED, each alike all over and unlike its neighbours', async () => {
    const page = await open(operator, noise);
    const uniform = () =>
      page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const px = Number(canvas.dataset.scale);
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, px * 40, px * 20) ?? { data: new Uint8Array() };
        const offset = { x: 0, y: 0 };
        const at = (x: number, y: number) => data[((y + offset.y) * px * 40 + x + offset.x) * 4] ?? 0;
        let [odd, steps] = [0, 0];
        // Where a LED begins on the stage: the first column and row whose left and upper neighbour differs.
        for (let shift = 1; shift < px; shift++) if (at(shift, 0) !== at(shift - 1, 0)) offset.x = shift;
        for (let shift = 1; shift < px; shift++) if (at(0, shift) !== at(0, shift - 1)) offset.y = shift;
        for (let led = 0; led < 30; led++) {
          const [x, y] = [(led % 15) * px, Math.floor(led / 15) * px];
          for (let dot = 0; dot < px * px; dot++)
            if (at(x + (dot % px), y + Math.floor(dot / px)) !== at(x, y)) odd += 1;
          if (at(x, y) !== at(x + px, y)) steps += 1;
        }
        return { px, odd, steps };
      });
    await page.getByText('8×', { exact: true }).click();
    await page.getByRole('switch', { name: 'Gambar titik LED' }).click();
    await eventually(async () => expect((await uniform()).px).toBe(8));
    const plain = await uniform();
    expect(plain.odd).toBe(0);
    expect(plain.steps).toBeGreaterThan(20);
    await page.getByRole('switch', { name: 'Gambar titik LED' }).click();
    await eventually(async () => expect((await uniform()).odd).toBeGreaterThan(300));
    await page.context().close();
  }, 60_000);

  it('is looked at from its own distance, and keeps another for the next who looks', async () => {
    const page = await open(operator, five);
    expect(await page.getByLabel('Jarak antar-LED', { exact: true }).inputValue()).toBe('4');
    await page.getByLabel('Jarak antar-LED', { exact: true }).fill('6');
    await page.getByRole('button', { name: 'Simpan untuk VT-09' }).click();
    await eventually(async () => {
      const [kept] = await station.client.displays.list();
      expect(kept?.display).toMatchObject({ pitchMm: 6, viewingM: 12 });
    });
    await page.context().close();
  }, 60_000);
});

it('two clips are parted by a wipe that the keyboard moves, and are both of the same frame', async () => {
  const page = await open(operator, five, `&compare=${nine}`);
  await becomes(page, { clip: 5 });
  const line = page.getByRole('slider', { name: 'Garis sapu' });
  await line.focus();
  await page.keyboard.press('Home');
  await becomes(page, { clip: 9, frame: 0 });
  await page.locator('h1').click();
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
  await becomes(page, { clip: 9, frame: 3 });
  await line.focus();
  await page.keyboard.press('End');
  await becomes(page, { clip: 5, frame: 3 });
  await page.keyboard.press('b');
  await becomes(page, { clip: 9, frame: 3 });
  await page.context().close();
}, 90_000);

it('a viewer points at a place, an operator answers and resolves, and both see it at once', async () => {
  const mine = await open(viewer, five);
  const theirs = await open(operator, five);
  await theirs.getByRole('tab', { name: /Komentar/ }).click();
  await mine.locator('h1').click();
  await mine.keyboard.press('ArrowRight');
  await becomes(mine, { frame: 1 });
  await mine.keyboard.press('m');
  const box = await mine.locator('canvas').boundingBox();
  if (!box) throw new Error('no stage');
  await mine.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await mine.getByLabel('Komentar di 00:00:00:01').fill('Logo terlalu kecil');
  await mine.keyboard.press('Control+Enter');
  await mine.getByRole('button', { name: 'Komentar 1: Logo terlalu kecil' }).waitFor();
  await theirs.getByText('Logo terlalu kecil').first().waitFor();
  const [comment] = await station.client.previews.comments({ assetId: five });
  expect(comment).toMatchObject({ by: { name: 'Penonton' }, atMs: expect.any(Number) });
  expect(comment?.place?.x).toBeCloseTo(0.5, 1);
  expect(comment?.place?.y).toBeCloseTo(0.5, 1);
  expect(await graveFaults(theirs)).toEqual([]);
  await theirs.getByRole('button', { name: 'Selesai komentar 1' }).click();
  await mine.getByText(/^Selesai: Operator/).waitFor();
  const sheet = await viewer.request.get(`/api/assets/${five}/contact-sheet.pdf`);
  expect([sheet.status(), (await sheet.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  for (const page of [mine, theirs]) await page.context().close();
}, 90_000);

it('a link shows its clip to whoever has it, and that alone, until it is over', async () => {
  const { link, path } = await station.client.previews.makeLink({ assetId: five, displayId, days: 1 });
  const outside = await consolePage(browser, station.origin, LOOK);
  await outside.goto(path);
  await outside.getByRole('heading', { name: 'lima' }).waitFor();
  await becomes(outside, { clip: 5, frame: 0 });
  await outside.keyboard.press('ArrowRight');
  await becomes(outside, { clip: 5, frame: 1 });
  expect(await graveFaults(outside)).toEqual([]);

  const code = path.replace('/see/', '');
  const { hash } = await station.client.library.get({ id: nine });
  const status = async (address: string) => (await outside.request.get(address)).status();
  expect(await status(`/see-media/${code}/clip`)).toBe(200);
  expect(await status(`/media/${hash}`)).toBe(401);
  expect(await status(`/api/assets/${five}`)).toBe(401);
  expect(await status(`/api/assets/${five}/comments.csv`)).toBe(401);
  expect(await status(`/see-media/${code}/${hash}`)).toBe(404);
  expect(await status(`/see-media/${'x'.repeat(43)}/clip`)).toBe(404);

  const port = Number(new URL(station.origin).port);
  await station.stop();
  const store = await openStore({ dir: station.dataDir, clock: Date, log: pino({ level: 'silent' }) });
  await store.commit({ command: 'tests.seed', actor: STATION_ACTOR, audited: false }, (tx) => {
    const held = tx.get('previewLink', link.id);
    if (held) tx.put('previewLink', { ...held, expiresAt: Date.now() - 1 });
  });
  await store.close();
  station = await startStation({ dataDir: station.dataDir, port });
  await outside.reload();
  await outside.getByText('Masa berlaku tautan ini sudah habis.').waitFor();
  expect(await status(`/see-media/${code}/clip`)).toBe(409);
  await outside.context().close();
}, 120_000);
