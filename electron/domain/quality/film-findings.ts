/** What is wrong with a moving picture: black, standing, flashing, of two fields, coded too poorly, with repeated frames. Pure. */
import type { Probe } from '../../contract/records/asset';
import type { QualityFinding } from '../../contract/records/quality';
import type { QualityLimits } from '../../contract/records/quality-limits';
import { type Reason, reason } from '../../contract/scalars';
import { EDGE_MS, finding, keptBeside, percent, seconds } from './finding';
import type { Seen, Span } from './seen';

export function filmFindings(probe: Probe, seen: Seen, limits: QualityLimits): QualityFinding[] {
  return [
    ...seen.black.map((span) => blackFinding(span, probe, limits)),
    ...frozenFindings(seen, probe),
    ...flashFindings(seen),
    ...interlacedFinding(seen, probe, limits),
    ...lowBitRate(seen, probe, limits),
    ...seen.repeats.map(({ share, ...span }) =>
      finding('duplicated', span, {
        severity: 'warning',
        because: reason('quality.duplicated', { percent: percent(share), seconds: seconds(span.toMs - span.fromMs) }),
        todo: reason('mending.exportAgain'),
      }),
    ),
    ...(seen.captions === 0 && probe.audio.length > 0
      ? [
          finding('noCaptions', null, {
            severity: 'info',
            because: reason('quality.noCaptions'),
            todo: reason('mending.captions'),
          }),
        ]
      : []),
  ];
}

/** At the beginning or the end it can be cut off; in the middle that would cut what is said. */
function blackFinding(span: Span, { durationMs }: Probe, limits: QualityLimits): QualityFinding {
  const long = span.toMs - span.fromMs >= limits.blackErrorMs;
  const because = reason('quality.black', { seconds: seconds(span.toMs - span.fromMs) });
  const kept = keptBeside(span, durationMs);
  return finding('black', span, {
    severity: long ? 'error' : 'warning',
    because,
    todo: kept ? reason('mending.cutEdge') : reason('mending.lookAtBlack'),
    repair: kept ? { kind: 'cut', ...kept } : null,
  });
}

/** A still picture with sound is a way to make a clip, and a black one stands too. */
function frozenFindings({ frozen, black }: Seen, { durationMs }: Probe): QualityFinding[] {
  return frozen
    .filter((span) => !black.some((dark) => within(span, dark)))
    .map((span) => {
      const params = { seconds: seconds(span.toMs - span.fromMs) };
      const whole = span.toMs - span.fromMs >= 0.95 * durationMs;
      const because = whole ? reason('quality.still', params) : reason('quality.frozen', params);
      return finding('frozen', whole ? null : span, {
        severity: whole ? 'info' : 'warning',
        because,
        todo: whole ? reason('mending.stillIsMeant') : reason('mending.lookAtFrozen'),
      });
    });
}

const within = (span: Span, other: Span) => span.fromMs >= other.fromMs - EDGE_MS && span.toMs <= other.toMs + EDGE_MS;

function flashFindings({ flashes }: Seen): QualityFinding[] {
  return flashes.map(({ fromMs, toMs, inOneSecond, red, box }) => {
    const params = { count: inOneSecond, seconds: seconds(toMs - fromMs) };
    const because: Reason = red ? reason('quality.flashingRed', params) : reason('quality.flashing', params);
    return finding('flashing', { fromMs, toMs }, { severity: 'error', because, todo: reason('mending.flashing'), box });
  });
}

/** Fewer can be told by chance. */
const LEAST_TOLD = 25;

function interlacedFinding(
  { interlaced, progressive }: Seen,
  { video }: Probe,
  limits: QualityLimits,
): QualityFinding[] {
  const told = interlaced + progressive;
  const share = told >= LEAST_TOLD ? interlaced / told : 0;
  if (share < limits.interlacedShare) return [];
  const known = video?.interlaced === true;
  return [
    finding('interlaced', null, {
      // Of a file that says so every rendition is made without fields.
      severity: known ? 'info' : 'warning',
      because: known
        ? reason('quality.interlacedSaid', { percent: percent(share) })
        : reason('quality.interlaced', { percent: percent(share) }),
      todo: known ? reason('mending.deinterlacedAnyway') : reason('mending.deinterlace'),
      repair: { kind: 'deinterlace' },
    }),
  ];
}

/** How much of a picture's bits a coder needs beside H.264. */
const GAIN: Record<string, number> = { hevc: 0.6, vp9: 0.6, av1: 0.5, mpeg2video: 2, mpeg4: 1.5, mjpeg: 5 };
/** Bits a second of a sound, where the file tells of both together alone. */
const USUAL_SOUND = 128_000;
/** A picture that moves so much, steps of 255 from frame to frame, needs the whole of the limit; one that stands needs next to nothing. */
const FULL_MOVEMENT = 3;
/** The same of soft and of sharp pictures, steps of 255 from pixel to pixel. */
const FULL_DETAIL = 1;

function lowBitRate(
  { movement, detail, pictureRate }: Seen,
  { video, bitRate, audio }: Probe,
  limits: QualityLimits,
): QualityFinding[] {
  if (!video || video.frameRate <= 0) return [];
  const own = pictureRate ?? (bitRate === null ? null : Math.max(0, bitRate - audio.length * USUAL_SOUND));
  if (own === null) return [];
  const pixels = video.codedWidth * video.codedHeight * video.frameRate;
  const needs =
    limits.bitsPerPixel *
    (GAIN[video.codec] ?? 1) *
    Math.min(1, movement / FULL_MOVEMENT) *
    Math.min(1, detail / FULL_DETAIL);
  if (own >= needs * pixels) return [];
  const params = { kilobits: Math.round(own / 1000), least: Math.ceil((needs * pixels) / 1000) };
  const said = { because: reason('quality.lowBitRate', params), todo: reason('mending.betterFile', params) };
  return [finding('lowBitRate', null, { severity: 'warning', ...said })];
}
