/** A rundown that owns what a videotron shows: a real station, a real display page, the picture read from the screen. */
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cue, PLAIN_ITEM } from '../../electron/contract/records/rundown-item';
import type { Show } from '../../electron/contract/records/show';
import { newId } from '../../electron/contract/ulid';
import { localParts } from '../../electron/domain/time';
import { conformingClip } from '../fixtures/media';
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
let page: Page;
let rundownId = '';
let ids: string[] = [];
let blueId = '';

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  const { zone } = await station.client.station.settings();
  const made = { name: 'VT-01 Alun-alun', place: '', zone, profile: PANEL, fillerPlaylistId: null };
  const { id: displayId } = await station.client.displays.create(made);
  const green = await uploadReady(station, 'hijau.mp4', await conformingClip(GREEN));
  blueId = await uploadReady(station, 'biru.mp4', await conformingClip(BLUE));
  await bookAllDay(station, displayId, [{ id: green }]);
  page = await browser.newPage({ viewport: { width: 400, height: 200 } });
  const { path } = await station.client.displays.localPage({ id: displayId });
  await page.goto(station.origin + path);
  await sees('green');
  await write({ all: false, displayIds: [displayId], groupIds: [] });
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

/** Opening without a cue, an interview with a card and its QR, a clip, an end that shows nothing. */
async function write(where: Cue['where']): Promise<void> {
  const card = { title: 'NARASUMBER KPU', body: 'Telepon 0800', qr: 'https://cekdpt.example' };
  const cues: (Cue | null)[] = [
    null,
    { what: { kind: 'card', card }, where, forMs: null },
    { what: { kind: 'asset', assetId: blueId }, where, forMs: 3000 },
    null,
  ];
  // In ten minutes, whatever the time is.
  const { zone } = await station.client.station.settings();
  const { date, time: startsAt } = localParts(Date.now() + 600_000, zone);
  const fields = { name: 'Ruang Pemilih', status: 'ready' as const, startsAt };
  rundownId = (await station.client.rundowns.create({ programmeId: null, date, fields })).id;
  const titles = ['Pembuka', 'Wawancara', 'Klip', 'Penutup'];
  const changes = titles.map((title, at) => ({
    type: 'add' as const,
    key: newId(),
    parentId: null,
    order: `a${at}`,
    fields: { ...PLAIN_ITEM, title, durationMs: 60_000, cue: cues[at] ?? null },
  }));
  ids = (await station.client.rundowns.edit({ id: rundownId, changes })).map(({ id }) => id);
}

const sees = (colour: string) => eventually(async () => expect(await colourAt(page, 6, 100)).toBe(colour));
const cueOf = async (at: number) =>
  (await station.client.cues.of({ rundownId })).find(({ itemId }) => itemId === ids[at]);
const take = (show: Show) => station.client.shows.take({ id: show.id, turn: show.turn });

it('is held before its item, seen from the take, and gone with its end, while the schedule goes on beneath', async () => {
  await eventually(async () => {
    for (const at of [1, 2]) {
      expect(await cueOf(at)).toMatchObject({ state: 'armed', displays: [{ displayName: 'VT-01 Alun-alun' }] });
      expect((await cueOf(at))?.displays[0]?.receipt?.readyAt).toBeGreaterThan(0);
    }
  });
  expect(await colourAt(page, 6, 100)).toBe('green');

  let show = await station.client.shows.start({ rundownId });
  show = await take(show);
  await page.getByText('NARASUMBER KPU').waitFor();
  expect(await page.locator('.card .qr svg').count()).toBe(1);
  expect(await colourAt(page, 6, 180)).not.toBe('green');
  await eventually(async () => expect(await cueOf(1)).toMatchObject({ state: 'showing' }));
  await eventually(async () => expect((await cueOf(1))?.displays[0]?.receipt?.shownAt).toBeGreaterThan(0));

  show = await take(show);
  await sees('blue');
  // For three seconds, though its item goes on; then what was booked, where the clock says it is.
  await sees('green');
  expect((await cueOf(2))?.state).toBe('over');

  // An emergency lies above a cue, and the cue comes back from under it.
  show = await station.client.shows.back({ id: show.id, turn: show.turn });
  await page.getByText('NARASUMBER KPU').waitFor();
  const what = { kind: 'text' as const, tone: 'emergency' as const, title: 'BANJIR', body: '' };
  const all = { all: true, displayIds: [], groupIds: [] };
  const { id } = await station.client.takeovers.start({
    ...{ name: 'Banjir', what, where: all, from: Date.now(), until: null, test: false },
  });
  await sees('red');
  await station.client.takeovers.end({ id });
  await page.getByText('NARASUMBER KPU').waitFor();
  expect((await station.client.takeovers.list()).map(({ name }) => name)).toEqual(['Banjir']);

  await station.client.shows.end({ id: show.id, turn: show.turn });
  await sees('green');
}, 60_000);
