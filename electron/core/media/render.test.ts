import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as hard from '../../../tests/fixtures/hard-media';
import { conformingClip } from '../../../tests/fixtures/media';
import type { Profile } from '../../contract/records/display';
import { AAC_PRIMING_SAMPLES, readFmp4 } from '../../domain/fmp4';
import { decideRendition } from '../../domain/rendition';
import { createMedia, type Described, type Media, type Probe } from './index';

// Real ffmpeg on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const PANEL: Profile = { width: 800, height: 400, fit: 'contain', frameRate: 25, loudnessLufs: -23 };
let media: Media;
let dir: string;
let count = 0;
const work = () => ({ signal: new AbortController().signal, progress: () => {} });
const probe = (path: string): Promise<Probe> => media.probe(path, 'name', work());

beforeAll(async () => {
  media = await createMedia();
  dir = await mkdtemp(join(tmpdir(), 'suar-render-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

interface Made extends Described {
  path: string;
  decision: string;
}

/** Probe, decide, render: what the library does. */
async function rendered(source: string, profile: Profile | null = PANEL, inMs = 0): Promise<Made> {
  const found = await probe(source);
  const { decision } = decideRendition(found, profile, inMs);
  if (decision === 'impossible') throw new Error('impossible');
  if (decision === 'as-is') return { ...(await media.describe(source, found)), path: source, decision };
  const path = join(dir, `made-${count++}`);
  const order = { source, probe: found, profile, inMs, decision, audioLoudnessLufs: -16 };
  return { ...(await media.render(order, path, work())), path, decision };
}

/** One decoded frame as rows of [r, g, b]. */
function pixel(path: string, x: number, y: number): number[] {
  const one = ['-v', 'error', '-i', path, '-vf', `format=rgb24,crop=1:1:${x}:${y}`, '-frames:v', '1'];
  return [...execFileSync('ffmpeg', [...one, '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'])];
}

/** CRC of each coded picture packet: equal where the picture was copied. */
function packets(path: string): string {
  const args = ['-v', 'error', '-i', path, '-map', '0:v', '-c', 'copy', '-bsf:v', 'h264_mp4toannexb'];
  const lines = execFileSync('ffmpeg', [...args, '-f', 'framecrc', '-'])
    .toString()
    .split('\n');
  return lines
    .filter((line) => line.startsWith('0,'))
    .map((line) => line.split(',').slice(-2).join())
    .join(';');
}

describe('plays as it is', () => {
  it('what a rendition made: nothing of ours is ever coded twice', async () => {
    const made = await rendered(await hard.phoneVideo());
    expect(await rendered(made.path)).toMatchObject({ decision: 'as-is', width: made.width, frames: made.frames });
  });

  it('a small JPEG', async () => {
    expect(await rendered(await hard.plainJpeg())).toMatchObject({ decision: 'as-is', mime: 'image/jpeg', width: 640 });
  });
});

describe('is copied into new wrapping', () => {
  it('a conforming picture from another container, bit by bit', async () => {
    const source = await hard.conformingInMkv({ level: -20 });
    const made = await rendered(source, { ...PANEL, loudnessLufs: null });
    expect(made).toMatchObject({ decision: 'remux', mime: 'video/mp4', durationMs: 3000, frames: 75 });
    expect(packets(made.path)).toBe(packets(source));
  });

  it('at 30 frames a second too, which Matroska can only round', async () => {
    const source = await hard.conformingInMkv({ frameRate: 30 });
    const made = await rendered(source, { ...PANEL, frameRate: 30 });
    expect(made).toMatchObject({ decision: 'remux', frames: 90 });
    expect(packets(made.path)).toBe(packets(source));
  });

  it('with the sound alone brought to its target', async () => {
    const source = await conformingClip({ level: -34 });
    const made = await rendered(source);
    expect(made.decision).toBe('remux');
    expect(packets(made.path)).toBe(packets(source));
    expect((await probe(made.path)).loudness?.integratedLufs).toBeCloseTo(-23, 0);
  });

  it('with silence where there is no sound', async () => {
    const source = await hard.conformingMuted();
    const made = await rendered(source);
    expect(made).toMatchObject({ decision: 'remux', codecs: { audio: 'mp4a.40.2' } });
    expect(packets(made.path)).toBe(packets(source));
  });
});

describe('is coded anew', () => {
  it.each([
    ['phone video', hard.phoneVideo, { width: 224, height: 400 }],
    ['4K HEVC', hard.uhdVideo, { width: 710, height: 400 }],
    ['8K', hard.eightKVideo, { width: 710, height: 400, frames: 2 }],
    ['screen recording', hard.screenRecording, { width: 320, height: 160 }],
    ['WebM with alpha', hard.webmWithAlpha, { width: 320, height: 160, frames: 50 }],
    ['MKV with several sounds', hard.mkvWithSounds, { frames: 75, durationMs: 3000 }],
    ['odd size', hard.oddSizedVideo, { width: 320, height: 160 }],
    ['one pixel', hard.onePixelVideo, { width: 2, height: 2, frames: 25 }],
    ['interlaced', hard.interlacedVideo, { width: 320, height: 160 }],
    ['high dynamic range', hard.hdrVideo, { width: 320, height: 160 }],
    ['silent', hard.silentVideo, { durationMs: 2000 }],
    ['no sound', hard.mutedVideo, { durationMs: 2000 }],
    ['cut short', hard.truncatedVideo, { width: 320 }],
    ['moving GIF', hard.movingGif, { frames: 50, durationMs: 2000 }],
  ])('%s: exact picture, sound as long as it, one track in each fragment', async (_name, make, expected) => {
    const source = await make();
    const made = await rendered(source);
    expect(made).toMatchObject({ decision: 'transcode', mime: 'video/mp4', ...expected });
    expect(made.codecs?.video).toMatch(/^avc1\.6400[0-9a-f]{2}$/);
    const { tracks, perTrack } = readFmp4(new Uint8Array(await readFile(made.path)));
    const [video, audio] = tracks;
    expect(perTrack).toBe(true);
    expect(video?.duration).toBe(((made.frames ?? 0) * (video?.timescale ?? 0)) / 25);
    expect(audio?.duration).toBe(((made.frames ?? 0) * 48_000) / 25 + AAC_PRIMING_SAMPLES);
  });

  it('turns a phone video upright', async () => {
    const { path } = await rendered(await hard.phoneVideo());
    expect((await probe(path)).video).toMatchObject({ rotation: 0, width: 224, height: 400, variableFrameRate: false });
  });

  it('shows what is transparent as black', async () => {
    const { path } = await rendered(await hard.webmWithAlpha());
    expect(Math.max(...pixel(path, 300, 80))).toBeLessThan(30);
    const [red = 0, green = 0] = pixel(path, 20, 80);
    expect(red - green).toBeGreaterThan(100);
  });

  it('takes the preferred of several sounds', async () => {
    const { path } = await rendered(await hard.mkvWithSounds());
    const args = ['-v', 'error', '-i', path, '-map', '0:a', '-f', 's16le', '-ac', '1', '-ar', '48000', '-'];
    const samples = execFileSync('ffmpeg', args, { maxBuffer: 1 << 26 });
    expect(crossings(samples) / 3).toBeCloseTo(2 * 220, -2);
  });

  it('begins at the trim-in, on a key frame of its own', async () => {
    const made = await rendered(await conformingClip({ seconds: 3 }), PANEL, 1240);
    expect(made).toMatchObject({ decision: 'transcode', frames: 44, durationMs: 1760 });
  });

  it('cuts what a covering panel does not show', async () => {
    const made = await rendered(await hard.uhdVideo(), { ...PANEL, fit: 'cover' });
    expect(made).toMatchObject({ width: 800, height: 400 });
  });

  it('keeps the peaks of loud clicks below full scale, and says the truth of the colours', async () => {
    const { path } = await rendered(await hard.clickingVideo());
    expect((await probe(path)).loudness?.truePeakDbtp).toBeLessThanOrEqual(-0.9);
    expect((await probe(path)).video?.colorSpace).toBe('bt709');
  });
});

/** Processes whose command line holds `word`. */
function childrenNamed(word: string): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid,args']).toString().split('\n');
  return lines
    .filter((line) => line.includes(word) && line.includes('ffmpeg'))
    .map((line) => Number.parseInt(line, 10));
}

function crossings(samples: Buffer): number {
  let crossed = 0;
  for (let at = 2; at + 1 < samples.length; at += 2) {
    if (samples.readInt16LE(at) >= 0 !== samples.readInt16LE(at - 2) >= 0) crossed++;
  }
  return crossed;
}

describe('stills and sound', () => {
  it('scales, turns and flattens stills', async () => {
    expect(await rendered(await hard.largeJpeg())).toMatchObject({
      mime: 'image/jpeg',
      width: 600,
      height: 400,
      frames: null,
    });
    expect(await rendered(await hard.turnedJpeg())).toMatchObject({ width: 200, height: 400 });
    const flat = await rendered(await hard.pngWithAlpha());
    expect(pixel(flat.path, 180, 50)).toEqual([0, 0, 0]);
    expect(pixel(flat.path, 20, 50)[0]).toBeGreaterThan(250);
    expect(await rendered(await hard.stillGif())).toMatchObject({ decision: 'transcode', mime: 'image/jpeg' });
  });

  it.each([
    ['a WAV', hard.wavSound],
    ['an MP3 with cover', hard.mp3WithCover],
    ['a video', hard.videoWithSound],
  ])('makes sound alone of %s, at its own loudness', async (_name, make) => {
    const made = await rendered(await make(), null);
    expect(made).toMatchObject({ mime: 'audio/mp4', width: 0, codecs: null });
    const found = await probe(made.path);
    expect(found).toMatchObject({ kind: 'audio', audio: [{ codec: 'aac', sampleRate: 48_000, channels: 2 }] });
    expect(found.loudness?.integratedLufs).toBeCloseTo(-16, 0);
    expect(decideRendition(found, null).decision).toBe('as-is');
    expect(Math.abs(made.durationMs - found.durationMs)).toBeLessThan(30);
  });
});

describe('trouble', () => {
  it('leaves nothing behind when it is cancelled', async () => {
    const source = await hard.longVideo();
    const found = await probe(source);
    const stop = new AbortController();
    const target = join(dir, 'cancelled');
    const order = {
      source,
      probe: found,
      profile: PANEL,
      inMs: 0,
      decision: 'transcode',
      audioLoudnessLufs: -16,
    } as const;
    const done = media.render(order, target, {
      signal: stop.signal,
      progress: () => stop.abort(new Error('cancelled')),
    });
    await expect(done).rejects.toThrow('cancelled');
    await expect(stat(target)).rejects.toThrow('ENOENT');
  });

  it('says progress between 0 and 1, rising', async () => {
    const source = await hard.longVideo();
    const seen: number[] = [];
    const found = await probe(source);
    const order = {
      source,
      probe: found,
      profile: PANEL,
      inMs: 0,
      decision: 'transcode',
      audioLoudnessLufs: -16,
    } as const;
    const progress = ({ ratio }: { ratio: number | null }) => void seen.push(ratio ?? -1);
    await media.render(order, join(dir, 'watched'), { signal: new AbortController().signal, progress });
    expect(seen.length).toBeGreaterThan(0);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    expect(seen.every((ratio) => ratio >= 0 && ratio < 1)).toBe(true);
  });

  it('can be tried again when ffmpeg is killed by someone else', async () => {
    const source = await hard.longVideo();
    const found = await probe(source);
    const target = join(dir, 'killed');
    const decision = 'transcode' as const;
    const order = { source, probe: found, profile: PANEL, inMs: 0, decision, audioLoudnessLufs: -16 };
    const progress = () => {
      for (const pid of childrenNamed(target)) process.kill(pid, 'SIGKILL');
    };
    const done = media.render(order, target, { signal: new AbortController().signal, progress });
    await expect(done).rejects.toMatchObject({ name: 'ToolKilled' });
    await expect(stat(target)).rejects.toThrow('ENOENT');
  });

  it('knows a full disk', async () => {
    // A link, since a failed target is removed.
    const target = join(dir, 'full');
    await symlink('/dev/full', target);
    const source = await conformingClip({ seconds: 3 });
    const found = await probe(source);
    const order = {
      source,
      probe: found,
      profile: PANEL,
      inMs: 40,
      decision: 'transcode',
      audioLoudnessLufs: -16,
    } as const;
    await expect(media.render(order, target, work())).rejects.toMatchObject({ data: { code: 'diskFull' } });
  });

  it('refuses work without its tools, and starts all the same', async () => {
    const bare = await createMedia({ env: { PATH: dir, FFMPEG_BIN: join(dir, 'none') } });
    expect(bare.toolchain.ffmpeg).toBeNull();
    const call = bare.probe(await conformingClip(), 'x', work());
    await expect(call).rejects.toMatchObject({ data: { code: 'toolMissing' } });
  });

  it('leaves no file but what it was asked for', async () => {
    expect((await readdir(dir)).filter((name) => !/^(?:made-\d+|watched)$/.test(name))).toEqual([]);
  });
});
