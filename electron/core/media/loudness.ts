/** EBU R128 loudness: measured by ffmpeg's ebur128, and the filters that bring it to a target. Pure. */
import type { Loudness } from '../../contract/records/asset';

/** Measures what passes through; its summary is read by `parseLoudness`. */
export const METER = 'ebur128=peak=true:framelog=verbose';
/** A display plays stereo, so that is what is measured: the mix of a 5.1 sound is not as loud as its parts. */
export const STEREO = 'aformat=sample_fmts=fltp:channel_layouts=stereo';

/** ebur128 says -70 where nothing was loud enough to count. */
const SILENCE_LUFS = -69.9;

/** The summary of the last meter in ffmpeg's words; null for silence, or where there is none. */
export function parseLoudness(lines: readonly string[]): Loudness | null {
  const from = lines.findLastIndex((line) => /ebur128.*Summary:/.test(line));
  if (from < 0) return null;
  const summary = lines.slice(from).join('\n');
  const value = (pattern: RegExp) => Number.parseFloat(pattern.exec(summary)?.[1] ?? '');
  const integratedLufs = value(/\bI:\s+(\S+) LUFS/);
  if (!(integratedLufs > SILENCE_LUFS)) return null;
  const measured = {
    integratedLufs,
    thresholdLufs: value(/\bI:[^\n]+\n\s*Threshold:\s+(\S+) LUFS/),
    rangeLu: value(/\bLRA:\s+(\S+) LU/),
    truePeakDbtp: value(/\bPeak:\s+(\S+) dBFS/),
  };
  return Object.values(measured).every(Number.isFinite) ? measured : null;
}

/** AAC adds to peaks: what goes in stays this far below what may come out (EBU R128: -1 dBTP). */
export const PEAK_BEFORE_CODING_DBTP = -1.5;
/** loudnorm scales evenly only up to this range, and needs three seconds to look ahead. */
const LOUDNORM_MAX_RANGE_LU = 20;
const LOUDNORM_MIN_MS = 3000;

/**
 * The filter that brings `measured` to `target` LUFS; none where there is nothing to do. Even gain (linear loudnorm)
 * wherever peaks allow it, else gain with a true-peak limiter. `trimDb` is added to correct an earlier attempt, and
 * `ceiling` is where peaks are held, dBTP before coding.
 */
export function normaliser(
  measured: Loudness | null,
  target: number | null,
  durationMs: number,
  trimDb = 0,
  ceiling = PEAK_BEFORE_CODING_DBTP,
): string[] {
  if (measured === null || target === null) return [];
  const gain = target - measured.integratedLufs + trimDb;
  const peak = measured.truePeakDbtp + gain;
  if (peak > ceiling) return limited(gain, ceiling);
  const even = measured.rangeLu > 0 && measured.rangeLu <= LOUDNORM_MAX_RANGE_LU && durationMs >= LOUDNORM_MIN_MS;
  return even && trimDb === 0 ? [loudnorm(measured, target)] : [`volume=${gain.toFixed(2)}dB`];
}

function loudnorm(measured: Loudness, target: number): string {
  const { integratedLufs, truePeakDbtp, rangeLu, thresholdLufs } = measured;
  const was = `measured_I=${integratedLufs}:measured_TP=${truePeakDbtp}:measured_LRA=${rangeLu}:measured_thresh=${thresholdLufs}`;
  const range = Math.max(1, rangeLu);
  return `loudnorm=I=${target}:TP=${PEAK_BEFORE_CODING_DBTP}:LRA=${range}:${was}:linear=true`;
}

/** At four times the rate a sample peak is as good as a true peak (ITU-R BS.1770-4, annex 2). */
export function limited(gainDb: number, ceiling: number): string[] {
  const limit = 10 ** (ceiling / 20);
  return [
    `volume=${gainDb.toFixed(2)}dB`,
    'aresample=192000',
    `alimiter=limit=${limit.toFixed(4)}:attack=2:release=60:level=false`,
    'aresample=48000',
  ];
}
