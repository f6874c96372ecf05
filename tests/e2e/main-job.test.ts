/**
 * The main job on real input: five kinds of awkward video go from an upload to a display page in a real Chromium, and
 * the proof of play comes back.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asset } from '../../electron/contract/records/asset';
import { mkvWithSounds, phoneVideo, screenRecording, uhdVideo, webmWithAlpha } from '../fixtures/hard-media';
import { bookAllDay } from '../lib/booking';
import { chromiumOptions } from '../lib/chromium';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { uploadBytes } from '../lib/upload';

const PANEL = { width: 400, height: 200, fit: 'contain' as const, frameRate: 25 as const, loudnessLufs: -23 };
const DISPLAY = 'VT-01 Alun-alun';
const inputs = {
  'a phone video, rotated': phoneVideo,
  'a 4K file': () => uhdVideo({ codec: 'h264', seconds: 1.2 }),
  'a screen recording of variable frame rate': screenRecording,
  'a WebM with alpha': webmWithAlpha,
  'an MKV with several audio tracks': mkvWithSounds,
};

let station: RunningStation;
let browser: Browser;
let page: Page;
let displayId = '';
let bookingId = '';
type ReadyAsset = Extract<Asset, { state: 'ready' }>;
const assets = new Map<string, ReadyAsset>();

beforeAll(async () => {
  station = await startStation();
  browser = await chromium.launch(chromiumOptions());
  const { zone } = await station.client.station.settings();
  const made = { name: DISPLAY, place: 'Tirtaraya', zone, profile: PANEL, fillerPlaylistId: null };
  displayId = (await station.client.displays.create(made)).id;
});

afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

describe.concurrent('from drop', () => {
  it.each(Object.entries(inputs))('%s becomes ready for the panel', async (kind, make) => {
    const path = await make();
    const { assetId } = await uploadBytes(station, basename(path), await readFile(path));
    const asset = await eventually(async () => {
      const now = await station.client.library.get({ id: assetId });
      if (now.state !== 'ready') throw new Error(JSON.stringify(now));
      return now;
    }, 90_000);
    const rendition = asset.renditions.find(({ state }) => state === 'ready');
    expect(rendition).toMatchObject({ profileKey: expect.stringContaining('400x200') });
    assets.set(kind, asset);
  });
});

describe('to proof', () => {
  it('plays them all on a paired display page, frames advancing', async () => {
    expect(assets.size).toBe(Object.keys(inputs).length);
    bookingId = await bookAllDay(station, displayId, [...assets.values()]);
    const { path } = await station.client.displays.localPage({ id: displayId });
    page = await browser.newPage({ viewport: { width: 800, height: 400 } });
    await page.goto(station.origin + path);
    const shown = new Set<string>();
    await eventually(async () => {
      const [state] = await station.client.displays.list();
      if (state?.status.playing?.assetId) shown.add(state.status.playing.assetId);
      expect(shown, JSON.stringify(state?.status)).toEqual(new Set([...assets.values()].map(({ id }) => id)));
    }, 60_000);
    const before = await frames(page);
    await eventually(async () => expect(await frames(page)).toBeGreaterThan(before + 25));
    const [state] = await station.client.displays.list();
    expect(state?.status).toMatchObject({ connected: true, missing: { files: 0 }, notReady: [], faults: [] });
    expect(state?.status.holdsRevision).toBe(state?.status.expectedRevision);
  });

  it('brings back the proof of each, with frames counted', async () => {
    const proven = await eventually(async () => {
      const { items } = await station.client.proof.plays({ displayId, outcome: 'shown', limit: 100 });
      const whole = items.filter(({ frames }) => (frames ?? 0) > 10);
      expect(new Set(whole.map(({ assetId }) => assetId)).size).toBe(assets.size);
      return whole;
    }, 60_000);
    const hashes = new Set([...assets.values()].flatMap(readyHashes));
    for (const play of proven) {
      expect(play).toMatchObject({ bookingId, bookingName: 'Uji', displayName: DISPLAY });
      expect(hashes).toContain(play.hash);
    }
  });
});

/** What displays may have shown of an asset. */
function readyHashes({ renditions }: ReadyAsset): string[] {
  return renditions.flatMap((rendition) => (rendition.state === 'ready' ? [rendition.hash] : []));
}

/** Frames that the visible video has presented so far, over all of them. */
function frames(on: Page): Promise<number> {
  return on.evaluate(() =>
    [...document.querySelectorAll('video')].reduce(
      (sum, video) => sum + video.getVideoPlaybackQuality().totalVideoFrames,
      0,
    ),
  );
}
