/** The display page in a real Chromium against a stand-in station that speaks the real protocol. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { percentile } from '../../scripts/bench/lib/report';
import { chromiumOptions } from '../lib/chromium';
import { type MadeClip, makeImage, makeVideo } from './lib/clips';
import { type BuiltPage, buildDisplayPage } from './lib/display-page';
import { DisplayStation } from './lib/display-station';
import { standing, watchPicture } from './lib/watch-picture';

let dir: string;
let built: BuiltPage;
let browser: Browser;
let videos: MadeClip[];
let stills: MadeClip[];
let station: DisplayStation;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'suar-display-'));
  [built, browser] = await Promise.all([buildDisplayPage(), chromium.launch(chromiumOptions())]);
  videos = [];
  for (let number = 1; number <= 4; number++) videos.push(await makeVideo(dir, { number, seconds: 2 }));
  stills = [await makeImage(dir, { number: 20 }), await makeImage(dir, { number: 21 })];
});
afterAll(async () => {
  await browser?.close();
  await built?.remove();
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  await station?.kill();
});

async function newStation(): Promise<DisplayStation> {
  station = new DisplayStation({ pageDir: built.dir });
  await station.start();
  return station;
}

async function openPage(path = '/display'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 512, height: 256 } });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${station.url}${path}`);
  return page;
}

const openPaired = () => openPage(`/display?once=${station.code}`);
const until = async (check: () => boolean | Promise<boolean>, ms = 30_000) => {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((r) => setTimeout(r, 50)))
    if (await check()) return;
  throw new Error(`not within ${ms} ms: ${check}`);
};
/** A busy machine may hold a frame now and then; a player that stands still does so at its changes. */
const expectMoving = (seen: Awaited<ReturnType<typeof watchPicture>>) => {
  const times = standing(seen, (clip) => clip < 20);
  expect(percentile(times, 0.5)).toBeLessThan(60);
  expect(percentile(times, 0.97)).toBeLessThan(150);
  expect(Math.max(...times)).toBeLessThan(1000);
};
const video = (i: number) => videos[i % videos.length] as MadeClip;
const face = async (page: Page) => {
  await page.waitForFunction(() => window.__suarDisplay);
  return page.evaluate(() => ({ ...window.__suarDisplay }));
};
const showing = (page: Page) => page.evaluate(() => window.__suarDisplay?.showing?.name);
const held = () => station.messages.findLast((message) => message.type === 'holds');

describe('pairing', () => {
  it('shows a code as text and QR, takes its token, keeps it over a reload', async () => {
    await newStation();
    const page = await openPage();
    await page.getByText(station.code).waitFor();
    expect(await page.locator('#qr svg').count()).toBe(1);
    expect(await page.locator('#time').textContent()).toMatch(/^\d\d:\d\d:\d\d$/);
    expect(await page.locator('#zone').textContent()).toBe('WIB');
    expect(await page.locator('#station-name').textContent()).toBe('Diskominfo Tirtaraya');
    station.confirm();
    await page.getByText(station.code).waitFor({ state: 'hidden' });
    await page.reload();
    await until(() => station.messages.filter((m) => m.type === 'hello' && m.token === station.token).length >= 2);
    const hellos = station.messages.flatMap((m) => (m.type === 'hello' ? [m.instanceId] : []));
    expect(new Set(hellos).size).toBe(1);
  });

  it('takes a one-time code from its address and cleans it', async () => {
    await newStation();
    const page = await openPaired();
    await until(() => station.messages.some((m) => m.type === 'hello' && m.token === station.token));
    await page.waitForURL(`${station.url}/display`);
  });

  it('forgets a revoked token and shows a code again', async () => {
    await newStation();
    station.air([{ made: video(0), ms: 600_000 }], Date.now() - 1000);
    const page = await openPaired();
    await until(async () => (await showing(page)) === 'clip 1');
    station.revoke();
    await page.getByText(station.code).waitFor();
    await until(async () => (await showing(page)) === 'slate');
  });

  it('is dark, without cursor or scrollbars, from a tiny panel to a large one', async () => {
    await newStation();
    const page = await openPage();
    await page.getByText(station.code).waitFor();
    for (const size of [
      { width: 200, height: 100 },
      { width: 3840, height: 2160 },
    ]) {
      await page.setViewportSize(size);
      const look = await page.evaluate(() => ({
        scrolls:
          document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth,
        cursor: getComputedStyle(document.body).cursor,
        code: document.getElementById('code')?.getBoundingClientRect().height ?? 0,
        inside: [...document.querySelectorAll('#slate *')].every((each) => {
          const { top, bottom, left, right } = each.getBoundingClientRect();
          return top >= -1 && left >= -1 && bottom <= innerHeight + 1 && right <= innerWidth + 1;
        }),
      }));
      expect(look).toMatchObject({ scrolls: false, cursor: 'none', inside: true });
      expect(look.code).toBeGreaterThan(size.height / 12);
    }
  });
});

describe('playing', () => {
  it('goes through twelve changes of video with no black and no frozen picture, one play each', async () => {
    await newStation();
    station.air(
      Array.from({ length: 40 }, (_, i) => ({ made: video(i), ms: 2000 })),
      Date.now() - 1000,
    );
    const page = await openPaired();
    await until(async () => (await face(page)).changes.filter((change) => change.kind === 'video').length > 1);
    const seen = await watchPicture(page, 25_000);
    expect(seen.filter((each) => each.clip === 0)).toEqual([]);
    const changes = seen.filter((each, i) => i > 0 && each.clip !== seen[i - 1]?.clip).length;
    expect(changes).toBeGreaterThanOrEqual(12);
    expectMoving(seen);
    await until(() => station.plays.filter((play) => play.outcome === 'shown').length >= 11);
    const shown = station.plays.filter((play) => play.outcome === 'shown');
    expect(
      percentile(
        shown.map((play) => play.frames ?? 0),
        0.5,
      ),
    ).toBeGreaterThanOrEqual(48);
    expect(new Set(station.plays.map((play) => play.id)).size).toBe(station.plays.length);
    const late = shown.map((play) => Math.abs(play.startedAt - play.plannedStart));
    expect(percentile(late, 0.5)).toBeLessThan(60);
  });

  it('mixes stills and videos in any order without black', async () => {
    await newStation();
    const order = [video(0), stills[0], video(1), video(2), stills[1], stills[0], video(3)] as MadeClip[];
    station.air(
      Array.from({ length: 42 }, (_, i) => ({ made: order[i % order.length] as MadeClip, ms: 1500 })),
      Date.now() - 500,
    );
    const page = await openPaired();
    await until(async () => (await face(page)).changes.filter((change) => change.kind !== 'slate').length > 2);
    const seen = await watchPicture(page, 14_000);
    expect(seen.filter((each) => each.clip === 0)).toEqual([]);
    expectMoving(seen);
    const { changes, faults } = await face(page);
    expect(faults).toEqual([]);
    const off = changes.slice(3).map((change) => Math.abs(change.at - change.planned));
    expect(percentile(off, 0.5)).toBeLessThan(50);
  });

  it('shows filler for what is missing, reports it skipped, and takes it up when it comes', async () => {
    await newStation();
    const [filler] = stills as [MadeClip];
    station.absent.add(video(1).clip.hash);
    station.air(
      Array.from({ length: 30 }, (_, i) => ({ made: video(i % 2), ms: 2000 })),
      Date.now(),
      [filler],
    );
    const page = await openPaired();
    await until(() =>
      station.plays.some((play) => play.outcome === 'skipped' && play.because?.code === 'play.missing'),
    );
    // The first entry may pass before the filler itself has come.
    await until(async () => (await face(page)).changes.some((change) => change.name === 'clip 20'), 25_000);
    const missing = held();
    expect(missing?.type === 'holds' && missing.missing).toEqual([video(1).clip.hash]);
    station.absent.clear();
    await until(
      () => station.plays.some((play) => play.outcome === 'shown' && play.hash === video(1).clip.hash),
      25_000,
    );
  });

  it('fetches a file again whose bytes were wrong', async () => {
    await newStation();
    station.corrupt.set(video(2).clip.hash, 1);
    station.air([{ made: video(2), ms: 120_000 }], Date.now());
    const page = await openPaired();
    await until(async () => (await showing(page)) === 'clip 3');
    expect(station.requests.filter((path) => path.includes(video(2).clip.hash))).toHaveLength(2);
  });

  it('passes over a file no browser can play: filler, one fault, skipped plays', async () => {
    await newStation();
    const bad: MadeClip = { ...(stills[0] as MadeClip), number: 30 };
    bad.clip = { ...video(0).clip, hash: bad.clip.hash, bytes: bad.clip.bytes, name: 'bad' };
    const [, filler] = stills as [MadeClip, MadeClip];
    station.air(
      Array.from({ length: 20 }, (_, i) => ({ made: i % 2 ? bad : video(1), ms: 1500 })),
      Date.now(),
      [filler],
    );
    const page = await openPaired();
    await until(() => station.plays.filter((play) => play.because?.code === 'play.undecodable').length >= 2);
    expect(station.messages.filter((m) => m.type === 'fault').map((m) => m.type === 'fault' && m.reason.code)).toEqual([
      'fault.undecodable',
    ]);
    expect((await face(page)).changes.some((change) => change.name === 'clip 21')).toBe(true);
  });

  it('sends a small picture while someone looks, and identifies itself', async () => {
    await newStation();
    station.air([{ made: video(0), ms: 120_000 }], Date.now());
    const page = await openPaired();
    await until(async () => (await showing(page)) === 'clip 1');
    station.broadcast({ type: 'watch', everyMs: 500 });
    await until(() => station.messages.filter((m) => m.type === 'picture').length >= 2);
    const picture = station.messages.findLast((m) => m.type === 'picture');
    const jpeg = Buffer.from(picture?.type === 'picture' ? picture.jpeg : '', 'base64');
    expect([...jpeg.subarray(0, 2)]).toEqual([0xff, 0xd8]);
    station.broadcast({ type: 'identify', seconds: 5 });
    await page.getByText('VT-01 Alun-alun').waitFor();
  });
});

describe('on its own', () => {
  it('plays on while the station is gone and hands in its plays once when it is back', async () => {
    await newStation();
    station.air(
      Array.from({ length: 60 }, (_, i) => ({ made: video(i), ms: 2000 })),
      Date.now() - 500,
    );
    const page = await openPaired();
    await until(() => station.plays.length >= 1);
    await station.kill();
    const before = (await face(page)).changes.length;
    await new Promise((resolve) => setTimeout(resolve, 7000));
    expect((await face(page)).changes.length).toBeGreaterThanOrEqual(before + 3);
    await station.start();
    await until(() => station.plays.length >= 5);
    const starts = station.plays.map((play) => play.plannedStart).sort((a, b) => a - b);
    expect(new Set(starts).size).toBe(starts.length);
    for (let i = 1; i < starts.length; i++) expect((starts[i] ?? 0) - (starts[i - 1] ?? 0)).toBe(2000);
  });

  it('starts from what it keeps without a word from the station', async () => {
    await newStation();
    station.air(
      Array.from({ length: 60 }, (_, i) => ({ made: video(i), ms: 2000 })),
      Date.now() - 500,
    );
    const page = await openPaired();
    await until(() => station.plays.length >= 2);
    station.deaf = true;
    const asked = station.requests.filter((path) => path.startsWith('/media/')).length;
    await page.reload();
    await until(async () => ((await showing(page)) ?? '').startsWith('clip'));
    expect((await face(page)).faults).toEqual([]);
    expect(station.requests.filter((path) => path.startsWith('/media/'))).toHaveLength(asked);
  });

  it('says on the slate that another page holds its display', async () => {
    await newStation();
    station.inUse = true;
    const page = await openPaired();
    await page.getByText('sedang dipakai di halaman lain').waitFor();
  });

  it('goes where the clock says when the station sets its clock an hour on and back, one play each', async () => {
    await newStation();
    const start = Date.now() - 500;
    const items = Array.from({ length: 2000 }, (_, i) => ({ made: video(i), ms: 2000 }));
    station.air(items, start);
    const page = await openPaired();
    await until(() => station.plays.length >= 1);
    station.clockOffMs = 3_600_000;
    await until(() => station.plays.some((play) => play.because?.code === 'play.clockStep'));
    await until(async () => (await face(page)).stationNow > start + 3_600_000);
    await until(() => station.plays.some((play) => play.outcome === 'shown' && play.plannedStart > start + 3_600_000));
    station.clockOffMs = 0;
    await until(async () => (await face(page)).stationNow < start + 3_600_000);
    await until(async () => ((await showing(page)) ?? '').startsWith('clip'));
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const starts = station.plays.map((play) => play.plannedStart);
    expect(new Set(starts).size).toBe(starts.length);
  });

  it('sends unacknowledged plays again under the same id', async () => {
    await newStation();
    station.acknowledges = false;
    station.air(
      Array.from({ length: 60 }, (_, i) => ({ made: video(i), ms: 2000 })),
      Date.now() - 500,
    );
    await openPaired();
    await until(() => station.plays.length >= 1);
    const [first] = station.plays;
    await station.kill();
    station.acknowledges = true;
    await station.start();
    await until(() => station.plays.filter((play) => play.id === first?.id).length >= 2);
  });

  it('reports what it showed when it was killed as interrupted', async () => {
    await newStation();
    const profile = await mkdtemp(join(dir, 'profile-'));
    const open = async () => {
      const options = { ...chromiumOptions(), viewport: { width: 512, height: 256 } };
      const context = await chromium.launchPersistentContext(profile, options);
      contexts.push(context);
      return context.newPage();
    };
    station.air([{ made: video(0), ms: 600_000 }], Date.now() - 1000);
    const page = await open();
    await page.goto(`${station.url}/display?once=${station.code}`);
    await until(async () => (await showing(page)) === 'clip 1');
    await new Promise((resolve) => setTimeout(resolve, 6000));
    await page.goto('chrome://crash').catch(() => {});
    const again = await page.context().newPage();
    await again.goto(`${station.url}/display`);
    await until(() => station.plays.some((play) => play.outcome === 'interrupted'));
    const play = station.plays.find((each) => each.outcome === 'interrupted');
    expect(play).toMatchObject({ hash: video(0).clip.hash, because: { code: 'play.pageDied' } });
    expect((play?.endedAt ?? 0) - (play?.startedAt ?? 0)).toBeGreaterThan(3000);
    await until(async () => (await showing(again)) === 'clip 1');
  });
});
