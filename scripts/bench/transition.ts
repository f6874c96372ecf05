/**
 * How one picture follows another on a display page: video to video against steady play of the same run, everything else in
 * milliseconds. Read on the page frame by frame, and once from the screen by a grabber that knows nothing of the page. A plain
 * `<video loop>` is watched for as long in the same ways: what stands still there too is the browser's or the machine's.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { type MadeClip, makeImage, makeVideo } from '../../tests/e2e/lib/clips';
import { DisplayStation } from '../../tests/e2e/lib/display-station';
import { type Seen, watchFrames, watchPicture } from '../../tests/e2e/lib/watch-picture';
import { desktopChromium } from '../../tests/lib/chromium';
import { type PageWork, recordWork, workDuring, workOf } from './lib/page-work';
import { type PictureLog, readLog } from './lib/picture-log';
import { betweenSeams, makeReferencePage } from './lib/reference-page';
import { median, note, percentile, report } from './lib/report';
import { GRAB_HZ, grabScreen, openScreen, type Screen } from './lib/screen-grab';

const BENCH = 'transition';
const WIDTH = 512;
const HEIGHT = 256;
const FIRST_STILL = 20;
const REFERENCE = 10;
const VIDEO_MS = 1200;
const VIDEO_CHANGES = 62;
const MIXED_MS = 1500;
const MIXED_CHANGES = 32;
const WARM_UP_MS = 6000;
const SCREEN_MS = 30_000;
const PAGE_HZ = 60;

interface Material {
  videos: MadeClip[];
  stills: MadeClip[];
  /** Folder of the plain page. */
  plain: string;
}

const dir = await mkdtemp(join(tmpdir(), 'suar-transition-'));
try {
  const material = await makeMaterial();
  const onPage = logsOf('page', PAGE_HZ, await watchVideos(material), await watchMixed(material));
  const seen = await watchScreen(material);
  const onScreen = seen && logsOf('screen', GRAB_HZ, seen.videos, seen.mixed);
  const bare = [...referenceLogs('page', PAGE_HZ, await watchBare(material))];
  if (seen) bare.push(...referenceLogs('screen', GRAB_HZ, [seen.bare]));
  tell(onPage, onScreen, bare);
} finally {
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
}

/** Every other clip has another pixel size, so that the decoder is set up anew at each change. */
async function makeMaterial(): Promise<Material> {
  const videos: MadeClip[] = [];
  for (let number = 1; number <= 6; number++) {
    const size = number % 2 ? { width: WIDTH, height: HEIGHT } : { width: 800, height: 400 };
    videos.push(await makeVideo(dir, { number, seconds: VIDEO_MS / 1000, ...size }));
  }
  const stills = [20, 21].map((number) => makeImage(dir, { number }));
  return { videos, stills: await Promise.all(stills), plain: await makeReferencePage(dir, REFERENCE) };
}

function mixed({ videos, stills }: Material): MadeClip[] {
  return [videos[0], stills[0], videos[1], stills[1], stills[0], videos[2], videos[3], stills[1]] as MadeClip[];
}

async function watchVideos({ videos }: Material): Promise<Seen[]> {
  return withPage(videos, VIDEO_MS, VIDEO_CHANGES, (page, ms) => watchFrames(page, ms));
}

async function watchMixed(material: Material): Promise<Seen[]> {
  return withPage(mixed(material), MIXED_MS, MIXED_CHANGES, (page, ms) => watchPicture(page, ms));
}

type Watch = (page: Page, ms: number) => Promise<Seen[]>;

async function withPage(order: readonly MadeClip[], each: number, changes: number, watch: Watch): Promise<Seen[]> {
  return inBrowser((page) =>
    onAir(order, each, changes, async (url) => {
      await recordWork(page);
      await page.goto(url);
      await warm(page);
      const seen = await watch(page, (changes + 1) * each);
      explain(seen, await workOf(page));
      return seen;
    }),
  );
}

async function inBrowser<T>(then: (page: Page) => Promise<T>): Promise<T> {
  const browser = await chromium.launch(desktopChromium(['--mute-audio']));
  try {
    return await then(await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } }));
  } finally {
    await browser.close();
  }
}

function explain(seen: readonly Seen[], work: readonly PageWork[]): void {
  const { frozen } = readLog(seen, { isStill, samplingMs: 1000 / PAGE_HZ });
  for (const stand of frozen) note(workDuring(stand, work));
}

/** The plain page, by the two ways of watching and as long as the display page by each. */
async function watchBare({ plain }: Material): Promise<Seen[][]> {
  return inBrowser((page) =>
    serving(plain, async (url) => {
      await page.goto(`${url}/reference.html`);
      await page.waitForTimeout(WARM_UP_MS);
      const frames = await watchFrames(page, (VIDEO_CHANGES + 1) * VIDEO_MS);
      return [frames, await watchPicture(page, (MIXED_CHANGES + 1) * MIXED_MS)];
    }),
  );
}

async function serving<T>(pageDir: string, then: (url: string) => Promise<T>): Promise<T> {
  const station = new DisplayStation({ pageDir, width: WIDTH, height: HEIGHT });
  await station.start();
  try {
    return await then(station.url);
  } finally {
    await station.kill();
  }
}

/** A station that airs `order` in turn, long enough for the warm-up and `changes`. */
async function onAir<T>(
  order: readonly MadeClip[],
  each: number,
  changes: number,
  then: (url: string) => Promise<T>,
): Promise<T> {
  const station = new DisplayStation({ pageDir: resolve('dist/renderer'), width: WIDTH, height: HEIGHT });
  await station.start();
  try {
    const count = changes + Math.ceil((WARM_UP_MS + 60_000) / each);
    const items = Array.from({ length: count }, (_, i) => ({ made: order[i % order.length] as MadeClip, ms: each }));
    station.air(items, Date.now());
    return await then(`${station.url}/display?once=${station.code}`);
  } finally {
    await station.kill();
  }
}

/** Until pictures have followed each other for a while: files are there, the clock and the lead are learnt. */
async function warm(page: Page): Promise<void> {
  const playing = () => (window.__suarDisplay?.changes ?? []).filter((change) => change.kind !== 'slate').length >= 2;
  await page.waitForFunction(playing, undefined, { timeout: 60_000 });
  await page.waitForTimeout(WARM_UP_MS);
}

async function watchScreen(material: Material): Promise<{ videos: Seen[]; mixed: Seen[]; bare: Seen[] } | null> {
  const screen = await openScreen(WIDTH, HEIGHT);
  if (!screen) {
    note('no Xvfb: the screen was not read');
    return null;
  }
  try {
    const videos = await watchOnScreen(screen, material.videos, VIDEO_MS);
    const others = await watchOnScreen(screen, mixed(material), MIXED_MS);
    const bare = await serving(material.plain, (url) =>
      grabPage(screen, `${url}/reference.html`, 2 * SCREEN_MS, (page) => page.waitForTimeout(WARM_UP_MS)),
    );
    return { videos, mixed: others, bare };
  } finally {
    await screen.end();
  }
}

async function watchOnScreen(screen: Screen, order: readonly MadeClip[], each: number): Promise<Seen[]> {
  return onAir(order, each, SCREEN_MS / each, (url) => grabPage(screen, url, SCREEN_MS, warm));
}

async function grabPage(
  screen: Screen,
  url: string,
  ms: number,
  ready: (page: Page) => Promise<void>,
): Promise<Seen[]> {
  const profile = await mkdtemp(join(dir, 'profile-'));
  const window = [`--app=${url}`, '--kiosk', '--window-position=0,0', `--window-size=${WIDTH},${HEIGHT}`];
  const context = await chromium.launchPersistentContext(profile, {
    ...desktopChromium(['--mute-audio', ...window]),
    headless: false,
    viewport: null,
    env: { ...process.env, DISPLAY: screen.display } as Record<string, string>,
  });
  try {
    await ready(context.pages()[0] ?? (await context.waitForEvent('page')));
    return await grabScreen(screen, WIDTH, HEIGHT, ms);
  } finally {
    await context.close();
  }
}

function isStill(clip: number): boolean {
  return clip >= FIRST_STILL;
}

interface Logs {
  videos: PictureLog;
  mixed: PictureLog;
}

function logsOf(where: string, hz: number, videos: readonly Seen[], others: readonly Seen[]): Logs {
  const options = { isStill, samplingMs: 1000 / hz };
  const logs = { videos: readLog(videos, options), mixed: readLog(others, options) };
  describe(where, logs);
  return logs;
}

function referenceLogs(where: string, hz: number, watched: readonly Seen[][]): PictureLog[] {
  const logs = watched.flatMap(betweenSeams).map((seen) => readLog(seen, { isStill, samplingMs: 1000 / hz }));
  const steady = logs.flatMap((log) => log.steady);
  const frozen = logs.flatMap((log) => log.frozen);
  const stood = frozen.map(({ from, until }) => `${Math.round(until - from)} ms`).join(', ');
  note(`${where}: plain <video loop>: steady ${three(steady)}, frozen ${frozen.length}${stood && ` (${stood})`}`);
  return logs;
}

function tell(page: Logs, screen: Logs | null, bare: readonly PictureLog[]): void {
  videoVideo('video_video_p95_ratio', page.videos);
  ms('other_p95_ms', percentile(page.mixed.other, 0.95));
  if (screen) {
    videoVideo('screen_video_video_p95_ratio', screen.videos);
    ms('screen_other_p95_ms', percentile(screen.mixed.other, 0.95));
  }
  const all = [page, screen].flatMap((logs) => (logs ? [logs.videos, logs.mixed] : []));
  count(
    'black_frames',
    sum(all, (log) => log.black),
  );
  count(
    'frozen_over_two_frames',
    sum(all, (log) => log.frozen.length),
    sum(bare, (log) => log.frozen.length),
  );
}

function videoVideo(metric: string, log: PictureLog): void {
  const reference = percentile(log.steady, 0.95);
  report({ bench: BENCH, metric, value: percentile(log.videoVideo, 0.95) / reference, unit: 'ratio', reference });
}

function ms(metric: string, value: number): void {
  report({ bench: BENCH, metric, value, unit: 'ms', reference: null });
}

function count(metric: string, value: number, reference: number | null = null): void {
  report({ bench: BENCH, metric, value, unit: 'count', reference });
}

function sum(logs: readonly PictureLog[], pick: (log: PictureLog) => number): number {
  return logs.reduce((total, log) => total + pick(log), 0);
}

function three(samples: readonly number[]): string {
  const figures = [median(samples), percentile(samples, 0.95), Math.max(...samples)];
  return `${figures.map((each) => each.toFixed(1)).join('/')} of ${samples.length}`;
}

function describe(where: string, { videos, mixed }: Logs): void {
  note(`${where}: median/p95/max ms: steady ${three(videos.steady)}, video-video ${three(videos.videoVideo)}`);
  note(`${where}: with stills ${three(mixed.other)}`);
  note(`${where}: black ${videos.black} + ${mixed.black}, frozen ${videos.frozen.length} + ${mixed.frozen.length}`);
}
