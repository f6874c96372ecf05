/** What of a file is looked at, and how finely. Pure. */
import type { Probe, VideoStream } from '../../../contract/records/asset';
import { chosenAudio } from '../../../domain/rendition';

/** Cells in which light is watched, frame by frame: fine enough for a quarter of a picture, to two in a hundred. */
export const CELLS = { width: 64, height: 36 } as const;
/** As many pixels as a sampled picture has at most: letters of a hundredth of the height still have six lines. */
const SAMPLE_PIXELS = 960 * 540;
const MOST_SAMPLES = 40;
const LEAST_SAMPLES = 4;
/** Not more often, so that what is in two samples stood long enough to be read. */
const SAMPLE_MS = 750;
/** Frames a second in which flashes are watched: a screen shows no more. */
const MOST_FRAMES = 60;

export interface Plan {
  video: VideoStream | null;
  still: boolean;
  /** Index of the sound that is played; null: none. */
  sound: number | null;
  durationMs: number;
  /** At which cells are watched. */
  frameRate: number;
  sampleMs: number;
  /** Size of the sampled pictures. */
  sample: { width: number; height: number };
}

export function planOf(probe: Probe): Plan {
  const { video, durationMs, kind } = probe;
  const every = Math.max(SAMPLE_MS, durationMs / MOST_SAMPLES);
  return {
    video,
    still: kind === 'image',
    sound: kind === 'image' ? null : (chosenAudio(probe)?.index ?? null),
    durationMs,
    frameRate: Math.min(MOST_FRAMES, video && video.frameRate > 0 ? video.frameRate : 25),
    sampleMs: Math.round(Math.max(40, Math.min(every, durationMs / LEAST_SAMPLES))),
    sample: video ? sampleSize(video) : { width: 0, height: 0 },
  };
}

/** As coded and turned upright; sizes even. */
function sampleSize({ codedWidth, codedHeight, rotation }: VideoStream) {
  const [width, height] = rotation % 180 === 0 ? [codedWidth, codedHeight] : [codedHeight, codedWidth];
  const factor = Math.min(1, Math.sqrt(SAMPLE_PIXELS / (width * height)));
  const even = (length: number) => Math.max(2, 2 * Math.round((length * factor) / 2));
  return { width: even(width), height: even(height) };
}
