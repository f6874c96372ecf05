/** What rooms see of ffmpeg and ffprobe. */
import type { Toolchain } from '../../contract/api/station';
import type { Loudness, Pictures, Probe } from '../../contract/records/asset';
import type { Profile } from '../../contract/records/display';
import type { JobProgress } from '../../contract/records/job';
import type { Seen } from '../../domain/quality/seen';
import type { Heard } from '../../domain/recording';
import type { EpisodeOrder, EpisodeTags } from './episode-recipes';
import type { LookOrder, MendOrder, StillOrder } from './quality/orders';

export interface Work {
  signal: AbortSignal;
  progress(progress: JobProgress): void;
}

/** One rendition to make; `profile` null is sound alone. */
export interface RenditionOrder {
  source: string;
  probe: Probe;
  profile: Profile | null;
  inMs: number;
  decision: 'remux' | 'transcode';
  audioLoudnessLufs: number;
}

/** What was measured on a file that a display or a radio plays. A still has 0 ms and no frames. */
export interface Described {
  mime: string;
  width: number;
  height: number;
  durationMs: number;
  frames: number | null;
  codecs: { video: string; audio: string } | null;
  /** Of sound alone, on the finished file; null where nothing in it is loud enough to count. */
  loudness?: Loudness | null;
}

export interface Media {
  readonly toolchain: Toolchain;
  /** The same, after another look where a tool is missing: somebody may have installed it meanwhile. */
  lookAgain(): Promise<Toolchain>;
  /** Container, streams, loudness, findings. @throws Hopeless for what is no media, with the reason in words. */
  probe(path: string, originalName: string, work: Work): Promise<Probe>;
  /**
   * Makes a rendition into `target` (a temporary path the caller renames), then probes it again.
   * Returns what was measured on the result, never what was asked for.
   */
  render(order: RenditionOrder, target: string, work: Work): Promise<Described>;
  /** The same description for a file that plays as it is. */
  describe(path: string, probe: Probe): Promise<Described>;
  /** Writes `thumbnail.jpg` and `filmstrip.jpg` into `dir` where the kind has them. */
  pictures(
    source: string,
    probe: Probe,
    dir: string,
    work: Work,
  ): Promise<{
    thumbnail: string | null;
    filmstrip: { path: string; frames: number; tileWidth: number; tileHeight: number } | null;
    waveform: Pictures['waveform'];
  }>;
  /** The sound of a file that was written as a stream, in one that has a length and an index. Answers faults met, null when nothing can be read. */
  remuxSound(source: string, target: string, work: Work): Promise<number | null>;
  /** Decodes a sound from its first packet to its last. `totalMs` is what it should come to, for progress. */
  hearWhole(path: string, work: Work, totalMs: number): Promise<Heard>;
  /** Cuts an episode out of recordings into `target`, an M4A. @throws Hopeless where one cannot be read */
  makeEpisode(order: EpisodeOrder, target: string, work: Work): Promise<MadeEpisode>;
  /** What one pass over a file sees and hears. */
  look(order: LookOrder, work: Work): Promise<Seen>;
  /** A still of one moment; false where there is no picture then. */
  still(order: StillOrder, work: Work): Promise<boolean>;
  /** A mended copy of a file. Answers the ending that its name should have. @throws ToolFailed where it cannot be made */
  mend(order: MendOrder, target: string, work: Work): Promise<string>;
  /** The same sound under other words. */
  retagEpisode(order: { source: string; target: string; tags: EpisodeTags }, work: Work): Promise<void>;
  /** The frame shown at an instant as JPEG; null where there is none. `target`: a path to write to, taken away again. */
  stillAt(
    order: { source: string; probe: Probe; atMs: number; width: number; target: string },
    work: Work,
  ): Promise<Uint8Array | null>;
  captionStreams(path: string, work: Work): Promise<CaptionStream[]>;
  /** One of them as WebVTT. */
  captionText(order: { source: string; stream: number; target: string }, work: Work): Promise<string>;
}

/** Captions within a file that can be had as lines. */
export interface CaptionStream {
  index: number;
  language: string | null;
  title: string;
}

export interface MadeEpisode {
  durationMs: number;
  /** On the finished file; null where nothing in it is loud enough to count. */
  loudness: Loudness | null;
}

export type { EpisodeOrder, EpisodeTags, Loudness, Probe };
