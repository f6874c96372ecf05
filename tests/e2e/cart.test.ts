/** The cart on a real station in a real Chromium: sound made of real files, a break rendered and measured, plays in the log. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ReadyMaterial } from '../../electron/contract/api/cart';
import { RADIO_CHANNEL_ID } from '../../electron/contract/records/play';
import { PLAIN_ITEM } from '../../electron/contract/records/rundown-item';
import { newId } from '../../electron/contract/ulid';
import { PLAIN_MANNER } from '../../renderer/radio/cart/slot';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { made, sources } from '../fixtures/media';
import { desktopChromium } from '../lib/chromium';
import { signedIn } from '../lib/console';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { uploadBytes } from '../lib/upload';
import { buildCartPage, type CartPage } from './lib/cart-page';
import { complaintsOf } from './lib/console-page';

const run = promisify(execFile);
const FFMPEG = process.env.FFMPEG_BIN ?? 'ffmpeg';

/** A steady tone of an amplitude that ebur128 reads as about this in stereo. */
const tone = (hz: number, lufs: number, seconds: number) => [
  '-f',
  'lavfi',
  '-i',
  `sine=frequency=${hz}:sample_rate=48000:duration=${seconds},volume=${lufs + 18}dB`,
  '-ac',
  '2',
];
const noise = (lufs: number, seconds: number) => [
  '-f',
  'lavfi',
  '-i',
  `anoisesrc=c=pink:r=48000:d=${seconds}:seed=7:a=0.5,volume=${lufs + 16}dB`,
  '-ac',
  '2',
];

const SPOTS = [
  { name: 'Cek DPT', file: 'pelan.wav', args: tone(440, -30, 6), ms: 6000 },
  { name: 'Cegah DBD', file: 'nyaring.wav', args: noise(-9, 7.25), ms: 7250 },
  { name: 'Jingle Suara Tirtaraya', file: 'jingle.wav', args: tone(660, -24, 2), ms: 2000 },
  {
    name: 'Ayo ke TPS',
    file: 'video.mp4',
    args: [...sources({ seconds: 5, tone: 520, level: -12 }), '-shortest'],
    ms: 5000,
  },
];

let station: RunningStation;
let browser: Browser;
let context: BrowserContext;
let cartPage: CartPage;
let folder: string;
let rundownId: string;
let itemIds: string[];
let assetIds: string[];
let jingleId: string;
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(Date.now());

async function ready(): Promise<ReadyMaterial[]> {
  const material = await station.client.cart.material({ rundownId });
  return material.filter((each) => each.state === 'ready');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suar-cart-'));
  [station, browser, cartPage] = await Promise.all([
    startStation(),
    chromium.launch(desktopChromium(['--autoplay-policy=no-user-gesture-required'])),
    buildCartPage(),
  ]);
  context = await signedIn(browser, station);
  await cartPage.layOver(context);
  const { client } = station;
  assetIds = [];
  for (const { name, file, args } of SPOTS) {
    const bytes = await readFile(await made(file, args));
    assetIds.push((await uploadBytes(station, `${name}.${file.split('.')[1]}`, bytes)).assetId);
  }
  jingleId = assetIds[2] ?? '';
  const programme = await client.programmes.create({
    ...{ name: 'Ruang Pemilih', description: '', weekdays: [], startsAt: '09:00:00', lengthMs: 3_600_000 },
    ...{ presenterIds: [], jingles: [jingleId], template: [] },
  });
  const fields = { name: 'Ruang Pemilih', startsAt: '09:00:00', lengthMs: 3_600_000 };
  ({ id: rundownId } = await client.rundowns.create({ programmeId: programme.id, date: today(), fields }));
  const spots = assetIds.map((assetId) => ({ key: newId(), assetId, bookingId: null }));
  const add = (order: string, title: string, its: typeof spots, durationMs: number) => ({
    ...{ type: 'add' as const, key: newId(), parentId: null, order, script: null },
    fields: { ...PLAIN_ITEM, title, durationMs, spots: its },
  });
  const changes = [
    add('a0', 'Pembuka', [], 60_000),
    add('a1', 'Jeda 1', spots, 25_000),
    add('a2', 'Segmen', [], 60_000),
  ];
  itemIds = (await client.rundowns.edit({ id: rundownId, changes })).map(({ id }) => id);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await station?.stop();
  await cartPage?.remove();
  if (station) await removeDir(station.dataDir);
  if (folder) await rm(folder, { recursive: true, force: true });
});

afterEach(async () => {
  for (const page of context.pages()) await page.close();
});

async function measured(file: string): Promise<{ integrated: number; peak: number }> {
  const { stderr } = await run(FFMPEG, [
    '-nostdin',
    '-hide_banner',
    '-i',
    file,
    '-af',
    'ebur128=peak=true',
    '-f',
    'null',
    '-',
  ]);
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'));
  const value = (pattern: RegExp) => Number.parseFloat(pattern.exec(summary)?.[1] ?? 'NaN');
  return { integrated: value(/\bI:\s+(\S+) LUFS/), peak: value(/\bPeak:\s+(\S+) dBFS/) };
}

async function wavOf(name: string, pcm: Buffer): Promise<string> {
  const [raw, wav] = [join(folder, `${name}.f32`), join(folder, `${name}.wav`)];
  await writeFile(raw, pcm);
  const input = ['-f', 'f32le', '-ar', '48000', '-ac', '2', '-i', raw];
  await run(FFMPEG, ['-v', 'error', '-nostdin', '-y', ...input, '-c:a', 'pcm_f32le', wav]);
  return wav;
}

async function openPanel(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/rundowns?id=${rundownId}`);
  await page.getByRole('heading', { name: 'Cart', level: 2 }).waitFor();
  return page;
}

describe('material of the radio', () => {
  it('is made of sound and of clips with a picture, at -16 LUFS and below -1 dBTP, and measured', async () => {
    await eventually(async () => expect(await ready()).toHaveLength(SPOTS.length), 90_000);
    const materials = await ready();
    for (const [index, { ms }] of SPOTS.entries()) {
      const material = materials[index];
      expect(Math.abs((material?.durationMs ?? 0) - ms)).toBeLessThanOrEqual(1);
      expect(Math.abs((material?.loudnessLufs ?? 0) + 16)).toBeLessThanOrEqual(0.5);
      expect(material?.truePeakDbtp).toBeLessThanOrEqual(-1);
      expect(material?.warnings).toEqual([]);
    }
    expect(materials.map(({ kind }) => kind)).toEqual(['audio', 'audio', 'audio', 'video']);
  });

  it('is refused with the reason where it is not approved, or not valid on that day', async () => {
    const { client } = station;
    const asset = await client.library.get({ id: assetIds[1] ?? '' });
    const pending = await client.library.update({ id: asset.id, rev: asset.rev, approval: 'pending' });
    const of = async () => (await client.cart.material({ rundownId })).find(({ assetId }) => assetId === asset.id);
    expect(await of()).toMatchObject({ state: 'refused', because: [{ code: 'judge.notApproved' }] });
    const past = { approval: 'approved' as const, validFrom: null, validTo: '2020-01-01' };
    const old = await client.library.update({ id: asset.id, rev: pending.rev, ...past });
    expect(await of()).toMatchObject({ state: 'refused', because: [{ code: 'judge.expired' }] });
    await client.library.update({ id: asset.id, rev: old.rev, approval: 'notNeeded', validTo: null });
    expect(await of()).toMatchObject({ state: 'ready' });
  });
});

describe('a break', () => {
  it('is one sound: exact in length, at its loudness, without a hole at its joints', async () => {
    const page = await openPanel();
    const materials = await ready();
    const { pcm, lengths, frames } = await page.evaluate((all) => window.cartTest.renderBreak(all), materials);
    const samples = Buffer.from(pcm, 'base64');
    const wav = await wavOf('break', samples);
    const planned = SPOTS.reduce((sum, { ms }) => sum + ms, 0);
    const { integrated, peak } = await measured(wav);
    const { stderr } = await run(FFMPEG, [
      '-nostdin',
      '-i',
      wav,
      '-af',
      'silencedetect=n=-50dB:d=0.001',
      '-f',
      'null',
      '-',
    ]);
    const silences = [...stderr.matchAll(/silence_duration: (\S+)/g)].map(([, seconds]) => Number(seconds));
    const floats = new Float32Array(samples.buffer, samples.byteOffset, samples.length / 4);
    const holes = lengths.slice(0, -1).map((_, index) => {
      const at = lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0);
      return longestQuiet(floats.subarray(2 * (at - 480), 2 * (at + 480)));
    });
    const figures = { lengthOffMs: frames / 48 - planned, integrated, peak, silences, holes, lengths };
    process.stdout.write(`cart break: ${JSON.stringify(figures)}\n`);
    expect(Math.abs(figures.lengthOffMs)).toBeLessThan(5);
    expect(Math.abs(integrated + 16)).toBeLessThanOrEqual(0.5);
    expect(peak).toBeLessThanOrEqual(-1);
    expect(silences).toEqual([]);
    // A tone at 440 Hz is near zero for some samples at each crossing.
    for (const quiet of holes) expect(quiet).toBeLessThan(24);
  });

  it('is played whole as its item is taken, and its plays are in the log by sample time', async () => {
    const page = await openPanel();
    const complaints = complaintsOf(page);
    const { client } = station;
    await page.getByRole('button', { name: /Putar dari sini|Play from here/ }).click();
    await page.getByText(/Halaman ini memutar|This page plays/).waitFor();
    expect(await graveFaults(page)).toEqual([]);
    let show = await client.shows.start({ rundownId });
    const from = Date.now();
    show = await client.shows.take({ id: show.id, turn: show.turn, itemId: itemIds[1] });
    await page.getByText(/Jeda mengudara|Break on air/).waitFor();
    if (process.env.CART_SHOT) await page.screenshot({ path: process.env.CART_SHOT, fullPage: true });
    const plays = async () => (await client.proof.plays({ displayId: RADIO_CHANNEL_ID })).items.reverse();
    await eventually(async () => expect(await plays()).toHaveLength(SPOTS.length), 60_000);
    const heard = await plays();
    process.stdout.write(
      `cart plays: ${JSON.stringify(heard.map((p) => [p.startedAt - from, p.endedAt - p.startedAt, p.frames, p.outcome]))}\n`,
    );
    expect(heard.map(({ displayName, assetName, outcome }) => [displayName, assetName, outcome])).toEqual(
      SPOTS.map(({ name }) => ['Radio', name, 'shown']),
    );
    for (const [index, { ms }] of SPOTS.entries()) {
      expect(Math.abs((heard[index]?.frames ?? 0) - ms * 48)).toBeLessThanOrEqual(48);
      expect(Math.abs((heard[index]?.endedAt ?? 0) - (heard[index]?.startedAt ?? 0) - ms)).toBeLessThanOrEqual(2);
      const before = heard[index - 1];
      // On a machine short of processor the output's own clock stands still between two looks; the samples follow each other all the same.
      const apart = before ? (heard[index]?.startedAt ?? 0) - before.endedAt : 0;
      expect(apart).toBeGreaterThanOrEqual(-5);
      expect(apart).toBeLessThan(500);
    }
    expect((await client.proof.summary({ displayId: RADIO_CHANNEL_ID })).total).toBe(SPOTS.length);

    // Taken again and left in its middle: what is heard fades in 300 ms, the rest never comes.
    show = await client.shows.take({ id: show.id, turn: show.turn, itemId: itemIds[2] });
    show = await client.shows.back({ id: show.id, turn: show.turn });
    await page.getByText(/Jeda mengudara|Break on air/).waitFor();
    await page.waitForTimeout(1500);
    show = await client.shows.take({ id: show.id, turn: show.turn, itemId: itemIds[2] });
    await eventually(async () => expect(await plays()).toHaveLength(SPOTS.length + 1));
    const partial = (await plays()).at(-1);
    expect(partial).toMatchObject({ outcome: 'partial', because: { code: 'cart.left' }, assetName: SPOTS[0]?.name });
    expect((partial?.endedAt ?? 0) - (partial?.startedAt ?? 0)).toBeLessThan(4000);

    // A page that dies while it plays tells what was on, and does not begin it again.
    show = await client.shows.back({ id: show.id, turn: show.turn });
    await page.getByText(/Jeda mengudara|Break on air/).waitFor();
    await page.waitForTimeout(2500);
    await page.reload();
    await page.getByText(/terputus saat halaman|was cut off when/).waitFor();
    expect(await page.getByText(/Jeda mengudara|Break on air/).count()).toBe(0);
    await eventually(async () => expect(await plays()).toHaveLength(SPOTS.length + 2));
    const dead = (await plays()).at(-1);
    expect(dead).toMatchObject({ outcome: 'interrupted', because: { code: 'cart.pageDied' } });
    await client.shows.end({ id: show.id, turn: show.turn });
    expect(complaints).toEqual([]);
  });

  it('ends with its item, and with the show, though takes do not start it; and the page lets go', async () => {
    const page = await openPanel();
    const { client } = station;
    const sounding = () => page.evaluate(() => window.cartTest.studio().engine.view);
    const silent = async () => {
      const view = await sounding();
      return view.onBreak === null && view.keys.length === 0;
    };
    await page.getByRole('button', { name: 'Putar dari sini' }).click();
    // The page of before died with its claim.
    await page.getByText(/Halaman ini memutar|dari halaman lain/).waitFor();
    if (await page.getByText(/dari halaman lain/).isVisible())
      await page.getByRole('button', { name: 'Ambil alih ke sini' }).click();
    await page.getByText(/Halaman ini memutar/).waitFor();
    await page.getByLabel('Putar spot saat materi diambil').press('Space');
    let show = await client.shows.start({ rundownId });
    show = await client.shows.take({ id: show.id, turn: show.turn, itemId: itemIds[1] });
    await page.getByText(/Jeda 1 sedang mengudara/).waitFor();
    const play = page.getByRole('button', { name: 'Putar jeda' });
    await play.click();
    await eventually(async () => expect(await silent()).toBe(false));
    show = await client.shows.take({ id: show.id, turn: show.turn, itemId: itemIds[2] });
    await eventually(async () => expect(await silent()).toBe(true));
    show = await client.shows.back({ id: show.id, turn: show.turn });
    await play.click();
    await page.keyboard.press('1');
    await eventually(async () => expect((await sounding()).keys).toHaveLength(1));
    await client.shows.end({ id: show.id, turn: show.turn });
    await eventually(async () => expect(await silent()).toBe(true));
    await eventually(async () => expect(await client.cart.holder()).toBeNull());
    await page.getByText(/Halaman ini tidak memutar/).waitFor();
  });

  it('is played by one page: another is told who plays, and takes over only when a person says so', async () => {
    const bed = { [jingleId]: { ...PLAIN_MANNER, loop: true } };
    await context.addInitScript((manners) => localStorage.setItem('suar.cart.manners', manners), JSON.stringify(bed));
    const [one, two] = [await openPanel(), await openPanel()];
    const take = (page: Page) => page.getByRole('button', { name: /Putar dari sini|Ambil alih ke sini/ });
    // The page of before died with its claim; a person takes over.
    await take(one).click();
    await one.getByText(/Halaman ini memutar|dari halaman lain/).waitFor();
    if (await one.getByText(/dari halaman lain/).isVisible()) await take(one).click();
    await one.getByText(/Halaman ini memutar/).waitFor();
    await take(two).click();
    await two.getByText(/dari halaman lain/).waitFor();
    await take(two).click();
    await two.getByText(/Halaman ini memutar/).waitFor();
    await one.getByText(/dari halaman lain/).waitFor();
    await one.close();

    // Key 1, here a bed, begins once however a finger bounces, goes on over its end, and fades on a later press.
    const key = two.getByRole('button', { name: /Jingle Suara Tirtaraya/ }).first();
    const begun = await two.evaluate(() => {
      const down = () => new KeyboardEvent('keydown', { code: 'Digit1', key: '1', bubbles: true, cancelable: true });
      for (let press = 0; press < 3; press += 1) document.body.dispatchEvent(down());
      return window.cartTest.studio().engine.view.state.voices.length;
    });
    expect(begun).toBe(1);
    await two.waitForTimeout(2500);
    expect(await key.getAttribute('aria-pressed')).toBe('true');
    await two.keyboard.press('1');
    await expect.poll(() => key.getAttribute('aria-pressed')).toBe('false');
  });
});

/** Longest run of stereo frames below -50 dBFS. */
function longestQuiet(frames: Float32Array): number {
  let [run, longest] = [0, 0];
  for (let at = 0; at < frames.length; at += 2) {
    const quiet = Math.max(Math.abs(frames[at] ?? 0), Math.abs(frames[at + 1] ?? 0)) < 10 ** (-50 / 20);
    run = quiet ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
