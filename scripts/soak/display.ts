/**
 * The display page over many changes: what it holds (heap, nodes, media elements, buffers, blobs, disk) is read at intervals, each time
 * after a collection of garbage, and may not grow once the page has warmed up. `npm run soak -- [minutes]`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { type MadeClip, makeImage, makeVideo } from '../../tests/e2e/lib/clips';
import { DisplayStation } from '../../tests/e2e/lib/display-station';
import { type Holding, holdingReader } from '../../tests/e2e/lib/holding';
import { desktopChromium } from '../../tests/lib/chromium';
import { median, note } from '../bench/lib/report';

const EACH_MS = 1200;
const READ_EVERY_MS = 20_000;
/** A new timeline as often as this, each with other clips: media comes and goes on the disk too. */
const PUSH_EVERY_MS = 60_000;
const SETS = 3;
const AHEAD_MS = 10 * 60_000;
/** What a holding may be larger in the last third than in the middle one, by share and in its own unit. */
const SLACK = { share: 0.1, heapMb: 1.5, rssMb: 40, count: 40 };

const minutes = Number(process.argv[2] ?? 12);
const dir = await mkdtemp(join(tmpdir(), 'suar-soak-'));
const station = new DisplayStation({ pageDir: resolve('dist/renderer') });
const browser = await chromium.launch(desktopChromium(['--mute-audio']));
try {
  const sets = await makeSets();
  await station.start();
  airNext(sets, 0);
  const page = await browser.newPage({ viewport: { width: 512, height: 256 } });
  await page.goto(`${station.url}/display?once=${station.code}`);
  process.exitCode = judge(await soak(page, sets), page.isClosed());
} finally {
  await browser.close();
  await station.kill();
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
}

async function makeSets(): Promise<MadeClip[][]> {
  const sets: MadeClip[][] = [];
  for (let set = 0; set < SETS; set++) {
    const [a, b, c] = [1, 2, 3].map((place) => set * 3 + place) as [number, number, number];
    const videos = [];
    for (const number of [a, b, c]) {
      const size = number % 2 ? {} : { width: 800, height: 400 };
      videos.push(await makeVideo(dir, { number, seconds: EACH_MS / 1000, ...size }));
    }
    const stills = await Promise.all([20 + set, 25 + set].map((number) => makeImage(dir, { number })));
    sets.push([videos[0], videos[1], stills[0], videos[2], videos[0], stills[1], stills[0], videos[1]] as MadeClip[]);
  }
  return sets;
}

/** From the whole change on, as a compiled timeline would: what is on the panel stays. */
function airNext(sets: readonly MadeClip[][], round: number): void {
  const order = sets[round % SETS] as MadeClip[];
  const start = Math.floor(Date.now() / EACH_MS) * EACH_MS;
  const items = Array.from({ length: AHEAD_MS / EACH_MS }, (_, i) => ({
    made: order[i % order.length] as MadeClip,
    ms: EACH_MS,
  }));
  station.air(items, start);
}

async function soak(page: Page, sets: readonly MadeClip[][]): Promise<Holding[]> {
  const read = await holdingReader(page);
  const readings: Holding[] = [];
  const end = Date.now() + minutes * 60_000;
  let pushedAt = Date.now();
  for (let round = 1; Date.now() < end; ) {
    await page.waitForTimeout(READ_EVERY_MS);
    if (Date.now() - pushedAt > PUSH_EVERY_MS) {
      pushedAt = Date.now();
      airNext(sets, round);
      // Someone looks at every other set.
      station.broadcast({ type: 'watch', everyMs: round % 2 ? 1000 : null });
      round += 1;
    }
    const holding = await read();
    readings.push(holding);
    process.stdout.write(`${JSON.stringify(holding)}\n`);
  }
  return readings;
}

function judge(readings: readonly Holding[], died: boolean): 0 | 1 {
  const third = Math.floor(readings.length / 3);
  const [middle, last] = [readings.slice(third, 2 * third), readings.slice(2 * third)];
  const grown = (Object.keys(readings[0] ?? {}) as (keyof Holding)[]).filter((what) => {
    if (['changes', 'faults', 'atS'].includes(what)) return false;
    const [before, after] = [middle, last].map((part) => median(part.map((each) => each[what]))) as [number, number];
    const slack = what === 'heapMb' || what === 'rssMb' ? SLACK[what] : SLACK.count;
    if (after > before * (1 + SLACK.share) && after > before + slack) note(`${what} grew from ${before} to ${after}`);
    return after > before * (1 + SLACK.share) && after > before + slack;
  });
  const outcomes = new Map<string, number>();
  for (const { outcome } of station.plays) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  const faults = station.messages.flatMap((message) => (message.type === 'fault' ? [message.reason.code] : []));
  note(
    `${readings.at(-1)?.changes} changes; plays ${JSON.stringify(Object.fromEntries(outcomes))}; faults ${JSON.stringify(faults)}`,
  );
  note(grown.length || died ? `growing: ${grown.join(', ') || 'the page died'}` : 'nothing grows');
  return grown.length || died ? 1 : 0;
}
