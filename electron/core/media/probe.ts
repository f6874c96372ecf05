/** What a file is: sniffed, asked of ffprobe, its packets counted, its loudness measured. Read `probeFile` first. */
import { open } from 'node:fs/promises';
import { Failure } from '../../contract/failure';
import { Hopeless } from '../../contract/hopeless';
import type { AudioStream, Probe } from '../../contract/records/asset';
import { reason } from '../../contract/scalars';
import { assemble, type Heard } from './assemble';
import { readFmp4File } from './boxes';
import { guarded } from './command';
import { ToolFailed } from './faults';
import { eachPacket, inspect, type Raw, type RawStream } from './ffprobe';
import { METER, parseLoudness, STEREO } from './loudness';
import { createPaceMeter, type Pace } from './pace';
import { hasToneMap } from './picture-filters';
import { runFfmpeg } from './run';
import { looksLikeMp4, SNIFF_BYTES, sniff } from './sniff';
import { audioStream, chosenPicture, soundsOf, zeroMs } from './streams';
import type { Capabilities } from './toolchain';
import type { Work } from './types';

export interface ProbeTools {
  ffmpeg: string;
  ffprobe: string;
  capabilities: Capabilities;
}

/** @throws Hopeless with a reason for a person where the file is no media that Suar takes. */
export async function probeFile(tools: ProbeTools, path: string, work: Work): Promise<Probe> {
  const head = await headOf(path);
  const demuxer = demuxerFor(head);
  const asked = { binary: tools.ffprobe, path, demuxer, signal: work.signal };
  const raw = await inspect(asked).catch((error) => Promise.reject(inWords(error, head)));
  const picture = chosenPicture(raw);
  refuseUnreadable(raw, picture);
  const boxes = /\bmp4\b/.test(raw.format.format_name) ? await readFmp4File(path).catch(() => null) : null;
  const [pace, heardPace] = await Promise.all([paceOf(asked, picture?.index), soundPace(asked, raw)]);
  const sounds = soundDetails(raw, heardPace, picture ? pace.startMs : zeroMs(raw));
  const heard = await measureLoudness(tools.ffmpeg, path, raw, sounds, work);
  const still = demuxer !== null && pace.packets < 2;
  const canToneMap = hasToneMap(tools.capabilities);
  return assemble({ raw, picture, pace, boxes, sounds, heard, still, canToneMap });
}

/** The demuxer to force for a picture file; null for anything ffprobe shall tell. */
function demuxerFor(head: Uint8Array): string | null {
  const told = sniff(head);
  if (told.kind === 'refused') throw new Hopeless(told.because);
  return told.kind === 'picture' ? told.demuxer : null;
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r').catch((error) => Promise.reject(fileFailure(error)));
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
    if (bytesRead === 0) throw new Hopeless(reason('probe.empty'));
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw fileFailure(error);
  } finally {
    await file.close();
  }
}

function fileFailure(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return new Failure('fileGone', {}, [], error);
  return code === 'EACCES' || code === 'EPERM' || code === 'EISDIR'
    ? new Failure('fileUnreadable', {}, [], error)
    : error;
}

/** ffprobe's refusals as reasons; anything else passes. */
function inWords(error: unknown, head: Uint8Array): unknown {
  if (!(error instanceof ToolFailed)) return error;
  const words = error.lines.join('\n');
  if (/moov atom not found/i.test(words) && looksLikeMp4(head)) return new Hopeless(reason('probe.noIndex'), error);
  if (/not on whitelist/i.test(words)) return new Hopeless(reason('probe.container'), error);
  return new Hopeless(reason('probe.unreadable'), error);
}

function refuseUnreadable(raw: Raw, picture: RawStream | null): void {
  const [sound] = soundsOf(raw);
  const main = picture ?? sound;
  if (!main) throw new Hopeless(reason('probe.noStreams'));
  if (/^enc[va]$/.test(main.codec_tag_string ?? '')) throw new Hopeless(reason('probe.encrypted'));
  if (!main.codec_name || main.codec_name === 'none') throw new Hopeless(reason('probe.unknownCodec'));
  if (picture && (!picture.width || !picture.height)) throw new Hopeless(reason('probe.unreadable'));
}

type Asked = Parameters<typeof eachPacket>[0];

async function paceOf(asked: Asked, stream: number | undefined): Promise<Pace> {
  const meter = createPaceMeter();
  if (stream !== undefined) await eachPacket(asked, stream, meter.take);
  return meter.pace();
}

async function soundPace(asked: Asked, raw: Raw): Promise<Pace | null> {
  const chosen = chosenOf(soundsOf(raw).map(audioStream));
  return chosen?.codec === 'aac' ? paceOf(asked, chosen.index) : null;
}

function chosenOf(sounds: readonly AudioStream[]): AudioStream | null {
  return sounds.find((sound) => sound.preferred) ?? sounds[0] ?? null;
}

/** Of an AAC sound that is played also what a copy must know: how it lies beside the picture. */
function soundDetails(raw: Raw, pace: Pace | null, pictureStartMs: number): AudioStream[] {
  const sounds = soundsOf(raw).map(audioStream);
  const chosen = chosenOf(sounds);
  if (!pace || !chosen) return sounds;
  const detailed = { ...chosen, ...beside(pace, pictureStartMs, chosen.sampleRate) };
  return sounds.with(sounds.indexOf(chosen), detailed);
}

function beside({ startMs, endMs }: Pace, zeroAt: number, sampleRate: number) {
  const primingSamples = Math.round(((zeroAt - startMs) * sampleRate) / 1000);
  return { primingSamples, durationMs: Math.max(0, endMs - zeroAt) };
}

/** One pass over the sound that is played. A sound that cannot be decoded reads as silence; findings say so. */
async function measureLoudness(
  binary: string,
  path: string,
  raw: Raw,
  sounds: readonly AudioStream[],
  work: Work,
): Promise<Heard> {
  const chosen = chosenOf(sounds);
  if (!chosen) return { loudness: null, lengthMs: 0, unreadable: false };
  const options = ['-map', `0:${chosen.index}`, '-af', `${STEREO},${METER}`, '-f', 'null'];
  const command = { inputs: [guarded(path, null, ['-vn'])], options, target: '-' };
  const totalMs = (raw.format.duration ?? 0) * 1000;
  try {
    const { lines, reachedMs } = await runFfmpeg({ binary, command, work, totalMs });
    return { loudness: parseLoudness(lines), lengthMs: reachedMs, unreadable: reachedMs === 0 };
  } catch (error) {
    if (error instanceof ToolFailed) return { loudness: null, lengthMs: 0, unreadable: true };
    throw error;
  }
}
