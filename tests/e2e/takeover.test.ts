/** A takeover from the command to the panel and back: a real station, a real page, the picture read from the screen. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TakeoverFields } from '../../electron/contract/records/takeover';
import { conformingClip, made as fixture } from '../fixtures/media';
import { bookAllDay } from '../lib/booking';
import { chromiumOptions } from '../lib/chromium';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { uploadReady } from '../lib/upload-ready';
import { colourAt } from './lib/pixel';

const PANEL = { width: 400, height: 200, fit: 'contain' as const, frameRate: 25 as const, loudnessLufs: null };
const GREEN = { picture: 'color=c=0x10a030', seconds: 3, width: 400, height: 200 };
const BLUE = { picture: 'color=c=0x1030c0', seconds: 2, width: 400, height: 200, tone: 600 };

let station: RunningStation;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let displayId = '';
let blueId = '';
let stillId = '';
let offline = false;

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  const { zone } = await station.client.station.settings();
  const made = { name: 'VT-01 Alun-alun', place: '', zone, profile: PANEL, fillerPlaylistId: null };
  displayId = (await station.client.displays.create(made)).id;
  const green = await uploadReady(station, 'hijau.mp4', await conformingClip(GREEN));
  blueId = await uploadReady(station, 'biru.mp4', await conformingClip(BLUE));
  const blue = ['-f', 'lavfi', '-i', 'color=c=0x1030c0:size=400x200', '-frames:v', '1'];
  stillId = await uploadReady(station, 'peta.png', await fixture('blue.png', blue));
  await bookAllDay(station, displayId, [{ id: green }]);
  context = await browser.newContext({ viewport: { width: 400, height: 200 } });
  await context.route('**/media/**', (route) => (offline ? route.abort() : route.continue()));
  await context.routeWebSocket('**/display/socket', (socket) => void (offline || socket.connectToServer()));
  page = await open();
});

afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

async function open(): Promise<Page> {
  const { path } = await station.client.displays.localPage({ id: displayId });
  const made = await context.newPage();
  await made.goto(station.origin + path);
  return made;
}

const TEXT: TakeoverFields['what'] = {
  kind: 'text',
  tone: 'emergency',
  title: 'BANJIR',
  body: 'Jauhi sungai.',
  qr: '',
};
const start = (what: TakeoverFields['what'], part: Partial<TakeoverFields> = {}) =>
  station.client.takeovers.start({
    ...{ name: 'Banjir', what, where: { all: true, displayIds: [], groupIds: [] } },
    ...{ from: Date.now(), until: null, test: false, ...part },
  });
const one = async (id: string) => (await station.client.takeovers.get({ id })).displays[0];
const receipt = async (id: string) => (await one(id))?.receipt ?? null;

/** The colour near the panel's left edge, in the middle of its height. */
const seen = () => colourAt(page, 6, 100);
const sees = (colour: string) => eventually(async () => expect(await seen()).toBe(colour));

/**
 * Until a second of a clip has been seen and another is to come: what lies over it then leaves a part of it seen. The slate,
 * which stands while the first file is fetched, is no clip.
 */
const midEntry = () =>
  page.waitForFunction(() => {
    const { changes, stationNow } = window.__suarDisplay;
    const last = changes.at(-1);
    const gone = stationNow - (last?.planned ?? 0);
    return last?.kind === 'video' && gone > 1000 && gone < 2000;
  });

describe('a takeover', () => {
  it('covers the timeline, is proven, and leaves it where the clock says', async () => {
    await sees('green');
    await midEntry();
    const { id } = await start(TEXT);
    await sees('red');
    await page.getByText('BANJIR').waitFor();
    expect(await page.evaluate(() => [...document.querySelectorAll('video')].every(({ muted }) => muted))).toBe(true);
    await eventually(async () => expect(await receipt(id)).toMatchObject({ fault: null, endedAt: null }));
    const { from } = await start(TEXT).then(async (second) => {
      await station.client.takeovers.end({ id: second.id });
      return second;
    });
    const shown = await receipt(id);
    expect(shown?.receivedAt).toBeLessThan(from);
    expect(shown?.shownAt).toBeLessThan(from);
    // Twice as long as an entry: wherever it began, one goes by unseen from its start to its end.
    await page.waitForTimeout(2 * GREEN.seconds * 1000);
    expect(await seen()).toBe('red');
    await station.client.takeovers.end({ id });
    await sees('green');
    const place = await page.evaluate(() => {
      const { changes, stationNow } = window.__suarDisplay;
      const video = document.querySelector<HTMLVideoElement>('video.top');
      return { late: stationNow - (changes.at(-1)?.planned ?? 0), muted: video?.muted, paused: video?.paused };
    });
    expect(place.late).toBeLessThan(GREEN.seconds * 1000 + 500);
    expect(place).toMatchObject({ muted: false, paused: false });
    await eventually(async () => expect((await receipt(id))?.endedAt).toBeGreaterThan(shown?.shownAt ?? 0));
    await eventually(async () => {
      const { items } = await station.client.proof.plays({ displayId, limit: 50 });
      const under = items.filter(({ because }) => because?.code === 'play.takenOver').map(({ outcome }) => outcome);
      expect(new Set(under)).toEqual(new Set(['partial', 'skipped']));
    });
  });

  it('starts a clip from the network that the display does not hold, keeps it, and shows it after an offline restart', async () => {
    const asked = Date.now();
    const { id } = await start({ kind: 'asset', assetId: blueId });
    await sees('blue');
    await eventually(async () => expect((await receipt(id))?.shownAt).toBeGreaterThan(asked));
    // Repeated beyond its two seconds.
    await page.waitForTimeout(2500);
    expect(await seen()).toBe('blue');
    await eventually(async () => {
      const [state] = await station.client.displays.list();
      expect(state?.status.missing.files).toBe(0);
      expect(state?.status.playing?.name).toBe('Banjir');
    });
    // The page's own files come still; the station says nothing, and has no media for it.
    offline = true;
    await page.reload();
    await sees('blue');
    offline = false;
    await page.close();
    page = await open();
    await sees('blue');
    await station.client.takeovers.end({ id });
    await sees('green');
  });

  it('comes to a display that connects later, marked as a drill, and goes at its time', async () => {
    await page.close();
    // Long enough that a page opened on a busy machine still meets it.
    const { id } = await start(TEXT, { test: true, until: Date.now() + 12_000 });
    page = await open();
    await sees('red');
    await page.getByText('UJI COBA / TEST').waitFor();
    await sees('green');
    await eventually(async () => expect((await receipt(id))?.endedAt).not.toBeNull());
  });

  it('shows a page of the network in a frame that cannot leave it', async () => {
    const { id } = await start({ kind: 'page', url: `${station.origin.replace('127.0.0.1', 'localhost')}/healthz` });
    const frame = page.locator('#takeover iframe:not(.waiting)');
    await frame.waitFor();
    expect(await frame.getAttribute('sandbox')).not.toContain('top-navigation');
    await eventually(async () => expect((await receipt(id))?.shownAt).not.toBeNull());
    await station.client.takeovers.end({ id });
    await sees('green');
  });

  it('shows a still image when its time comes, also to a display that connects later, and goes at its end', async () => {
    const from = Date.now() + 2500;
    const until = from + 7000;
    const { id } = await start({ kind: 'asset', assetId: stillId }, { from, until });
    await eventually(async () => expect(await receipt(id)).toMatchObject({ shownAt: null, fault: null }));
    await sees('blue');
    await eventually(async () => expect((await receipt(id))?.shownAt).toBeGreaterThanOrEqual(from));
    const shown = await receipt(id);
    await page.close();
    page = await open();
    await sees('blue');
    await sees('green');
    await eventually(async () => expect((await receipt(id))?.endedAt).toBeGreaterThanOrEqual(until));
    expect(await receipt(id)).toMatchObject({ shownAt: shown?.shownAt, fault: null });
  });

  it('lies above a drill, which is said of it, and gives the panel back to the drill when its start is undone', async () => {
    const drill = await start(TEXT, { name: 'Latihan', test: true });
    await sees('red');
    await eventually(async () => expect((await one(drill.id))?.receipt?.shownAt).not.toBeNull());
    const { id } = await start({ kind: 'asset', assetId: stillId });
    await sees('blue');
    await eventually(async () => expect((await one(drill.id))?.coveredBy).toEqual({ id, name: 'Banjir' }));
    await station.client.station.undo();
    await sees('red');
    await eventually(async () => expect((await one(drill.id))?.coveredBy).toBeNull());
    const { takeover } = await station.client.takeovers.get({ id });
    expect(takeover).toMatchObject({ undone: true, endedAt: expect.any(Number) });
    await eventually(async () => expect((await receipt(id))?.endedAt).toBeGreaterThan(takeover.from));
    await station.client.takeovers.end({ id: drill.id });
    await sees('green');
  });
});
