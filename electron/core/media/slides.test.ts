/** Slides through real ffmpeg: each stands its time, fading into the next, in the form displays lay end to end. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMedia } from '.';

const media = await createMedia();
const work = { signal: new AbortController().signal, progress: () => {} };
const SIZE = { width: 96, height: 320, frameRate: 25 };
let dir: string;
let pictures: string[];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'suar-slides-'));
  pictures = await Promise.all(
    ['#ff0000', '#00ff00', '#0000ff'].map(async (colour, at) => {
      const canvas = createCanvas(96, 320);
      const context = canvas.getContext('2d');
      context.fillStyle = colour;
      context.fillRect(0, 0, 96, 320);
      const path = join(dir, `${at}.png`);
      await writeFile(path, await canvas.encode('png'));
      return path;
    }),
  );
});
afterAll(() => rm(dir, { recursive: true }));

/** Mean red, green and blue of the frame at this second. */
function colourAt(path: string, second: number): number[] {
  const raw = execFileSync(media.toolchain.ffmpeg?.path ?? '', [
    ...['-v', 'error', '-ss', String(second), '-i', path, '-frames:v', '1'],
    ...['-vf', 'scale=1:1:flags=area', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'],
  ]);
  return [...raw];
}

const near = (colour: readonly number[]) => colour.map((part) => (part > 200 ? 1 : part < 60 ? 0 : 0.5));

it('shows three pictures for two seconds each, whole frames of silence and picture alike', async () => {
  const target = join(dir, 'three.mp4');
  const made = await media.makeSlides({ pictures, totalMs: 6000, ...SIZE, forDisplay: true }, target, work);
  expect(made).toMatchObject({ width: 96, height: 320, durationMs: 6000, frames: 150, mime: 'video/mp4' });
  expect([0, 1, 3, 5, 5.9].map((second) => near(colourAt(target, second)))).toEqual([
    [1, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [0, 0, 1],
  ]);
  expect(near(colourAt(target, 2))).toEqual([0.5, 0.5, 0]);
});

it('fades in and out of black for players elsewhere', async () => {
  const target = join(dir, 'one.mp4');
  const one = { pictures: pictures.slice(0, 1), totalMs: 3000, ...SIZE, forDisplay: false };
  expect(await media.makeSlides(one, target, work)).toBeNull();
  expect(near(colourAt(target, 0))).toEqual([0, 0, 0]);
  expect(near(colourAt(target, 1.5))).toEqual([1, 0, 0]);
});
