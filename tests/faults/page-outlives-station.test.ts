/** A display page in a real Chromium whose station is killed and started again: it goes on showing, and no play is lost. */
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conformingClip } from '../fixtures/media';
import { bookAllDay } from '../lib/booking';
import { chromiumOptions } from '../lib/chromium';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { uploadReady } from '../lib/upload-ready';

let station: RunningStation;
let browser: Browser;

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
});
afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

it('goes on showing while the station is gone, and its plays arrive once', async () => {
  const displayId = await displayWithClips();
  const page = await browser.newPage({ viewport: { width: 800, height: 400 } });
  const { path } = await station.client.displays.localPage({ id: displayId });
  await page.goto(station.origin + path);
  const shown = () => station.client.proof.plays({ displayId, outcome: 'shown', limit: 500 });
  await eventually(async () => expect((await shown()).items.length).toBeGreaterThan(1), 60_000);

  await station.kill();
  const goneAt = Date.now();
  const before = await frames(page);
  await eventually(async () => expect(await frames(page)).toBeGreaterThan(before + 100), 60_000);
  const backAt = Date.now();
  station = await startStation({ dataDir: station.dataDir, port: Number(new URL(station.origin).port) });

  const items = await eventually(async () => {
    const { items: now } = await shown();
    expect(now.some(({ startedAt }) => startedAt > backAt)).toBe(true);
    return now;
  }, 60_000);
  const starts = items.map(({ plannedStart }) => plannedStart).sort((a, b) => a - b);
  expect(new Set(starts).size).toBe(starts.length);
  const meanwhile = items.filter(({ startedAt }) => startedAt > goneAt && startedAt < backAt);
  expect(meanwhile.length).toBeGreaterThan(0);
  // End to end: what was planned after one is planned where it ended, with none missing.
  const gaps = starts.slice(1).map((start, place) => start - (starts[place] ?? 0));
  expect(new Set(gaps)).toEqual(new Set([CLIP_MS]));
});

const CLIP_MS = 2000;

async function displayWithClips(): Promise<string> {
  const { client } = station;
  const { zone } = await client.station.settings();
  const profile = { width: 320, height: 160, fit: 'contain' as const, frameRate: 25 as const, loudnessLufs: null };
  const { id } = await client.displays.create({ name: 'VT-01', place: '', zone, profile, fillerPlaylistId: null });
  const assets: { id: string }[] = [];
  for (const tone of [440, 660]) {
    const path = await conformingClip({ seconds: CLIP_MS / 1000, tone });
    assets.push({ id: await uploadReady(station, `clip ${tone}.mp4`, path) });
  }
  await bookAllDay(station, id, assets);
  return id;
}

function frames(on: Page): Promise<number> {
  return on.evaluate(() =>
    [...document.querySelectorAll('video')].reduce(
      (sum, video) => sum + video.getVideoPlaybackQuality().totalVideoFrames,
      0,
    ),
  );
}
