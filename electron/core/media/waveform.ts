/** Peaks of a sound, from samples as they stream by: nothing is held but the peaks. */
import { Writable } from 'node:stream';
import type { Probe } from '../../contract/records/asset';
import { chosenAudio } from '../../domain/rendition';
import { type Command, guarded } from './command';
import { runFfmpeg } from './run';
import type { Work } from './types';

export const MOST_PEAKS = 2000;
/** Enough to see speech and pauses; a sixth of the work of full quality. */
const RATE = 8000;
/** A peak for every 20 ms at the finest. */
const MS_PER_PEAK = 20;
const FULL_SCALE = 32_768;

/** Peak per bucket over the whole length, 0..255. */
export class PeakSink extends Writable {
  readonly #buckets: number;
  readonly #perBucket: number;
  readonly #peaks: number[] = [];
  #count = 0;
  #highest = 0;
  #odd: Buffer | null = null;

  constructor(durationMs: number) {
    // No 'close' of its own: fluent-ffmpeg takes it for a lost reader and kills ffmpeg as it ends.
    super({ autoDestroy: false, emitClose: false });
    this.#buckets = Math.max(1, Math.min(MOST_PEAKS, Math.ceil(durationMs / MS_PER_PEAK)));
    this.#perBucket = Math.max(1, Math.ceil((durationMs * RATE) / 1000 / this.#buckets));
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    const bytes = this.#odd ? Buffer.concat([this.#odd, chunk]) : chunk;
    const even = bytes.length - (bytes.length % 2);
    for (let at = 0; at < even; at += 2) this.#take(Math.abs(bytes.readInt16LE(at)));
    this.#odd = even < bytes.length ? Buffer.from(bytes.subarray(even)) : null;
    done();
  }

  #take(level: number): void {
    if (level > this.#highest) this.#highest = level;
    this.#count += 1;
    if (this.#count === this.#perBucket) this.#close();
  }

  #close(): void {
    if (this.#peaks.length < this.#buckets)
      this.#peaks.push(Math.min(255, Math.round((this.#highest * 255) / FULL_SCALE)));
    this.#count = 0;
    this.#highest = 0;
  }

  /** Call once everything is written. */
  peaks(): number[] {
    if (this.#count > 0) this.#close();
    return this.#peaks;
  }
}

export function waveformRecipe(source: string, stream: number): Command {
  const options = ['-map', `0:${stream}`, '-vn', '-ac', '1', '-ar', String(RATE), '-c:a', 'pcm_s16le', '-f', 's16le'];
  return { inputs: [guarded(source, null, ['-vn'])], options, target: '-' };
}

/** Null where there is no sound. */
export async function waveformOf(binary: string, source: string, probe: Probe, work: Work): Promise<number[] | null> {
  const audio = chosenAudio(probe);
  if (!audio) return null;
  const sink = new PeakSink(probe.durationMs);
  await runFfmpeg({ binary, command: waveformRecipe(source, audio.index), work, totalMs: probe.durationMs, sink });
  return sink.peaks();
}
