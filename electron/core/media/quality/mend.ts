/** Mended copies: what repairs of one file come to together, as one command. Read `mendRecipe` first. */
import type { Probe } from '../../../contract/records/asset';
import type { Box, Repair, RepairKind } from '../../../contract/records/quality';
import { chosenAudio } from '../../../domain/rendition';
import { type Command, fileUrl, guarded, typed } from '../command';
import { normaliser, STEREO } from '../loudness';
import { deinterlacer } from '../picture-filters';
import { demuxerOf, turned } from '../picture-recipes';
import { runFfmpeg } from '../run';
import { AUDIO_ENCODER, PLAIN, SOUND_CONTAINER } from '../target';
import type { Capabilities } from '../toolchain';
import type { Work } from '../types';
import type { MendOrder } from './orders';

export interface MendTools {
  ffmpeg: string;
  capabilities: Capabilities;
}

/** The ending of a mended copy's name. */
function mendedExtension({ kind, video }: Probe): string {
  if (kind === 'audio') return 'm4a';
  return kind === 'video' ? 'mp4' : video?.codec === 'png' ? 'png' : 'jpg';
}

export async function mendFile(tools: MendTools, order: MendOrder, target: string, work: Work): Promise<string> {
  const command = mendRecipe(order, target, tools.capabilities);
  await runFfmpeg({ binary: tools.ffmpeg, command, work, totalMs: order.probe.durationMs, gentle: true });
  return mendedExtension(order.probe);
}

/** Nothing is coded anew but what a repair asks for. */
export function mendRecipe(order: MendOrder, target: string, have: Capabilities): Command {
  const { kind } = order.probe;
  if (kind === 'image') return stillCopy(order, target);
  return kind === 'audio' ? soundCopy(order, target) : filmCopy(order, target, have);
}

/** What an MP4 may hold as it is. */
const COPIED: ReadonlySet<string> = new Set(['h264', 'hevc', 'aac', 'mp3', 'ac3']);
/** Finer than a rendition's, which will be made of it: 16 against 19. */
const PICTURE = typed('-c:v libx264 -preset faster -crf 16 -profile:v high -pix_fmt yuv420p');
const FILM = ['-movflags', '+faststart', '-f', 'mp4'];

function filmCopy({ source, probe, repairs }: MendOrder, target: string, have: Capabilities): Command {
  const { video } = probe;
  if (!video) throw new TypeError('a film without a picture');
  const audio = chosenAudio(probe);
  const [picture, sound] = [pictureFilters(repairs, have), soundFilters(probe, repairs)];
  const pictureOut =
    picture.length > 0 || !COPIED.has(video.codec)
      ? ['-filter:v', picture.join(',') || 'null', ...PICTURE]
      : ['-c:v', 'copy'];
  const soundOut =
    sound.length > 0 || !COPIED.has(audio?.codec ?? '')
      ? ['-filter:a', sound.join(',') || 'anull', ...AUDIO_ENCODER]
      : ['-c:a', 'copy'];
  const maps = ['-map', `0:${video.index}`, ...(audio ? ['-map', `0:${audio.index}`] : [])];
  const options = [...maps, ...pictureOut, ...(audio ? soundOut : []), ...PLAIN, ...FILM];
  return { inputs: [guarded(source, null)], options, target: fileUrl(target) };
}

function soundCopy({ source, probe, repairs }: MendOrder, target: string): Command {
  const filters = soundFilters(probe, repairs);
  const coding = filters.length > 0 ? ['-filter:a', filters.join(',')] : [];
  const options = ['-map', `0:${chosenAudio(probe)?.index ?? 0}`, '-vn', ...coding, ...AUDIO_ENCODER];
  return {
    inputs: [guarded(source, null)],
    options: [...options, ...PLAIN, ...SOUND_CONTAINER],
    target: fileUrl(target),
  };
}

function stillCopy({ source, probe, repairs }: MendOrder, target: string): Command {
  const { video } = probe;
  if (!video) throw new TypeError('a still without a picture');
  const box = repairs.flatMap((repair) => (repair.kind === 'crop' ? [repair.box] : []));
  const filters = [...turned(video, true), ...box.map((part) => cropFilter(part))];
  const coding = video.codec === 'png' ? ['-c:v', 'png'] : ['-c:v', 'mjpeg', '-q:v', '2', '-pix_fmt', 'yuvj444p'];
  const form = ['-f', video.codec === 'png' ? 'image2pipe' : 'mjpeg'];
  const filtered = filters.length > 0 ? ['-vf', filters.join(',')] : [];
  const options = ['-map', `0:${video.index}`, ...filtered, '-frames:v', '1', ...coding, ...PLAIN, ...form];
  return { inputs: [guarded(source, demuxerOf(video), ['-noautorotate'])], options, target: fileUrl(target) };
}

function pictureFilters(repairs: readonly Repair[], have: Capabilities): string[] {
  const by = repairsBy(repairs);
  const { pad, cut } = by;
  return [
    ...(by.deinterlace ? [fieldsApart(have)] : []),
    ...(by.range ? ['scale=in_range=full:out_range=limited'] : []),
    ...(by.crop ? [cropFilter(by.crop.box)] : []),
    // A coder takes even sizes alone.
    ...(by.crop || by.deinterlace || by.range || pad || cut ? ['crop=trunc(iw/2)*2:trunc(ih/2)*2:0:0'] : []),
    ...(pad ? ['tpad=stop=-1:stop_mode=clone', `trim=end=${inSeconds(pad.toMs)}`] : []),
    ...(cut ? [`trim=start=${inSeconds(cut.fromMs)}:end=${inSeconds(cut.toMs)}`, 'setpts=PTS-STARTPTS'] : []),
  ];
}

/** Whatever the file says of itself: where it says nothing it is mended because somebody saw fields. */
const fieldsApart = (have: Capabilities) => `${deinterlacer(have)}:deint=all`;

function cropFilter({ x, y, w, h }: Box): string {
  return `crop=trunc(iw*${w.toFixed(5)}/2)*2:trunc(ih*${h.toFixed(5)}/2)*2:iw*${x.toFixed(5)}:ih*${y.toFixed(5)}`;
}

function soundFilters({ loudness, durationMs }: Probe, repairs: readonly Repair[]): string[] {
  const { loudness: level, pad, cut } = repairsBy(repairs);
  return [
    ...(level ? [STEREO, ...normaliser(loudness, level.targetLufs, durationMs)] : []),
    ...(pad ? ['apad', `atrim=end=${inSeconds(pad.toMs)}`] : []),
    ...(cut ? [`atrim=start=${inSeconds(cut.fromMs)}:end=${inSeconds(cut.toMs)}`, 'asetpts=PTS-STARTPTS'] : []),
  ];
}

const inSeconds = (ms: number) => (ms / 1000).toFixed(3);

type ByKind = { [K in RepairKind]?: Extract<Repair, { kind: K }> };

function repairsBy(repairs: readonly Repair[]): ByKind {
  return Object.fromEntries(repairs.map((repair) => [repair.kind, repair]));
}
