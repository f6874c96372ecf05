/**
 * Clips that say what they show. Along the top run 16 cells: the first is always white, five carry the clip's number, ten the
 * number of the frame. Whoever reads the picture knows which clip it is, which frame, and whether it is black.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Clip } from '../../../electron/contract/records/timeline';
import { reason } from '../../../electron/contract/scalars';
import { newId } from '../../../electron/contract/ulid';

const run = promisify(execFile);
export const CELLS = 16;
const CLIP_BITS = 5;
const FRAME_BITS = CELLS - 1 - CLIP_BITS;
export const FRAME_RATE = 25;

export interface MadeClip {
  number: number;
  path: string;
  clip: Exclude<Clip, { kind: 'slate' }>;
}

export interface ClipOrder {
  number: number;
  seconds: number;
  width?: number;
  height?: number;
}

export async function makeVideo(
  dir: string,
  { number, seconds, width = 512, height = 256 }: ClipOrder,
): Promise<MadeClip> {
  const path = join(dir, `clip-${number}-${width}.mp4`);
  const picture = `color=c=0x${colourOf(number)}:s=${width}x${height}:r=${FRAME_RATE}:d=${seconds},${cells(number, width, height)}`;
  const sound = `sine=frequency=${300 + number * 60}:sample_rate=48000:duration=${seconds}`;
  await ffmpeg([
    ...['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', sound],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high', '-pix_fmt', 'yuv420p', '-bf', '0'],
    ...['-g', String(FRAME_RATE), '-keyint_min', String(FRAME_RATE), '-sc_threshold', '0', '-flags', '+cgop'],
    ...['-c:a', 'aac', '-b:a', '96k', '-ac', '2', '-ar', '48000', '-shortest'],
    ...['-f', 'mp4', '-movflags', '+frag_keyframe+separate_moof+cmaf', path],
  ]);
  return describe(number, path, 'video', seconds * 1000);
}

export async function makeImage(
  dir: string,
  { number, width = 512, height = 256 }: Omit<ClipOrder, 'seconds'>,
): Promise<MadeClip> {
  const path = join(dir, `still-${number}.png`);
  const picture = `color=c=0x${colourOf(number)}:s=${width}x${height}:r=1:d=1,${cells(number, width, height)}`;
  await ffmpeg(['-f', 'lavfi', '-i', picture, '-frames:v', '1', path]);
  return describe(number, path, 'image', 0);
}

async function ffmpeg(args: string[]): Promise<void> {
  await run(process.env.FFMPEG_BIN ?? 'ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args]);
}

/** Never black, and different enough for a person who looks. */
function colourOf(number: number): string {
  return [0x40 + ((number * 53) % 128), 0x40 + ((number * 97) % 128), 0x60 + ((number * 29) % 96)]
    .map((part) => part.toString(16))
    .join('');
}

function cells(number: number, width: number, height: number): string {
  const size = width / CELLS;
  const box = (cell: number, colour: string, when?: string) =>
    `drawbox=x=${cell * size}:y=0:w=${size}:h=${height / 4}:color=${colour}:t=fill${when ? `:enable='${when}'` : ''}`;
  const boxes = [box(0, 'white')];
  for (let bit = 0; bit < CLIP_BITS; bit++) boxes.push(box(1 + bit, (number >> bit) & 1 ? 'white' : 'black'));
  for (let bit = 0; bit < FRAME_BITS; bit++) {
    boxes.push(box(1 + CLIP_BITS + bit, 'black'));
    boxes.push(box(1 + CLIP_BITS + bit, 'white', `eq(mod(floor(n/${2 ** bit})\\,2)\\,1)`));
  }
  return boxes.join(',');
}

export interface Reading {
  /** 0 where the cells cannot be a clip's: black, the slate, another picture. */
  clip: number;
  frame: number;
}

/** Reads cells given as brightness 0..255 each. */
export function readCells(brightness: ArrayLike<number>): Reading {
  if ((brightness[0] ?? 0) < 160) return { clip: 0, frame: 0 };
  let clip = 0;
  let frame = 0;
  for (let bit = 0; bit < CLIP_BITS; bit++) if ((brightness[1 + bit] ?? 0) > 127) clip |= 1 << bit;
  for (let bit = 0; bit < FRAME_BITS; bit++) if ((brightness[1 + CLIP_BITS + bit] ?? 0) > 127) frame |= 1 << bit;
  return { clip, frame };
}

async function describe(number: number, path: string, kind: 'video' | 'image', durationMs: number): Promise<MadeClip> {
  const body = await readFile(path);
  const base = {
    bookingId: newId(),
    because: reason('why.booked'),
    assetId: newId(),
    name: `clip ${number}`,
    hash: createHash('sha256').update(body).digest('hex'),
    bytes: body.length,
  };
  if (kind === 'image') return { number, path, clip: { kind, ...base, mime: 'image/png' } };
  const codecs = { video: 'avc1.64001f', audio: 'mp4a.40.2' };
  return { number, path, clip: { kind, ...base, mime: 'video/mp4', durationMs, codecs } };
}
