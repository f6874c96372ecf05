/** A recall from the command to the panel and back: a real station, real pages, the picture read from the screen, the disk from the browser. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { conformingClip } from '../fixtures/media';
import { bookAllDay } from '../lib/booking';
import { chromiumOptions } from '../lib/chromium';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { uploadReady } from '../lib/upload-ready';
import { colourAt } from './lib/pixel';

const PANEL = { width: 400, height: 200, fit: 'contain' as const, frameRate: 25 as const, loudnessLufs: null };
/** Short: a page that starts amid one may show filler to its end, and must then not begin the next. */
const RED = { picture: 'color=c=0xc01020', seconds: 3, width: 400, height: 200 };
const GREEN = { picture: 'color=c=0x10a030', seconds: 20, width: 400, height: 200 };
const WHY = 'Angka kasus di dalamnya keliru, Dinkes mengirim perbaikan.';

let station: RunningStation;
let browser: Browser;
let redId = '';
let port = 0;

interface Panel {
  displayId: string;
  context: BrowserContext;
  page: Page;
}
let here: Panel;
let away: Panel;

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  port = Number(new URL(station.origin).port);
  redId = await uploadReady(station, 'merah.mp4', await conformingClip(RED));
  const greenId = await uploadReady(station, 'hijau.mp4', await conformingClip(GREEN));
  const filler = await station.client.playlists.create({
    name: 'Pengisi',
    items: [{ id: '01J00000000000000000000001', assetId: greenId, stillMs: null, inMs: 0, outMs: null }],
  });
  here = await openPanel('VT-01 Alun-alun', filler.id);
  away = await openPanel('VT-02 Terminal', filler.id);
  await vi.waitFor(async () => expect(await kept(here.page)).toHaveLength(2), 40_000);
  await vi.waitFor(async () => expect(await kept(away.page)).toHaveLength(2), 40_000);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

async function openPanel(name: string, fillerPlaylistId: string): Promise<Panel> {
  const { zone } = await station.client.station.settings();
  const { id } = await station.client.displays.create({ name, place: '', zone, profile: PANEL, fillerPlaylistId });
  await bookAllDay(station, id, [{ id: redId }]);
  const context = await browser.newContext({ viewport: { width: 400, height: 200 } });
  const page = await context.newPage();
  const { path } = await station.client.displays.localPage({ id });
  await page.goto(station.origin + path);
  return { displayId: id, context, page };
}

const seen = (page: Page) => colourAt(page, 6, 100);
const sees = (page: Page, colour: string, timeout = 30_000) =>
  vi.waitFor(async () => expect(await seen(page)).toBe(colour), { timeout, interval: 50 });

/** Files with bytes on this page's own disk: every hash that a chunk lies under. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    // Opened before the page itself has, it would be made without its stores.
    if ((await indexedDB.databases()).every(({ name }) => name !== 'suar-display')) return [];
    const db = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open('suar-display');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    const keys = await new Promise<IDBValidKey[]>((done) => {
      const asked = db.transaction('chunks').objectStore('chunks').getAllKeys();
      asked.onsuccess = () => done(asked.result);
    });
    db.close();
    return [...new Set(keys.map((key) => String((key as unknown[])[0])))];
  });

describe('a recall', () => {
  it('cuts what is on, deletes it, and says so; another that was away never shows it again', async () => {
    await sees(here.page, 'red');
    await sees(away.page, 'red');
    const held = await kept(here.page);
    // Cut from the network, and closed: its disk keeps the clip and three days of timeline that play it.
    await away.context.setOffline(true);
    await away.page.close();

    const asset = await station.client.library.get({ id: redId });
    const before = await station.client.recalls.preview({ assetId: redId });
    expect(before.panels.filter(({ inTimeline }) => inTimeline)).toHaveLength(2);
    expect(before.touches.map(({ kind }) => kind)).toContain('booking');
    const pressed = Date.now();
    const recall = await station.client.recalls.recall({
      ...{ assetId: redId, hash: asset.hash, reason: WHY, letterNumber: null },
    });
    await vi.waitFor(async () => expect(await seen(here.page)).not.toBe('red'), { timeout: 2000, interval: 20 });
    const cutMs = Date.now() - pressed;
    process.stderr.write(`recall: off the panel ${cutMs} ms after the command was sent\n`);
    expect(cutMs).toBeLessThan(2000);
    await sees(here.page, 'green');

    const at = async (displayId: string) =>
      (await station.client.recalls.get({ id: recall.id })).displays.find((each) => each.displayId === displayId);
    await vi.waitFor(async () => expect((await at(here.displayId))?.state).toBe('removed'), 10_000);
    const left = await kept(here.page);
    expect(held.filter((hash) => recall.hashes.includes(hash))).toHaveLength(1);
    expect(left.filter((hash) => recall.hashes.includes(hash))).toEqual([]);
    const receipt = (await at(here.displayId))?.receipt;
    expect(receipt?.bytes).toBeGreaterThan(1000);
    expect(Math.abs((receipt?.lastShownAt ?? 0) - recall.at)).toBeLessThan(2000);
    expect((await at(away.displayId))?.state).toBe('notReached');
    expect((await at(away.displayId))?.timelineUntil).toBeGreaterThan(Date.now());
    await vi.waitFor(async () => {
      const { items } = await station.client.proof.plays({ displayId: here.displayId, limit: 20 });
      // The new timeline may arrive a moment before the word of the recall does.
      const cut = items.filter(({ outcome }) => outcome === 'partial').map(({ because }) => because?.code);
      expect(cut.some((code) => code === 'play.recalled' || code === 'play.replaced')).toBe(true);
    }, 20_000);
  });

  it('reaches a page that comes back with its kept days before a frame of it is seen', async () => {
    const [recall] = await station.client.recalls.list();
    const id = recall?.recall.id ?? '';
    // It was killed meanwhile, and knows no more than its disk.
    await station.kill();
    station = await startStation({ dataDir: station.dataDir, port });
    await away.context.setOffline(false);
    const page = await away.context.newPage();
    // A line on which every word of the station takes a while: long enough to show many frames of what is kept.
    await page.routeWebSocket('**/display/socket', (socket) => {
      const line = socket.connectToServer();
      line.onMessage((message) => void setTimeout(() => socket.send(message), 4000));
    });
    await page.addInitScript(() => {
      const shown: string[] = [];
      Object.assign(window, { shownSources: shown });
      // Every video that ever plays tells its colour at every picture it presents.
      const canvas = document.createElement('canvas');
      canvas.width = 1;
      canvas.height = 1;
      const look = () => {
        const video = document.querySelector<HTMLVideoElement>('video.top');
        const ink = canvas.getContext('2d', { willReadFrequently: true });
        if (video && ink && video.readyState >= 2) {
          ink.drawImage(video, 0, 0, 1, 1);
          const [r = 0, g = 0] = ink.getImageData(0, 0, 1, 1).data;
          shown.push(r > g ? 'red' : 'green');
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(`${station.origin}/display`);
    await sees(page, 'green');
    await page.waitForTimeout(1500);
    const colours = await page.evaluate(() => (window as unknown as { shownSources: string[] }).shownSources);
    expect(colours.filter((colour) => colour === 'green').length).toBeGreaterThan(10);
    expect(colours).not.toContain('red');
    await vi.waitFor(async () => {
      const view = await station.client.recalls.get({ id });
      expect(view.displays.find(({ displayId }) => displayId === away.displayId)?.state).toBe('removed');
    }, 10_000);
    expect(await kept(page)).toHaveLength(1);
    away = { ...away, page };
  });

  it('is kept off by a page that is shut off from its station again, as one that never was told could not', async () => {
    // The same disk, the station gone: the page is served from a stand-in that answers nothing else.
    await away.context.route('**/media/**', (route) => route.abort());
    await away.context.routeWebSocket('**/display/socket', (socket) => void socket.close());
    await away.page.reload();
    await sees(away.page, 'green');
    await away.page.waitForTimeout(1000);
    const colours = await away.page.evaluate(() => (window as unknown as { shownSources: string[] }).shownSources);
    expect(colours).toContain('green');
    expect(colours).not.toContain('red');
    expect(await kept(away.page)).toHaveLength(1);
  });

  it('gives its material back when it is lifted', async () => {
    const [standing] = await station.client.recalls.list();
    if (!standing) throw new Error('no recall');
    const { id, rev } = standing.recall;
    await station.client.recalls.lift({ id, rev, reason: 'Dinkes menyatakan angkanya benar.' });
    await sees(here.page, 'red', 40_000);
  });
});
