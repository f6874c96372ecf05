/** What a source needs before a display (or a radio) can play it: nothing, new wrapping, or new coding. Pure. */
import type { AudioStream, Probe, VideoStream } from '../contract/records/asset';
import type { Profile } from '../contract/records/display';
import { type Reason, reason } from '../contract/scalars';
import { isLarger, loudnessReasons, pictureReasons, RADIO_TOLERANCE_LU, soundReasons } from './conform';
import { framing } from './profile';

export interface RenditionDecision {
  decision: 'as-is' | 'remux' | 'transcode' | 'impossible';
  /** Never empty: why, in words. */
  because: Reason[];
}

/** Sound of radio material where the station says nothing else. */
const DEFAULT_SOUND_LUFS = -16;

/**
 * @param profile the panel's; null for sound alone
 * @param inMs where in the source the rendition begins; anything but 0 needs a key frame of its own
 * @param soundLufs loudness target of sound alone
 */
export function decideRendition(
  probe: Probe,
  profile: Profile | null,
  inMs = 0,
  soundLufs: number | null = DEFAULT_SOUND_LUFS,
): RenditionDecision {
  if (profile === null) return decideSound(probe, inMs, soundLufs);
  if (!probe.video) return { decision: 'impossible', because: [reason('decide.noPicture')] };
  return probe.kind === 'image' ? decideStill(probe.video, profile) : decideVideo(probe, probe.video, profile, inMs);
}

/** The stream that is played where there are several: the one the file prefers, else the first. */
export function chosenAudio(probe: Probe): AudioStream | null {
  return probe.audio.find((stream) => stream.preferred) ?? probe.audio[0] ?? null;
}

function decideVideo(probe: Probe, video: VideoStream, profile: Profile, inMs: number): RenditionDecision {
  const recode = [...trimReasons(inMs), ...pictureReasons(probe, video, profile)];
  if (recode.length > 0) return { decision: 'transcode', because: recode };
  const rewrap = [...soundOf(probe, profile.loudnessLufs), ...wrapping(probe)];
  if (rewrap.length > 0) return { decision: 'remux', because: rewrap };
  return { decision: 'as-is', because: [reason('decide.conforms')] };
}

function trimReasons(inMs: number): Reason[] {
  return inMs === 0 ? [] : [reason('decide.trimIn', { seconds: inMs / 1000 })];
}

function soundOf(probe: Probe, target: number | null): Reason[] {
  const audio = chosenAudio(probe);
  if (!audio) return [reason('decide.addSilence')];
  const reasons = [...soundReasons(audio, null), ...loudnessReasons(probe.loudness, target)];
  return probe.audio.length > 1 ? [...reasons, reason('decide.oneTrack', { tracks: probe.audio.length })] : reasons;
}

function wrapping(probe: Probe): Reason[] {
  return probe.fragmentedPerTrack ? [] : [reason('decide.container', { container: probe.container })];
}

function decideStill(video: VideoStream, profile: Profile): RenditionDecision {
  const because: Reason[] = [];
  const { width, height } = video;
  const { kept } = framing(video, profile);
  if (!['mjpeg', 'png', 'webp'].includes(video.codec)) because.push(reason('decide.codec', { codec: video.codec }));
  if (video.rotation !== 0) because.push(reason('decide.rotation', { degrees: video.rotation }));
  if (video.alpha) because.push(reason('decide.alpha'));
  if (isLarger(video, kept)) {
    because.push(reason('decide.tooLarge', { width, height, toWidth: kept.width, toHeight: kept.height }));
  }
  if (because.length > 0) return { decision: 'transcode', because };
  return { decision: 'as-is', because: [reason('decide.conforms')] };
}

function decideSound(probe: Probe, inMs: number, target: number | null): RenditionDecision {
  const audio = chosenAudio(probe);
  if (!audio) return { decision: 'impossible', because: [reason('decide.noSound')] };
  const recode = [
    ...trimReasons(inMs),
    ...soundReasons(audio, null),
    ...loudnessReasons(probe.loudness, target, RADIO_TOLERANCE_LU),
  ];
  if (recode.length > 0) return { decision: 'transcode', because: recode };
  const alone = probe.kind === 'audio' && probe.audio.length === 1 && /(?:^|,)m4a(?:,|$)/.test(probe.container);
  if (!alone) return { decision: 'remux', because: [reason('decide.container', { container: probe.container })] };
  return { decision: 'as-is', because: [reason('decide.conforms')] };
}

/** What becomes of the sound where the picture is copied or coded anew. */
export type SoundPlan = 'copy' | 'encode' | 'silence';

export function soundPlan(probe: Probe, target: number | null, pictureMs: number | null): SoundPlan {
  const audio = chosenAudio(probe);
  if (!audio) return 'silence';
  const reasons = [...soundReasons(audio, pictureMs), ...loudnessReasons(probe.loudness, target)];
  return reasons.length === 0 ? 'copy' : 'encode';
}
