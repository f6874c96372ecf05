/**
 * Whether a file is what the display page lays end to end on one media source. The list of what is wrong is empty for
 * every rendition, and for a source that plays as it is. Pure.
 */
import { AAC_PRIMING_SAMPLES, type Fmp4, type Track, trackMs } from './fmp4';

/** Key frames a second apart, with room for 30000/1001 and its like. */
export const LONGEST_GOP_MS = 1050;
const AUDIO_RATE = 48_000;

/** What is wrong, as words for a log; a person is told by `decideRendition`. */
export function endToEndFaults(file: Fmp4): string[] {
  const video = file.tracks.find((track) => track.kind === 'video');
  const audio = file.tracks.find((track) => track.kind === 'audio');
  if (!file.perTrack) return ['fragments do not hold one track each'];
  if (!video || !audio || file.tracks.length !== 2) return ['not one picture and one sound'];
  return [...trackFaults(video), ...trackFaults(audio), ...videoFaults(video), ...audioFaults(audio, video)];
}

function trackFaults(track: Track): string[] {
  const faults: string[] = [];
  if (track.editShift) faults.push(`${track.kind} is shifted by an edit list`);
  if (track.time !== 0) faults.push(`${track.kind} does not begin at zero`);
  if (!isContiguous(track)) faults.push(`${track.kind} has a hole`);
  return faults;
}

function isContiguous({ fragments }: Track): boolean {
  return fragments.every((fragment, i) => {
    const before = fragments[i - 1];
    return !before || before.time + before.duration === fragment.time;
  });
}

function videoFaults(video: Track): string[] {
  const faults: string[] = [];
  const shortest = Math.min(...video.fragments.map((each) => each.shortest));
  const longest = Math.max(...video.fragments.map((each) => each.longest));
  if (!/^avc1\.[0-9a-f]{6}$/.test(video.codec)) faults.push(`picture is ${video.codec}`);
  // Copied from a container of whole milliseconds, 30 frames a second alternate between 33 and 34 ms.
  if (longest - shortest > Math.max(1, video.timescale / 900)) faults.push('frame rate varies');
  if (video.fragments.some((each) => each.reordered)) faults.push('pictures are reordered');
  if (longestGopMs(video) > LONGEST_GOP_MS) faults.push('key frames too far apart');
  return faults;
}

/** Longest distance between key frames, the end counted as one; infinite where the first picture is none. */
export function longestGopMs(video: Track): number {
  const keys = video.fragments.flatMap((each) => each.keys);
  if (keys[0] !== video.time) return Number.POSITIVE_INFINITY;
  const ends = [...keys.slice(1), video.time + video.duration];
  return trackMs(video, Math.max(...ends.map((end, i) => end - (keys[i] ?? 0))));
}

function audioFaults(audio: Track, video: Track): string[] {
  if (audio.codec !== 'mp4a.40.2' || audio.timescale !== AUDIO_RATE) return [`sound is ${audio.codec}`];
  const heard = audio.duration - AAC_PRIMING_SAMPLES;
  const shown = (video.duration * AUDIO_RATE) / video.timescale;
  const fits = heard >= shown - 2 && heard <= shown + AAC_PRIMING_SAMPLES;
  return fits ? [] : [`sound lasts ${Math.round(heard)} samples, picture ${Math.round(shown)}`];
}
