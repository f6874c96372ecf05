/** Filters between a source's sound and a rendition's. Pure. */
import type { AudioStream, Loudness } from '../../contract/records/asset';
import { AAC_PRIMING_SAMPLES } from '../../domain/fmp4';
import { limited, METER, normaliser, STEREO } from './loudness';
import { AUDIO_RATE } from './target';

export interface SoundChain {
  audio: AudioStream;
  loudness: Loudness | null;
  target: number | null;
  durationMs: number;
  /** Correction of an earlier attempt that came out too quiet or too loud. */
  trimDb: number;
  /** Where peaks are held before coding, dBTP; as usual where absent, as of displays. */
  ceiling?: number | undefined;
  /** A source in the form of a rendition has its priming in the sound, where ffmpeg does not know it for what it is. */
  primed: boolean;
  /** Sound before the picture, to be left out: a copied picture is moved to zero. */
  leadMs: number;
  /** Exact length to fill or cut to, in samples; null leaves it as long as it is. */
  samples: number | null;
  /** Cut there where it is longer, and not filled up: silence at the end would be heard as a hole. */
  mostSamples?: number | undefined;
}

/** Holes are filled with silence, so that sound stays with its picture. The meter tells what came out. */
export function soundChain(chain: SoundChain): string {
  const { audio, samples } = chain;
  const priming = Math.round((AAC_PRIMING_SAMPLES * audio.sampleRate) / AUDIO_RATE);
  const filters = [
    ...(chain.primed ? [`atrim=start_sample=${priming}`, 'asetpts=PTS-STARTPTS'] : []),
    `aresample=${AUDIO_RATE}:async=1:min_hard_comp=0.1:first_pts=0`,
    ...(chain.leadMs > 0 ? [`atrim=start=${(chain.leadMs / 1000).toFixed(4)}`, 'asetpts=PTS-STARTPTS'] : []),
    STEREO,
    ...levelled(chain),
    ...(chain.mostSamples === undefined ? [] : [`atrim=end_sample=${chain.mostSamples}`]),
    METER,
    ...(samples === null ? [] : ['apad', `atrim=end_sample=${samples}`]),
  ];
  return `[0:${audio.index}]${filters.join(',')}[a]`;
}

/** What is too short to be measured is played as it is, its peaks held where the radio asks for it. */
function levelled({ loudness, target, durationMs, trimDb, ceiling }: SoundChain): string[] {
  if (loudness === null && ceiling !== undefined) return limited(0, ceiling);
  return normaliser(loudness, target, durationMs, trimDb, ceiling);
}

export function silence(samples: number): string {
  return `anullsrc=sample_rate=${AUDIO_RATE}:channel_layout=stereo,atrim=end_sample=${samples}[a]`;
}
