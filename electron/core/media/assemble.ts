/** The parts of a probe put together. Pure. */
import { Hopeless } from '../../contract/hopeless';
import { type AssetKind, type AudioStream, type Loudness, Probe, type VideoStream } from '../../contract/records/asset';
import { reason } from '../../contract/scalars';
import { endToEndFaults } from '../../domain/end-to-end';
import type { Fmp4 } from '../../domain/fmp4';
import type { Raw, RawStream } from './ffprobe';
import { findingsOf } from './findings';
import type { Pace } from './pace';
import { exifOrientation, videoStream, zeroMs } from './streams';

/** What a pass over the sound told. */
export interface Heard {
  loudness: Loudness | null;
  lengthMs: number;
  unreadable: boolean;
}

/** Everything that was found out about one file. */
export interface Parts {
  raw: Raw;
  picture: RawStream | null;
  pace: Pace;
  boxes: Fmp4 | null;
  sounds: AudioStream[];
  heard: Heard;
  /** A picture file of one frame. */
  still: boolean;
  canToneMap: boolean;
}

/** @throws Hopeless where nothing of it plays. */
export function assemble(parts: Parts): Probe {
  const { raw, picture, pace, boxes, heard, still } = parts;
  // A sound that cannot be decoded would stop the rendition: it is played as if there were none.
  const sounds = heard.unreadable ? [] : parts.sounds;
  const kind: AssetKind = still ? 'image' : picture && pace.packets > 0 ? 'video' : 'audio';
  const codecString =
    boxes?.tracks.find((track) => track.kind === 'video' && track.codec.startsWith('avc'))?.codec ?? null;
  const video: VideoStream | null = picture && kind !== 'audio' ? videoStream(raw, picture, pace, codecString) : null;
  const lengthMs =
    kind === 'image' ? 0 : kind === 'video' ? pace.endMs - Math.max(pace.startMs, zeroMs(raw)) : heard.lengthMs;
  const claimedMs = claimed(raw, kind === 'video' ? picture : null, lengthMs);
  const probe = {
    kind,
    container: raw.format.format_name,
    durationMs: Math.round(lengthMs),
    bitRate: raw.format.bit_rate === undefined || kind === 'image' ? null : Math.round(raw.format.bit_rate),
    video,
    audio: kind === 'image' ? [] : sounds,
    loudness: heard.loudness,
    fragmentedPerTrack: boxes !== null && endToEndFaults(boxes).length === 0,
  };
  if (kind !== 'image' && probe.durationMs === 0) throw new Hopeless(reason('probe.nothingPlays'));
  const mirrored = [2, 4, 5, 7].includes(exifOrientation(raw));
  const soundUnreadable = heard.unreadable;
  const canToneMap = parts.canToneMap;
  const soundLongerMs = kind === 'video' ? heard.lengthMs - lengthMs : 0;
  return Probe.parse({
    ...probe,
    findings: findingsOf(probe, { claimedMs, mirrored, soundLongerMs, soundUnreadable, canToneMap }),
  });
}

/** What the header says it lasts: of the picture where it says so, else of the file. */
function claimed(raw: Raw, picture: RawStream | null, lengthMs: number): number {
  const told = picture?.duration ?? raw.format.duration;
  return told === undefined ? lengthMs : told * 1000;
}
