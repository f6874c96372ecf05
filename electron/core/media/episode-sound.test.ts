/** Episodes cut by real ffmpeg out of recordings whose tone tells at every instant where it was cut from. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { made } from '../../../tests/fixtures/media';
import { Hopeless } from '../../contract/hopeless';
import type { SoundCut } from './episode-recipes';
import { createMedia, type Media } from './index';

const run = promisify(execFile);
const work = { signal: new AbortController().signal, progress: () => {} };
/** Hz at a time of the tone, ms: another one each second. */
const toneAt = (ms: number) => 500 * (1 + (Math.floor(ms / 1000) % 8));
/** As a page sends it: Opus in a stream without length or index, from this second of the tone on. */
const stream = (from: number, seconds: number) => [
  ...['-f', 'lavfi', '-i', `aevalsrc='0.2*sin(2*PI*500*(1+mod(floor(t+${from}),8))*t)':s=48000:d=${seconds}`],
  ...['-c:a', 'libopus', '-b:a', '96k', '-live', '1', '-cluster_time_limit', '5000', '-f', 'webm'],
];
const tags = {
  title: 'Tahapan = "syarat"; 100% DPT\\',
  artist: 'Radio Tirtaraya',
  album: 'Ruang Pemilih',
  date: '2026-11-22',
};

let media: Media;
let dir: string;
let first: string;
let second: string;
beforeAll(async () => {
  media = await createMedia();
  dir = await mkdtemp(join(tmpdir(), 'suar-episode-'));
  [first, second] = [join(dir, 'a.webm'), join(dir, 'b.webm')];
  await media.remuxSound(await made('jam-1.webm', stream(0, 40)), first, work);
  await media.remuxSound(await made('jam-2.webm', stream(38, 30)), second, work);
}, 60_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

async function heard(path: string): Promise<Float32Array> {
  const words = ['-v', 'error', '-i', path, '-ac', '1', '-ar', '48000', '-f', 'f32le', '-'];
  const { stdout } = await run(process.env.FFMPEG_BIN ?? 'ffmpeg', words, { encoding: 'buffer', maxBuffer: 1 << 28 });
  return new Float32Array(stdout.buffer, stdout.byteOffset, Math.floor(stdout.byteLength / 4));
}
async function told(path: string): Promise<Record<string, string>> {
  const words = ['-v', 'error', '-show_entries', 'format_tags', '-of', 'json', path];
  return JSON.parse((await run(process.env.FFPROBE_BIN ?? 'ffprobe', words)).stdout).format.tags;
}

const STEP_MS = 10;
const SAMPLES = STEP_MS * 48;
/** Hz by its crossings of zero; null where nothing is heard. */
function tone(samples: Float32Array): number | null {
  let crossings = 0;
  for (let n = 1; n < samples.length; n += 1)
    if (Math.sign(samples[n] ?? 0) !== Math.sign(samples[n - 1] ?? 0)) crossings += 1;
  return samples.some((sample) => Math.abs(sample) > 0.01) ? (crossings * 1000) / 2 / STEP_MS : null;
}

/**
 * The most by which sound is early or late, ms. `asked`: the tone's time for each ms of the episode. Where one tone becomes another, or
 * was faded, nothing can be told: for as long it may be late.
 */
function lateness(samples: Float32Array, asked: readonly number[]): number {
  let [worst, untold] = [0, 0];
  for (let at = 0; at + STEP_MS < asked.length; at += STEP_MS) {
    const hertz = tone(samples.subarray(at * 48, at * 48 + SAMPLES));
    const told = hertz !== null && Math.abs(hertz - 500 * Math.round(hertz / 500)) <= 60;
    untold = told ? 0 : untold + STEP_MS;
    const off = told ? nearest(asked, at, hertz) : untold;
    worst = Math.max(worst, off);
  }
  return worst;
}

/** How far from there this tone was asked, ms. */
function nearest(asked: readonly number[], at: number, hertz: number): number {
  const fits = (ms: number) => Math.abs(toneAt(asked[ms] ?? Number.NaN) - hertz) <= 60;
  for (let off = 0; off < 1000; off += 1) if (fits(at - off) || fits(at + STEP_MS + off)) return off;
  return 1000;
}

const span = (from: number, ms: number) => Array.from({ length: ms }, (_, n) => from + n);
const cut = (source: string, fromMs: number, ms: number): SoundCut => ({ source, fromMs, ms });

describe('an episode', { timeout: 120_000 }, () => {
  it('is cut within 50 ms of what was asked, over the end of a file and past what is left out', async () => {
    const target = join(dir, 'whole.m4a');
    const runs = [
      [cut(first, 5300, 3400)],
      // The second file holds the tone from 38 s on.
      [cut(first, 35_250, 4750), cut(second, 2000, 4500)],
      [cut(second, 21_730, 2270)],
    ];
    const asked = [...span(5300, 3400), ...span(35_250, 4750), ...span(40_000, 4500), ...span(59_730, 2270)];
    const { durationMs, loudness } = await media.makeEpisode({ runs, loudnessLufs: -16, tags }, target, work);
    const samples = await heard(target);
    expect(Math.abs(samples.length / 48 - asked.length)).toBeLessThan(50);
    expect(Math.abs(durationMs - asked.length)).toBeLessThan(50);
    expect(lateness(samples, asked)).toBeLessThan(50);
    // The measure itself: the same sound is late against what was never asked.
    expect(
      lateness(
        samples,
        asked.map((ms) => ms + 80),
      ),
    ).toBeGreaterThan(50);
    expect(loudness?.integratedLufs).toBeGreaterThan(-16.5);
    expect(loudness?.integratedLufs).toBeLessThan(-15.5);
    expect(loudness?.truePeakDbtp).toBeLessThanOrEqual(-1);
  });

  it('carries its words, and takes others without being coded again', async () => {
    const target = join(dir, 'tagged.m4a');
    await media.makeEpisode({ runs: [[cut(first, 0, 2000)]], loudnessLufs: -16, tags }, target, work);
    expect(await told(target)).toMatchObject(tags);
    const again = join(dir, 'again.m4a');
    await media.retagEpisode({ source: target, target: again, tags: { ...tags, title: 'Judul baru' } }, work);
    expect(await told(again)).toMatchObject({ ...tags, title: 'Judul baru' });
    expect(await heard(again)).toEqual(await heard(target));
  });

  it('begins and ends without a click', async () => {
    const target = join(dir, 'soft.m4a');
    await media.makeEpisode({ runs: [[cut(first, 10_000, 3000)]], loudnessLufs: -16, tags }, target, work);
    const samples = await heard(target);
    const peak = (part: Float32Array) => part.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    const whole = peak(samples.subarray(48_000, 96_000));
    expect(peak(samples.subarray(0, 48))).toBeLessThan(whole / 4);
    expect(peak(samples.subarray(3000 * 48 - 48, 3000 * 48))).toBeLessThan(whole / 4);
  });

  it('is as long as was asked where a recording ends too early, and silence where it holds none', async () => {
    const target = join(dir, 'padded.m4a');
    const { durationMs } = await media.makeEpisode(
      { runs: [[cut(first, 38_000, 4000)]], loudnessLufs: -16, tags },
      target,
      work,
    );
    expect(Math.abs(durationMs - 4000)).toBeLessThan(50);
  });

  it('of what is no sound is hopeless, and leaves nothing', async () => {
    const noise = join(dir, 'noise.webm');
    await writeFile(noise, Buffer.alloc(5000, 'suar'));
    const target = join(dir, 'none.m4a');
    const order = { runs: [[cut(noise, 0, 1000)]], loudnessLufs: -16, tags };
    await expect(media.makeEpisode(order, target, work)).rejects.toBeInstanceOf(Hopeless);
    await expect(heard(target)).rejects.toThrow();
  });
});
