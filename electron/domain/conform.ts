/** What keeps a stream from being copied as it stands, each as a reason in words. Pure. */
import type { AudioStream, Loudness, Probe, VideoStream } from '../contract/records/asset';
import type { Profile } from '../contract/records/display';
import { type Reason, reason } from '../contract/scalars';
import { LONGEST_GOP_MS } from './end-to-end';
import { AAC_PRIMING_SAMPLES } from './fmp4';
import { framing } from './profile';

/** Within this of the target loudness is left alone (EBU R128 s1 allows as much for short programmes). */
export const LOUDNESS_TOLERANCE_LU = 1;
/** The same for radio, where material follows material without a pause (EBU R128: 0.5 LU). */
export const RADIO_TOLERANCE_LU = 0.5;
/** EBU R128: the highest true peak of a programme. */
export const MAX_TRUE_PEAK_DBTP = -1;
/** Above this a panel's network and the page's buffers suffer more than the picture gains. */
const MAX_BIT_RATE = 40_000_000;
const MAX_SKEW_MS = 1;
const MAX_LATE_MS = 100;
/** Matroska rounds to whole milliseconds. */
const MAX_SKEW_SAMPLES = 48;
const PLAYABLE_PROFILES = /^(?:Constrained Baseline|Baseline|Main|High)$/;

/** Empty where the picture can be copied bit by bit for this panel. */
export function pictureReasons(probe: Probe, video: VideoStream, profile: Profile): Reason[] {
  return [...codingReasons(video), ...paceReasons(video, profile), ...sizeReasons(video, profile), ...weight(probe)];
}

function codingReasons(video: VideoStream): Reason[] {
  const reasons: Reason[] = [];
  const { codec, pixelFormat, profile } = video;
  if (codec !== 'h264') reasons.push(reason('decide.codec', { codec }));
  else if (!PLAYABLE_PROFILES.test(profile ?? ''))
    reasons.push(reason('decide.codecProfile', { profile: profile ?? '?' }));
  if (video.hdr) reasons.push(reason('decide.hdr'));
  if (video.alpha) reasons.push(reason('decide.alpha'));
  else if (pixelFormat !== 'yuv420p') reasons.push(reason('decide.pixelFormat', { pixelFormat }));
  if (video.interlaced) reasons.push(reason('decide.interlaced'));
  if (video.bFrames) reasons.push(reason('decide.bFrames'));
  return reasons;
}

function paceReasons(video: VideoStream, profile: Profile): Reason[] {
  const reasons: Reason[] = [];
  const from = Math.round(video.frameRate * 100) / 100;
  if (video.variableFrameRate) reasons.push(reason('decide.variableFrameRate'));
  // A slower steady rate is left alone: repeating its frames would make it no smoother.
  else if (video.frameRate > profile.frameRate * 1.005)
    reasons.push(reason('decide.frameRate', { from, to: profile.frameRate }));
  if (video.gopMs === null || video.gopMs > LONGEST_GOP_MS) {
    reasons.push(reason('decide.keyFrames', { seconds: Math.round((video.gopMs ?? 0) / 100) / 10 }));
  }
  const ms = Math.round(video.startMs ?? 0);
  // Copied, the first picture is moved to zero and the sound with it; one that is to be thrown away cannot be.
  if (ms < -MAX_SKEW_MS || ms > MAX_LATE_MS) reasons.push(reason('decide.lateStart', { ms }));
  return reasons;
}

function sizeReasons(video: VideoStream, profile: Profile): Reason[] {
  const reasons: Reason[] = [];
  const { kept } = framing(video, profile);
  const { width, height } = video;
  if (video.rotation !== 0) reasons.push(reason('decide.rotation', { degrees: video.rotation }));
  else if (video.codedWidth !== width || video.codedHeight !== height) reasons.push(reason('decide.pixelShape'));
  if (isLarger(video, kept))
    reasons.push(reason('decide.tooLarge', { width, height, toWidth: kept.width, toHeight: kept.height }));
  else if (kept.width !== width || kept.height !== height) reasons.push(reason('decide.oddSize', { width, height }));
  return reasons;
}

/** By more than the one pixel that evenness takes. */
export function isLarger(source: { width: number; height: number }, kept: { width: number; height: number }): boolean {
  return source.width > kept.width + 1 || source.height > kept.height + 1;
}

function weight({ bitRate }: Probe): Reason[] {
  const heavy = bitRate !== null && bitRate > MAX_BIT_RATE;
  return heavy ? [reason('decide.bitRate', { megabits: Math.round((bitRate ?? 0) / 1e6) })] : [];
}

/** Empty where the sound can be copied; `pictureMs` null where there is no picture to fit. */
export function soundReasons(audio: AudioStream, pictureMs: number | null): Reason[] {
  const { codec, sampleRate, channels, profile } = audio;
  const plain = codec === 'aac' && (profile === 'LC' || profile === null) && sampleRate === 48_000 && channels === 2;
  if (!plain) return [reason('decide.soundCodec', { codec, channels, sampleRate })];
  if (pictureMs === null) return [];
  const spare = (audio.durationMs ?? 0) - pictureMs;
  // Whole AAC frames can be cut, not added: a copy must be long enough, and have the priming the page counts on.
  const skew = Math.abs((audio.primingSamples ?? 0) - AAC_PRIMING_SAMPLES);
  const fits = skew <= MAX_SKEW_SAMPLES && spare >= -MAX_SKEW_MS;
  return fits ? [] : [reason('decide.soundLength')];
}

/** Empty where loudness is near enough to `target`, or cannot be told (silence), or is not asked for. */
export function loudnessReasons(
  loudness: Loudness | null,
  target: number | null,
  tolerance = LOUDNESS_TOLERANCE_LU,
): Reason[] {
  if (loudness === null || target === null) return [];
  const from = Math.round(loudness.integratedLufs * 10) / 10;
  if (Math.abs(from - target) > tolerance) return [reason('decide.loudness', { from, to: target })];
  if (loudness.truePeakDbtp > MAX_TRUE_PEAK_DBTP) return [reason('decide.truePeak', { peak: loudness.truePeakDbtp })];
  return [];
}
