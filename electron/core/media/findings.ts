/** Doubts about a source that a person should read, beside what a display needs. Pure. */
import type { Finding, Probe } from '../../contract/records/asset';
import { type Reason, reason } from '../../contract/scalars';

/** Beyond what a common graphics card decodes in one piece. */
const LARGE_PIXELS = 4096;
const TINY_PIXELS = 16;
/** Less is the rounding of a container. */
const MISSING_MS = 1000;
const LOUD_PEAK_DBTP = -1;

export interface Seen {
  /** What the file claims to last, where that is more than what is there. */
  claimedMs: number;
  /** Orientation 2, 4, 5, 7: the picture is stored as in a mirror. */
  mirrored: boolean;
  /** The ffmpeg at hand maps high dynamic range to the ordinary one. */
  canToneMap: boolean;
  /** There is sound, but it cannot be decoded. */
  soundUnreadable: boolean;
  /** How much longer the sound is than the picture. */
  soundLongerMs: number;
}

const say = (severity: Finding['severity'], code: string, params: Reason['params'] = {}): Finding => ({
  severity,
  reason: reason(`probe.${code}`, params),
});

const seconds = (ms: number) => Math.round(ms / 100) / 10;

export function findingsOf(probe: Omit<Probe, 'findings'>, seen: Seen): Finding[] {
  return [...wholeness(probe, seen), ...pictureFindings(probe, seen), ...soundFindings(probe, seen), ...mirror(seen)];
}

function wholeness({ durationMs, kind }: Omit<Probe, 'findings'>, { claimedMs }: Seen): Finding[] {
  const short = kind !== 'image' && claimedMs - durationMs > MISSING_MS;
  return short ? [say('error', 'truncated', { plays: seconds(durationMs), claimed: seconds(claimedMs) })] : [];
}

function pictureFindings({ video, kind }: Omit<Probe, 'findings'>, { canToneMap }: Seen): Finding[] {
  if (!video) return [];
  const { width, height } = video;
  const findings: Finding[] = [];
  if (Math.max(width, height) > LARGE_PIXELS) findings.push(say('info', 'large', { width, height }));
  if (Math.min(width, height) < TINY_PIXELS) findings.push(say('warning', 'tiny', { width, height }));
  if (video.hdr) findings.push(say('warning', canToneMap ? 'hdr' : 'hdrPlain'));
  if (video.alpha) findings.push(say('info', 'alpha'));
  if (video.interlaced) findings.push(say('info', 'interlaced'));
  if (video.variableFrameRate && kind === 'video') findings.push(say('info', 'variableFrameRate'));
  if (video.rotation !== 0) findings.push(say('info', 'rotated', { degrees: video.rotation }));
  return findings;
}

function soundFindings(probe: Omit<Probe, 'findings'>, { soundLongerMs, soundUnreadable }: Seen): Finding[] {
  const { audio, kind, loudness, durationMs } = probe;
  if (kind === 'image') return [];
  if (audio.length === 0) return [say('info', 'noSound')];
  const findings: Finding[] = [];
  if (audio.length > 1) findings.push(say('warning', 'severalSounds', { tracks: audio.length }));
  if (soundUnreadable) findings.push(say('error', 'soundUnreadable'));
  else if (loudness === null && durationMs > 400) findings.push(say('warning', 'silent'));
  if (loudness && loudness.truePeakDbtp > LOUD_PEAK_DBTP)
    findings.push(say('info', 'peak', { peak: loudness.truePeakDbtp }));
  if (soundLongerMs > MISSING_MS) findings.push(say('warning', 'soundLonger', { seconds: seconds(soundLongerMs) }));
  return findings;
}

function mirror({ mirrored }: Seen): Finding[] {
  return mirrored ? [say('warning', 'mirrored')] : [];
}
