import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as hard from '../../../tests/fixtures/hard-media';
import { conformingClip } from '../../../tests/fixtures/media';
import { createMedia, type Media } from './index';
import { seeksTiles, stripOf } from './picture-recipes';
import { PeakSink } from './waveform';

// Real ffmpeg on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let media: Media;
let dir: string;
const work = () => ({ signal: new AbortController().signal, progress: () => {} });

beforeAll(async () => {
  media = await createMedia();
  dir = await mkdtemp(join(tmpdir(), 'suar-pictures-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function picturesOf(path: string) {
  const probe = await media.probe(path, 'name', work());
  return { probe, ...(await media.pictures(path, probe, dir, work())) };
}

function size(path: string | null): string {
  const args = ['-v', 'error', '-f', 'jpeg_pipe', '-show_entries', 'stream=width,height', '-of', 'csv=p=0'];
  return execFileSync('ffprobe', [...args, path ?? ''])
    .toString()
    .trim();
}

/** Mean grey level of an area of a JPEG, 0..255. */
function brightness(path: string | null, crop = 'iw:ih:0:0'): number {
  const args = [
    '-v',
    'error',
    '-f',
    'jpeg_pipe',
    '-i',
    path ?? '',
    '-vf',
    `crop=${crop},scale=1:1:flags=area,format=gray`,
  ];
  return execFileSync('ffmpeg', [...args, '-f', 'rawvideo', '-'])[0] ?? -1;
}

describe('pictures', () => {
  it('of a clip: thumbnail, a tile each half second, peaks', async () => {
    const { thumbnail, filmstrip, waveform } = await picturesOf(await conformingClip({ seconds: 3 }));
    expect(size(thumbnail)).toBe('320,160');
    expect(filmstrip).toMatchObject({ frames: 6, tileWidth: 160, tileHeight: 80 });
    expect(size(filmstrip?.path ?? null)).toBe('960,80');
    expect(waveform?.length).toBe(150);
    expect(Math.max(...(waveform ?? []))).toBeLessThanOrEqual(255);
    // The first peaks are the encoder's priming.
    expect(Math.min(...(waveform ?? []).slice(2))).toBeGreaterThan(10);
  });

  it('of a long clip: 24 tiles by seeking, in order of time', async () => {
    const { filmstrip, probe } = await picturesOf(await hard.longVideo());
    expect(filmstrip?.frames).toBe(24);
    if (!probe.video || !filmstrip) throw new Error('no picture');
    expect(seeksTiles(probe, probe.video, stripOf(probe, probe.video))).toBe(true);
    expect(size(filmstrip.path)).toBe('3840,80');
    const tiles = Array.from({ length: 24 }, (_, i) => brightness(filmstrip.path, `160:80:${i * 160}:0`));
    expect(Math.min(...tiles)).toBeGreaterThan(20);
  });

  it('shows what comes after a black opening', async () => {
    const { thumbnail } = await picturesOf(await hard.darkOpening());
    expect(brightness(thumbnail)).toBeGreaterThan(60);
  });

  it('stands upright: a phone video and a turned JPEG', async () => {
    expect(size((await picturesOf(await hard.phoneVideo())).thumbnail)).toBe('360,640');
    const still = await picturesOf(await hard.turnedJpeg());
    expect(size(still.thumbnail)).toBe('320,640');
    expect(still).toMatchObject({ filmstrip: null, waveform: null });
  });

  it('of sound: peaks alone', async () => {
    const { thumbnail, filmstrip, waveform } = await picturesOf(await hard.mp3WithCover());
    expect([thumbnail, filmstrip]).toEqual([null, null]);
    expect(waveform?.length).toBeGreaterThan(140);
  });

  it('of one pixel, of 8K, of an odd size', async () => {
    for (const make of [hard.onePixelVideo, hard.eightKVideo, hard.oddSizedVideo]) {
      const { thumbnail, filmstrip } = await picturesOf(await make());
      expect(size(thumbnail)).toMatch(/^\d+,\d+$/);
      expect(filmstrip?.frames).toBeGreaterThan(0);
    }
  });
});

describe('peaks', () => {
  it('do not depend on where the stream is cut', async () => {
    const samples = Buffer.alloc(16_000);
    for (let i = 0; i < 8000; i++) samples.writeInt16LE(Math.round(30_000 * Math.sin(i / 9)), i * 2);
    const whole = new PeakSink(1000);
    whole.write(samples);
    const pieces = new PeakSink(1000);
    for (let at = 0; at < samples.length; at += 777) pieces.write(samples.subarray(at, at + 777));
    expect(pieces.peaks()).toEqual(whole.peaks());
    expect(whole.peaks().length).toBe(50);
  });
});
