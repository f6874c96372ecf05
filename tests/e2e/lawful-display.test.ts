/** A display and the rules, on a real page: a lock cuts what is on, and holds without the station, on a clock that was set, on a disk that was touched. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '../../electron/contract/ulid';
import { conformingClip } from '../fixtures/media';
import { bookAllDay, day } from '../lib/booking';
import { chromiumOptions } from '../lib/chromium';
import { eventually } from '../lib/eventually';
import { lockOn } from '../lib/lock-rule';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { uploadReady } from '../lib/upload-ready';
import { colourAt } from './lib/pixel';

const PANEL = { width: 400, height: 200, fit: 'contain' as const, frameRate: 25 as const, loudnessLufs: null };
const RED = { picture: 'color=c=0xc01020', seconds: 4, width: 400, height: 200 };
const GREEN = { picture: 'color=c=0x10a030', seconds: 20, width: 400, height: 200 };
let station: RunningStation;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  const { client } = station;
  for (const { id } of await client.rules.list()) await client.rules.remove({ id });
  const campaign = await uploadReady(station, 'kampanye.mp4', await conformingClip(RED));
  const other = await uploadReady(station, 'dpt.mp4', await conformingClip(GREEN));
  const categories = [
    [campaign, 'Iklan kampanye'],
    [other, 'Pemilu'],
  ] as const;
  for (const [id, category] of categories) {
    const { rev } = await client.library.get({ id });
    await client.library.update({ id, rev, category });
  }
  const items = [{ id: newId(), assetId: other, stillMs: null, inMs: 0, outMs: null }];
  const filler = await client.playlists.create({ name: 'Pengisi', items });
  const { zone } = await client.station.settings();
  const made = { name: 'VT-01', place: 'Alun-alun', zone, profile: PANEL, fillerPlaylistId: filler.id };
  const { id: displayId } = await client.displays.create(made);
  await bookAllDay(station, displayId, [{ id: campaign }]);
  context = await browser.newContext({ viewport: { width: 400, height: 200 } });
  page = await context.newPage();
  const { path } = await client.displays.localPage({ id: displayId });
  await page.goto(station.origin + path);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

const sees = (colour: string, timeout = 40_000) =>
  vi.waitFor(async () => expect(await colourAt(page, 6, 100)).toBe(colour), { timeout, interval: 50 });

/** For so long, at every look. */
async function seesOnly(colour: string, ms: number): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; await page.waitForTimeout(60))
    expect(await colourAt(page, 6, 100)).toBe(colour);
}

/** The same disk, and no station: the page itself comes, and nothing else does. */
async function reopenAlone(): Promise<void> {
  await page.close();
  await context.route('**/media/**', (route) => route.abort());
  await context.routeWebSocket('**/display/socket', (socket) => void socket.close());
  page = await context.newPage();
  await page.goto(`${station.origin}/display`);
}

/** Reads or writes what the page remembers under a name. */
const remembered = (key: string, value?: unknown): Promise<unknown> =>
  page.evaluate(
    async ([name, next]) => {
      const db = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open('suar-display');
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => fail(opening.error);
      });
      const values = db.transaction('values', 'readwrite').objectStore('values');
      const asked = next === undefined ? values.get(name as string) : values.put(next, name as string);
      const answer = await new Promise<unknown>((done) => {
        asked.onsuccess = () => done(asked.result);
      });
      db.close();
      return answer;
    },
    [key, value] as const,
  );

describe('a display', () => {
  it('holds the rules, and plays on by them without its station; a lock far ahead holds nothing yet', async () => {
    await sees('red');
    await station.client.rules.create(lockOn(day(40), day(42)));
    await eventually(async () => expect(JSON.stringify(await remembered('law'))).toContain('Masa tenang'));
    await eventually(async () => expect(await remembered('timeline')).toMatchObject({ lawful: true }));
    await reopenAlone();
    await sees('red');
  });

  it('holds that lock when its clock was set back behind the last time the station was heard', async () => {
    const before = (await remembered('mark')) as number;
    await remembered('mark', Date.now() + 3_600_000);
    await page.reload();
    await sees('green');
    await seesOnly('green', 5000);
    await remembered('mark', before);
    await page.reload();
    await sees('red');
  });

  it('shows nothing under rules that were touched on its disk', async () => {
    const law = (await remembered('law')) as { text: string };
    await remembered('law', { ...law, text: law.text.replace('Iklan kampanye', 'Iklan kampanyf') });
    await page.reload();
    await sees('dark');
    await seesOnly('dark', 3000);
    await remembered('law', law);
    await page.reload();
    await sees('red');
  });

  it('cuts what a lock forbids at once, and does not show it again, with its station or without', async () => {
    await page.close();
    await context.unroute('**/media/**');
    await context.close();
    context = await browser.newContext({ viewport: { width: 400, height: 200 } });
    page = await context.newPage();
    const [display] = await station.client.displays.list();
    const { path } = await station.client.displays.localPage({ id: display?.display.id ?? '' });
    await page.goto(station.origin + path);
    await sees('red');
    const pressed = Date.now();
    await station.client.rules.create(lockOn(day(-1), day(1)));
    await eventually(async () => expect(await colourAt(page, 6, 100)).not.toBe('red'));
    process.stderr.write(`lock: off the panel ${Date.now() - pressed} ms after the command was sent\n`);
    await sees('green');
    await reopenAlone();
    await sees('green');
    await seesOnly('green', 5000);
  });
});
