/** The commands behind thumbnail and filmstrip. Pure. */
import type { Probe, VideoStream } from '../../contract/records/asset';
import { type Command, fileUrl, guarded } from './command';
import { alphaDecoder, canToneMap } from './picture-filters';
import type { Capabilities } from './toolchain';

export const THUMBNAIL_WIDTH = 480;
export const TILE_WIDTH = 160;
export const MOST_TILES = 24;
/** Below this a picture a second is enough; a tile each half second is the finest worth looking at. */
const MS_PER_TILE = 500;
/** Up to here decoding everything once is quicker than opening the file for each tile. */
const DECODE_ALL_MS = 30_000;
const SHORT_MS = 2000;
const MOST_TILE_HEIGHT = 640;

export interface PictureJob {
  source: string;
  probe: Probe;
  video: VideoStream;
  have: Capabilities;
}

export const STILL = ['-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '4', '-pix_fmt', 'yuvj420p', '-f', 'mjpeg'];

/** Height of a picture scaled to `width`, even. */
export function heightFor({ width, height }: { width: number; height: number }, to: number): number {
  return Math.max(2, Math.round((height * to) / width / 2) * 2);
}

function onBlack({ alpha }: VideoStream): string[] {
  return alpha ? ['format=gbrap', 'premultiply=inplace=1', 'format=gbrp'] : [];
}

export function small(job: PictureJob, width: number, height: number): string[] {
  const plain = [`scale=${width}:${height}:flags=area`, 'setsar=1'];
  if (!canToneMap(job.video, job.have)) return [...onBlack(job.video), ...plain];
  const mapped = ['zscale=transfer=linear:npl=203', 'format=gbrpf32le', 'zscale=primaries=bt709'];
  return [...plain, ...mapped, 'tonemap=tonemap=hable:desat=0', 'zscale=transfer=bt709:matrix=bt709:range=limited'];
}

/**
 * The most typical frame of some seconds after the opening. `skipBlack` leaves out frames that are nearly all black:
 * a fade-in has a histogram like any other; where nothing else is there the command makes no picture.
 */
export function thumbnailRecipe(job: PictureJob, target: string, skipBlack: boolean): Command {
  const { source, probe, video, have } = job;
  const width = Math.min(THUMBNAIL_WIDTH, Math.max(2, video.width));
  const still = probe.kind === 'image';
  const notBlack = [
    'format=yuv420p',
    'blackframe=amount=0',
    'metadata=select:key=lavfi.blackframe.pblack:value=95:function=less',
  ];
  const typical = still ? [] : [...(skipBlack ? notBlack : []), 'thumbnail=n=50'];
  const filters = [...turned(video, still), ...small(job, width, heightFor(video, width)), ...typical];
  const seek = still ? ['-noautorotate'] : ['-ss', (probe.durationMs / 10_000).toFixed(3), '-t', '10'];
  // Of a very short clip every frame is looked at: a slower pace might find none.
  const pace = still || probe.durationMs < SHORT_MS ? [] : ['fps=5'];
  const input = guarded(source, still ? demuxerOf(video) : null, [...seek, ...alphaDecoder(video, have)]);
  const options = ['-map', `0:${video.index}`, '-vf', [...pace, ...filters].join(','), '-an', ...STILL];
  return { inputs: [input], options, target: fileUrl(target) };
}

export function turned({ rotation }: VideoStream, still: boolean): string[] {
  if (!still || rotation === 0) return [];
  return rotation === 180 ? ['hflip', 'vflip'] : [rotation === 90 ? 'transpose=clock' : 'transpose=cclock'];
}

export function demuxerOf({ codec }: VideoStream): string | null {
  return { mjpeg: 'jpeg_pipe', png: 'png_pipe', webp: 'webp_pipe', gif: 'gif', apng: 'apng' }[codec] ?? null;
}

export interface Strip {
  frames: number;
  tileWidth: number;
  tileHeight: number;
}

/** One row: a tile for each half second, at most 24. */
export function stripOf({ durationMs }: Probe, video: VideoStream): Strip {
  const frames = Math.max(1, Math.min(MOST_TILES, Math.floor(durationMs / MS_PER_TILE)));
  return { frames, tileWidth: TILE_WIDTH, tileHeight: Math.min(MOST_TILE_HEIGHT, heightFor(video, TILE_WIDTH)) };
}

/** Whether to jump to the key frame before each tile: only where key frames lie closer together than tiles. */
export function seeksTiles({ durationMs }: Probe, { gopMs, alpha }: VideoStream, { frames }: Strip): boolean {
  return !alpha && durationMs > DECODE_ALL_MS && gopMs !== null && gopMs < durationMs / frames;
}

/** Middle of each tile's share of the duration, in seconds. */
function middles(durationMs: number, frames: number): string[] {
  return Array.from({ length: frames }, (_, i) => (((i + 0.5) * durationMs) / frames / 1000).toFixed(3));
}

/** Opens the file once for each tile and decodes one key frame of it: an hour takes as long as a minute. */
export function seekingStrip(job: PictureJob, strip: Strip, target: string): Command {
  const { source, probe, video } = job;
  const one = ['-skip_frame', 'nokey', '-noaccurate_seek', '-threads', '1', '-an'];
  const inputs = middles(probe.durationMs, strip.frames).map((at) =>
    guarded(source, null, [...one, '-ss', at, '-t', '20']),
  );
  const tile = ['trim=end_frame=1', ...small(job, strip.tileWidth, strip.tileHeight), 'format=yuv420p'].join(',');
  const tiles = inputs.map((_, i) => `[${i}:${video.index}]${tile}[t${i}]`);
  const row = `${inputs.map((_, i) => `[t${i}]`).join('')}hstack=inputs=${inputs.length}[row]`;
  const options = ['-filter_complex', [...tiles, row].join(';'), '-map', '[row]', ...STILL];
  return { inputs, options, target: fileUrl(target) };
}

/** Decodes everything once. */
export function steadyStrip(job: PictureJob, strip: Strip, target: string): Command {
  const { source, probe, video, have } = job;
  const rate = (strip.frames * 1000) / probe.durationMs;
  const filters = [
    `fps=${rate.toFixed(6)}:start_time=0:round=near`,
    ...small(job, strip.tileWidth, strip.tileHeight),
    'format=yuv420p',
    // A rate rounded down must not leave the row one tile short and so unmade.
    'tpad=stop=-1:stop_mode=clone',
    `tile=${strip.frames}x1`,
  ];
  const options = ['-map', `0:${video.index}`, '-vf', filters.join(','), '-an', ...STILL];
  return { inputs: [guarded(source, null, alphaDecoder(video, have))], options, target: fileUrl(target) };
}
