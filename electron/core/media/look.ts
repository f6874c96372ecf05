/** What a person is shown of a file on demand: a still at an instant, and its captions as text. Read `stillAt` first. */
import { readFile, rm } from 'node:fs/promises';
import type { Probe, VideoStream } from '../../contract/records/asset';
import { frameAt, framesIn, middleOf } from '../../domain/preview/timecode';
import { type Command, fileUrl, guarded } from './command';
import { inspect } from './ffprobe';
import { demuxerOf, heightFor, type PictureJob, STILL, small, turned } from './picture-recipes';
import type { PictureTools } from './pictures';
import { runFfmpeg } from './run';
import type { CaptionStream, Work } from './types';

/** Kinds of captions that are text; pictures of letters (DVB, PGS) cannot be had as lines. */
const TEXTUAL = new Set(['subrip', 'srt', 'ass', 'ssa', 'mov_text', 'webvtt', 'text', 'ttml', 'eia_608']);
/** So much before the instant the file is opened; from there it is decoded to the very frame. */
const RUN_UP_S = 5;

/** The frame that is shown at `atMs`, decoded to the frame and not taken from the nearest key frame. */
export function stillRecipe(job: PictureJob, atMs: number, width: number, target: string): Command {
  const { source, probe, video } = job;
  const still = probe.kind === 'image';
  const to = Math.min(width, Math.max(2, video.width));
  const filters = [...turned(video, still), ...small(job, to, heightFor(video, to))];
  const before = beforeFrame(probe, video, atMs) / 1000;
  const from = Math.max(0, before - RUN_UP_S);
  const ahead = before - from;
  const opened = still ? ['-noautorotate'] : ['-ss', from.toFixed(3)];
  const input = guarded(source, still ? demuxerOf(video) : null, opened);
  const seek = still || ahead === 0 ? [] : ['-ss', ahead.toFixed(3)];
  const options = [...seek, '-map', `0:${video.index}`, '-vf', filters.join(','), '-an', ...STILL];
  return { inputs: [input], options, target: fileUrl(target) };
}

/** ffmpeg takes the first frame from an instant on, so it is sent to shortly before the one that is shown then; at most to the last. */
function beforeFrame({ durationMs }: Probe, { frameRate }: VideoStream, atMs: number): number {
  const rate = frameRate || 25;
  const frame = Math.min(frameAt(atMs, rate), framesIn(durationMs, rate) - 1);
  return frame === 0 ? 0 : middleOf(frame - 1, rate);
}

/** A JPEG; null of sound, and where the instant has no picture. `target` is a path to write it to, taken away again. */
export async function stillAt(
  tools: PictureTools,
  order: { source: string; probe: Probe; atMs: number; width: number; target: string },
  work: Work,
): Promise<Uint8Array | null> {
  const { source, probe, atMs, width, target } = order;
  const { video } = probe;
  if (!video) return null;
  const command = stillRecipe({ source, probe, video, have: tools.capabilities }, atMs, width, target);
  try {
    await runFfmpeg({ binary: tools.ffmpeg, command, work, totalMs: 0 });
    const bytes = await readFile(target);
    return bytes.length > 0 ? bytes : null;
  } catch (fault) {
    work.signal.throwIfAborted();
    if (fault instanceof Error && (fault.name === 'ToolFailed' || ('code' in fault && fault.code === 'ENOENT')))
      return null;
    throw fault;
  } finally {
    await rm(target, { force: true });
  }
}

/** Streams of captions that can be had as lines. */
export async function captionStreams(ffprobe: string, path: string, work: Work): Promise<CaptionStream[]> {
  const raw = await inspect({ binary: ffprobe, path, demuxer: null, signal: work.signal });
  return raw.streams
    .filter(({ codec_type, codec_name }) => codec_type === 'subtitle' && TEXTUAL.has(codec_name ?? ''))
    .map(({ index, tags }) => ({
      index,
      language: tags.language && tags.language !== 'und' ? tags.language : null,
      title: tags.title ?? tags.handler_name ?? '',
    }));
}

/** One of them as WebVTT. */
export async function captionText(
  ffmpeg: string,
  order: { source: string; stream: number; target: string },
  work: Work,
): Promise<string> {
  const { source, stream, target } = order;
  const options = ['-map', `0:${stream}`, '-c:s', 'webvtt', '-f', 'webvtt'];
  const command: Command = { inputs: [guarded(source, null)], options, target: fileUrl(target) };
  try {
    await runFfmpeg({ binary: ffmpeg, command, work, totalMs: 0 });
    return await readFile(target, 'utf8');
  } finally {
    await rm(target, { force: true });
  }
}
