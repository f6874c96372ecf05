/** A display page of a real station, as a browser on a panel holds it: what is seen on it, and what lies on its own disk. */
import type { Browser, BrowserContext, Page } from 'playwright';
import { expect, vi } from 'vitest';
import type { RunningStation } from '../../lib/station';
import { uploadReady } from '../../lib/upload-ready';
import { colourAt } from './pixel';

const PANEL = { width: 400, height: 200, fit: 'contain' as const, frameRate: 25 as const, loudnessLufs: null };
export const PANEL_SIZE = { width: PANEL.width, height: PANEL.height };

export interface PanelPage {
  displayId: string;
  context: BrowserContext;
  page: Page;
}

/** Puts a clip into the library, alone in a playlist; answers the playlist. */
export async function fillerOf(station: RunningStation, path: string): Promise<string> {
  const assetId = await uploadReady(station, 'pengisi.mp4', path);
  const items = [{ id: '01J00000000000000000000001', assetId, stillMs: null, inMs: 0, outMs: null }];
  return (await station.client.playlists.create({ name: 'Pengisi', items })).id;
}

/** Puts a display on record that shows a filler. */
export async function newDisplay({ client }: RunningStation, name: string, fillerPlaylistId: string): Promise<string> {
  const { zone } = await client.station.settings();
  return (await client.displays.create({ name, place: '', zone, profile: PANEL, fillerPlaylistId })).id;
}

/** Opens the page of a display in a browser profile of its own, paired with the station. */
export async function openPanel(browser: Browser, station: RunningStation, displayId: string): Promise<PanelPage> {
  const context = await browser.newContext({ viewport: PANEL_SIZE });
  const page = await context.newPage();
  const { path } = await station.client.displays.localPage({ id: displayId });
  await page.goto(station.origin + path);
  return { displayId, context, page };
}

export const seen = (page: Page) => colourAt(page, 6, 100);
export const sees = (page: Page, colour: string, timeout = 30_000) =>
  vi.waitFor(async () => expect(await seen(page)).toBe(colour), { timeout, interval: 50 });

/** Files with bytes on this page's own disk: every hash that a chunk lies under. */
export const kept = (page: Page): Promise<string[]> =>
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
