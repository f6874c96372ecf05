/** What is wrong with a sound: silent, clipped, too loud or too quiet, coded too poorly. Pure. */
import type { Probe } from '../../contract/records/asset';
import type { QualityFinding } from '../../contract/records/quality';
import type { QualityLimits } from '../../contract/records/quality-limits';
import { reason } from '../../contract/scalars';
import { chosenAudio } from '../rendition';
import { type Against, finding, keptBeside, seconds } from './finding';
import type { PeakPiece, Seen, Span } from './seen';

export function soundFindings(probe: Probe, seen: Seen, against: Against): QualityFinding[] {
  if (probe.audio.length === 0) return [];
  return [
    ...seen.silent.map((span) => silentFinding(span, probe)),
    ...clippedFindings(seen.peaks, probe, against.limits),
    ...loudnessFinding(probe, against),
    ...poorSound(probe, against.limits),
  ];
}

function silentFinding(span: Span, { durationMs, kind }: Probe): QualityFinding {
  const whole = span.toMs - span.fromMs >= 0.95 * durationMs;
  const kept = kind === 'audio' && !whole ? keptBeside(span, durationMs) : null;
  const params = { seconds: seconds(span.toMs - span.fromMs) };
  return finding('silent', whole ? null : span, {
    severity: 'warning',
    because: whole ? reason('quality.silentThroughout', params) : reason('quality.silent', params),
    todo: kept ? reason('mending.cutEdge') : reason('mending.lookAtSilence'),
    repair: kept ? { kind: 'cut', ...kept } : null,
  });
}

/** Full scale of 16 bits, with the rounding of a converter. */
const FULL_SCALE_DB = -0.01;
const SECOND_MS = 1000;

/** Pieces within a second of each other are one stretch. Where no sample is cut, peaks between samples may still be too high. */
function clippedFindings(
  peaks: readonly PeakPiece[],
  { loudness, durationMs }: Probe,
  { clippedSamples, truePeakDbtp, loudnessLufs }: QualityLimits,
): QualityFinding[] {
  const cut = peaks.filter(
    (piece) => piece.levelDb >= FULL_SCALE_DB && piece.samples * SECOND_MS >= clippedSamples * piece.ms,
  );
  const spans: (Span & { samples: number })[] = [];
  for (const { atMs, ms, samples } of cut) {
    const last = spans.at(-1);
    const toMs = Math.min(durationMs, atMs + ms);
    // A word's pause parts nothing.
    if (last && atMs <= last.toMs + SECOND_MS) {
      last.toMs = toMs;
      last.samples += samples;
    } else spans.push({ fromMs: Math.min(atMs, durationMs), toMs, samples });
  }
  if (spans.length > 0)
    return spans.map(({ samples, ...span }) =>
      finding('clipped', span, {
        severity: 'warning',
        because: reason('quality.clipped', { samples, seconds: seconds(span.toMs - span.fromMs) }),
        todo: reason('mending.recordAgain'),
      }),
    );
  if (!loudness || loudness.truePeakDbtp <= truePeakDbtp) return [];
  const because = reason('quality.peaks', { peak: loudness.truePeakDbtp, most: truePeakDbtp });
  // Brought to its loudness, the peaks come down with it, or are held.
  const repair = { kind: 'loudness', targetLufs: Math.min(loudnessLufs, loudness.integratedLufs) } as const;
  return [finding('clipped', null, { severity: 'info', because, todo: reason('mending.lowerPeaks'), repair })];
}

function loudnessFinding({ loudness, kind }: Probe, { limits, audioLoudnessLufs }: Against): QualityFinding[] {
  if (!loudness) return [];
  const targetLufs = kind === 'audio' ? audioLoudnessLufs : limits.loudnessLufs;
  const gap = loudness.integratedLufs - targetLufs;
  if (Math.abs(gap) <= limits.loudnessToleranceLu) return [];
  const far = Math.abs(gap) > limits.loudnessErrorLu;
  const params = { lufs: loudness.integratedLufs, target: targetLufs, gap: Math.round(Math.abs(gap) * 10) / 10 };
  const repair = { kind: 'loudness', targetLufs } as const;
  return gap > 0
    ? [
        finding('tooLoud', null, {
          severity: far ? 'error' : 'warning',
          because: reason('quality.tooLoud', params),
          todo: reason('mending.loudness', params),
          repair,
        }),
      ]
    : [
        finding('tooQuiet', null, {
          severity: 'warning',
          because: reason('quality.tooQuiet', params),
          todo: reason('mending.loudness', params),
          repair,
        }),
      ];
}

/** Of sound alone: in a film the file's rate says nothing of it. */
function poorSound(probe: Probe, { soundBitsPerChannel }: QualityLimits): QualityFinding[] {
  const audio = chosenAudio(probe);
  if (probe.kind !== 'audio' || !audio || probe.bitRate === null) return [];
  const needs = soundBitsPerChannel * Math.min(2, audio.channels);
  if (probe.bitRate >= needs) return [];
  const params = { kilobits: Math.round(probe.bitRate / 1000), least: Math.round(needs / 1000) };
  return [
    finding('lowBitRate', null, {
      severity: 'warning',
      because: reason('quality.lowSoundRate', params),
      todo: reason('mending.betterFile', params),
    }),
  ];
}
