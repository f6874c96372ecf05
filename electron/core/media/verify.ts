/** Reads a finished file and says what it is, or that it is not what a display needs. */
import { readFile } from 'node:fs/promises';
import { endToEndFaults } from '../../domain/end-to-end';
import { AAC_PRIMING_SAMPLES, type Fmp4, Mp4Error, type Track, trackMs } from '../../domain/fmp4';
import { readFmp4File } from './boxes';
import { inspect } from './ffprobe';
import { endsAsJpeg, jpegSize } from './jpeg';
import type { Described } from './types';

/** A finished file that is not as it must be. Trying again may help: a disk may have been full for a moment. */
export class NotConforming extends Error {
  override name = 'NotConforming';
}

/** A display's video: every fragment is looked at, no media is decoded. */
export async function describeVideo(path: string): Promise<Described> {
  const file = await readFmp4File(path).catch((error) => Promise.reject(unreadable(error)));
  const faults = endToEndFaults(file);
  if (faults.length > 0) throw new NotConforming(faults.join('; '));
  return describedFrom(file);
}

function unreadable(error: unknown): unknown {
  return error instanceof Mp4Error ? new NotConforming(error.message, { cause: error }) : error;
}

function describedFrom({ tracks }: Fmp4): Described {
  const video = tracks.find((track) => track.kind === 'video');
  const audio = tracks.find((track) => track.kind === 'audio');
  if (!video || !audio) throw new NotConforming('not one picture and one sound');
  return {
    mime: 'video/mp4',
    width: video.width,
    height: video.height,
    durationMs: Math.round(trackMs(video, video.duration)),
    frames: video.samples,
    codecs: { video: video.codec, audio: audio.codec },
  };
}

const STILL_MIME: Record<string, string> = { mjpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' };
const STILL_DEMUXER: Record<string, string> = {
  'image/jpeg': 'jpeg_pipe',
  'image/png': 'png_pipe',
  'image/webp': 'webp_pipe',
};

export function stillMime(codec: string): string {
  return STILL_MIME[codec] ?? 'application/octet-stream';
}

/** A still, by its own header. */
export async function describeStill(
  ffprobe: string,
  path: string,
  mime: string,
  signal: AbortSignal,
): Promise<Described> {
  const raw = await inspect({ binary: ffprobe, path, demuxer: STILL_DEMUXER[mime] ?? null, signal });
  const [picture] = raw.streams;
  if (!picture?.width || !picture.height) throw new NotConforming('no picture');
  return { mime, width: picture.width, height: picture.height, durationMs: 0, frames: null, codecs: null };
}

/** The still Suar makes: a JPEG, looked at without starting a tool. */
export async function describeJpeg(path: string): Promise<Described> {
  const bytes = await readFile(path);
  const size = jpegSize(bytes);
  if (!size || !endsAsJpeg(bytes)) throw new NotConforming('not a whole JPEG');
  return { mime: 'image/jpeg', ...size, durationMs: 0, frames: null, codecs: null };
}

/** Sound alone, in MP4. */
export async function describeSound(path: string): Promise<Described> {
  const file = await readFmp4File(path).catch((error) => Promise.reject(unreadable(error)));
  const sound = file.tracks.find((track) => track.kind === 'audio');
  const durationMs = sound ? Math.round(trackMs(sound, heard(sound))) : 0;
  if (sound?.codec !== 'mp4a.40.2' || durationMs === 0) throw new NotConforming('no sound a radio plays');
  return { mime: 'audio/mp4', width: 0, height: 0, durationMs, frames: null, codecs: null };
}

/** Samples that are heard: an edit list leaves the encoder's priming out. */
function heard({ declared, duration, editShift }: Track): number {
  return Math.max(0, (declared || duration) - (editShift ? AAC_PRIMING_SAMPLES : 0));
}
