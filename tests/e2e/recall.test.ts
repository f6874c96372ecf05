/** A recall and a panel that was away: a real station, a real page, the picture read from the screen, the disk from the browser. */
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conformingClip } from '../fixtures/media';
import { bookAllDay } from '../lib/booking';
import { chromiumOptions } from '../lib/chromium';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { uploadReady } from '../lib/upload-ready';
import { fillerOf, kept, newDisplay, openPanel, PANEL_SIZE, type PanelPage, sees } from './lib/panel-page';

const RED = { picture: 'color=c=0xc01020', seconds: 3, ...PANEL_SIZE };
/** Long: what is asked to begin next is not it again. */
const GREEN = { picture: 'color=c=0x10a030', seconds: 20, ...PANEL_SIZE };
const WHY = 'Angka kasus di dalamnya keliru, Dinkes mengirim perbaikan.';

let station: RunningStation;
let browser: Browser;
let redId = '';
let port = 0;
let away: PanelPage;
/** The panel finds no station. */
let shut = true;

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  port = Number(new URL(station.origin).port);
  redId = await uploadReady(station, 'merah.mp4', await conformingClip(RED));
  const filler = await fillerOf(station, await conformingClip(GREEN));
  const displayId = await newDisplay(station, 'VT-02 Terminal', filler);
  await bookAllDay(station, displayId, [{ id: redId }]);
  away = await openPanel(browser, station, displayId);
  await eventually(async () => expect(await kept(away.page)).toHaveLength(2), 40_000);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

/** Of every picture that a video of the page presented since it was opened, once there were enough of what it may show. */
async function coloursOf(page: Page): Promise<readonly string[]> {
  const shown = () => page.evaluate(() => (window as unknown as { shownSources: string[] }).shownSources);
  await eventually(async () =>
    expect((await shown()).filter((colour) => colour === 'green').length).toBeGreaterThan(10),
  );
  return shown();
}

describe('a recall', () => {
  it('is not known to a panel that is away, which the office is told', async () => {
    await sees(away.page, 'red');
    // Cut from the network, and closed: its disk keeps the clip and three days of timeline that play it.
    await away.context.setOffline(true);
    await away.page.close();
    const asset = await station.client.library.get({ id: redId });
    const before = await station.client.recalls.preview({ assetId: redId });
    expect(before.panels.filter(({ inTimeline }) => inTimeline)).toHaveLength(1);
    expect(before.touches.map(({ kind }) => kind)).toContain('booking');
    const { id } = await station.client.recalls.recall({
      ...{ assetId: redId, hash: asset.hash, reason: WHY, letterNumber: null },
    });
    const [at] = (await station.client.recalls.get({ id })).displays;
    expect(at).toMatchObject({ displayId: away.displayId, state: 'notReached' });
    expect(at?.timelineUntil).toBeGreaterThan(Date.now());
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
    expect(await coloursOf(page)).not.toContain('red');
    await eventually(async () => {
      const view = await station.client.recalls.get({ id });
      expect(view.displays.find(({ displayId }) => displayId === away.displayId)?.state).toBe('removed');
    });
    expect(await kept(page)).toHaveLength(1);
    away = { ...away, page };
  });

  it('is kept off by a page that is shut off from its station again, as one that never was told could not', async () => {
    // The same disk, the station gone: the page is served from a stand-in that answers nothing else.
    await away.context.route('**/media/**', (route) => route.abort());
    await away.context.routeWebSocket('**/display/socket', (socket) => {
      if (shut) void socket.close();
      else socket.connectToServer();
    });
    await away.page.reload();
    await sees(away.page, 'green');
    expect(await coloursOf(away.page)).not.toContain('red');
    expect(await kept(away.page)).toHaveLength(1);
  });

  it('gives its material back when it is lifted', async () => {
    const [standing] = await station.client.recalls.list();
    if (!standing) throw new Error('no recall');
    const { id, rev } = standing.recall;
    await station.client.recalls.lift({ id, rev, reason: 'Dinkes menyatakan angkanya benar.' });
    await away.context.unroute('**/media/**');
    shut = false;
    const page = await away.context.newPage();
    await away.page.close();
    await page.goto(`${station.origin}/display`);
    await sees(page, 'red', 40_000);
  });
});
