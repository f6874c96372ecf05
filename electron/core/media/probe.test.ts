import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as hard from '../../../tests/fixtures/hard-media';
import { conformingClip } from '../../../tests/fixtures/media';
import { createMedia, type Media, type Probe } from './index';

// Real ffmpeg on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let media: Media;
let dir: string;
const work = () => ({ signal: new AbortController().signal, progress: () => {} });
const probe = (path: string): Promise<Probe> => media.probe(path, 'as it came', work());
const codes = (found: Probe) => found.findings.map((finding) => finding.reason.code);

beforeAll(async () => {
  media = await createMedia();
  dir = await mkdtemp(join(tmpdir(), 'suar-probe-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe('video', () => {
  it('of conforming form', async () => {
    const found = await probe(await conformingClip({ seconds: 3 }));
    expect(found).toMatchObject({ kind: 'video', durationMs: 3000, fragmentedPerTrack: true, findings: [] });
    expect(found.video).toMatchObject({
      width: 320,
      height: 160,
      frameRate: 25,
      bFrames: false,
      gopMs: 1000,
      startMs: 0,
    });
    expect(found.video?.codecString).toMatch(/^avc1\.42c0/);
    expect(found.audio).toMatchObject([{ codec: 'aac', channels: 2, sampleRate: 48_000, layout: 'stereo' }]);
    expect(found.loudness?.integratedLufs).toBeCloseTo(-21, -1);
  });

  it('from a phone: turned, uneven, with B-frames and one channel', async () => {
    const found = await probe(await hard.phoneVideo());
    expect(found.video).toMatchObject({ width: 360, height: 640, codedWidth: 640, codedHeight: 360, rotation: 90 });
    expect(found.video).toMatchObject({ variableFrameRate: true, bFrames: true, codec: 'h264', profile: 'High' });
    expect(found.audio).toMatchObject([{ channels: 1, sampleRate: 44_100 }]);
    expect(codes(found)).toEqual(expect.arrayContaining(['probe.rotated', 'probe.variableFrameRate']));
  });

  it('of a screen: an uneven rate and one key frame', async () => {
    const { video } = await probe(await hard.screenRecording());
    expect(video?.variableFrameRate).toBe(true);
    expect(video?.gopMs).toBeGreaterThan(3000);
  });

  it('in 4K HEVC, in 8K, of one pixel, of odd width', async () => {
    expect((await probe(await hard.uhdVideo())).video).toMatchObject({ codec: 'hevc', width: 3840, codecString: null });
    expect(codes(await probe(await hard.eightKVideo()))).toContain('probe.large');
    expect(codes(await probe(await hard.onePixelVideo()))).toContain('probe.tiny');
    expect((await probe(await hard.oddSizedVideo())).video).toMatchObject({
      width: 321,
      height: 161,
      pixelFormat: 'yuv444p',
    });
  });

  it('with alpha, in fields, of high dynamic range', async () => {
    expect((await probe(await hard.webmWithAlpha())).video).toMatchObject({ codec: 'vp9', alpha: true });
    expect((await probe(await hard.interlacedVideo())).video).toMatchObject({ interlaced: true, frameRate: 25 });
    expect((await probe(await hard.hdrVideo())).video).toMatchObject({ hdr: true, pixelFormat: 'yuv420p10le' });
  });

  it('with several sounds, of which the preferred one is measured', async () => {
    const found = await probe(await hard.mkvWithSounds());
    expect(found.audio.map(({ language, preferred }) => [language, preferred])).toEqual([
      ['eng', false],
      ['ind', true],
      ['jav', false],
    ]);
    expect(codes(found)).toContain('probe.severalSounds');
  });

  it('without sound, and with a silent one', async () => {
    expect(codes(await probe(await hard.mutedVideo()))).toContain('probe.noSound');
    const silent = await probe(await hard.silentVideo());
    expect(silent.loudness).toBeNull();
    expect(codes(silent)).toContain('probe.silent');
  });

  it('cut short but playable: says how much plays', async () => {
    const found = await probe(await hard.truncatedVideo());
    expect(codes(found)).toContain('probe.truncated');
    expect(found.durationMs).toBeGreaterThan(1000);
    expect(found.durationMs).toBeLessThan(3500);
  });
});

describe('pictures and sound', () => {
  it.each([
    ['plainJpeg', hard.plainJpeg, { codec: 'mjpeg', alpha: false, rotation: 0, frameRate: 0 }],
    ['turnedJpeg', hard.turnedJpeg, { codec: 'mjpeg', rotation: 90, width: 320, height: 640 }],
    ['pngWithAlpha', hard.pngWithAlpha, { codec: 'png', alpha: true }],
    ['webpImage', hard.webpImage, { codec: 'webp', width: 320 }],
    ['stillGif', hard.stillGif, { codec: 'gif' }],
  ] as const)('%s is a still', async (_name, make, video) => {
    const found = await probe(await make());
    expect(found).toMatchObject({ kind: 'image', durationMs: 0, audio: [], loudness: null, video });
  });

  it('a moving GIF is a video', async () => {
    const found = await probe(await hard.movingGif());
    expect(found).toMatchObject({ kind: 'video', durationMs: 2000, video: { frameRate: 10 } });
  });

  it.each([
    ['wavSound', hard.wavSound],
    ['mp3WithCover', hard.mp3WithCover],
  ])('%s is sound', async (_name, make) => {
    const found = await probe(await make());
    expect(found).toMatchObject({ kind: 'audio', video: null });
    expect(Math.abs(found.durationMs - 3000)).toBeLessThan(60);
  });
});

describe('refused, in words', () => {
  it.each([
    ['emptyFile', hard.emptyFile, 'probe.empty'],
    ['textNamedMp4', hard.textNamedMp4, 'probe.text'],
    ['playlistNamedMp4', hard.playlistNamedMp4, 'probe.playlist'],
    ['concatNamedMp4', hard.concatNamedMp4, 'probe.playlist'],
    ['svgImage', hard.svgImage, 'probe.svg'],
    ['indexlessVideo', hard.indexlessVideo, 'probe.noIndex'],
    ['noise', hard.noise, 'probe.unreadable'],
  ] as const)('%s', async (_name, make, code) => {
    const path = await make();
    await expect(probe(path)).rejects.toMatchObject({ name: 'Hopeless', reason: { code } });
  });

  it('a file that is gone, and a folder', async () => {
    await expect(probe(join(dir, 'nothing.mp4'))).rejects.toMatchObject({ data: { code: 'fileGone' } });
    await expect(probe(dir)).rejects.toMatchObject({ data: { code: 'fileUnreadable' } });
  });
});

describe('names', () => {
  const awkward = [
    '-leading.mp4',
    'quo\'te".mp4',
    'a%03d.mp4',
    'new\nline.mp4',
    'file:x:y.mp4',
    '🎬 é.mp4',
    `${'x'.repeat(251)}.mp4`,
  ];
  it.each(awkward)('%j is only a name', async (name) => {
    const path = join(dir, name);
    await copyFile(await conformingClip({ seconds: 1 }), path);
    expect(await probe(path)).toMatchObject({ durationMs: 1000 });
  });

  it('a picture named like a sequence is that picture', async () => {
    const path = join(dir, 'b%03d.jpg');
    await copyFile(await hard.plainJpeg(), path);
    expect(await probe(path)).toMatchObject({ kind: 'image', video: { width: 640 } });
  });
});
