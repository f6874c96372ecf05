/**
 * What a report's measurements mean on one panel: bars, letters too small at its distance, a length that none of its slots has. Nothing is
 * decoded for it. Pure. Read `findingsOnPanel` first.
 */
import type { Profile } from '../../contract/records/display';
import type { Box, FindingKind, Measured, QualityFinding, QualityReport } from '../../contract/records/quality';
import type { QualityLimits } from '../../contract/records/quality-limits';
import { reason } from '../../contract/scalars';
import { lengthFinding } from './lengths';
import { common, type Shown, shownOn } from './shown';

export interface Panel {
  profile: Pick<Profile, 'width' | 'height' | 'fit'>;
  /** From one LED to the next, mm; null where nobody said. */
  pitchMm: number | null;
  /** How far off people stand, m; null where nobody said. */
  viewingM: number | null;
  /** Of the loop it plays; empty where it has none. */
  slotsMs: readonly number[];
}

/** Judged by the panel instead of by the file alone. */
const OF_THE_PANEL: ReadonlySet<FindingKind> = new Set(['letterbox', 'smallText', 'wrongDuration']);
const WHOLE: Box = { x: 0, y: 0, w: 1, h: 1 };

export function findingsOnPanel(
  report: Pick<QualityReport, 'findings' | 'measured'>,
  panel: Panel,
  limits: QualityLimits,
): QualityFinding[] {
  const rest = report.findings.filter(({ kind }) => !OF_THE_PANEL.has(kind));
  const { measured } = report;
  if (!measured) return rest;
  const pictureOf = (kind: FindingKind) => report.findings.find((found) => found.kind === kind)?.picture ?? null;
  const { durationMs, width } = measured;
  const length = durationMs > 0 ? lengthFinding({ durationMs, hasPicture: width > 0 }, panel.slotsMs, limits) : null;
  return [
    ...(length ? [length] : []),
    ...barsOn(measured, panel, limits).map((found) => ({ ...found, picture: pictureOf('letterbox') })),
    ...lettersOn(measured, panel, limits).map((found) => ({ ...found, picture: pictureOf('smallText') })),
    ...rest,
  ];
}

const percent = (share: number) => Math.round(share * 100);

function barsOn({ width, height, active }: Measured, { profile }: Panel, limits: QualityLimits): QualityFinding[] {
  if (width === 0) return [];
  const shown = shownOn({ width, height }, profile);
  const picture = common(active ?? WHOLE, shown.seen);
  const lit = picture ? (shown.filled * picture.w * picture.h) / (shown.seen.w * shown.seen.h) : 0;
  const dark = 1 - lit;
  if (dark < limits.letterboxShare) return [];
  const params = { percent: percent(dark), width: profile.width, height: profile.height };
  const found = { id: 'letterbox', kind: 'letterbox', fromMs: 0, toMs: null, picture: null } as const;
  if (active) {
    const because = reason('quality.barsInPicture', params);
    const repair = { kind: 'crop', box: active } as const;
    return [{ ...found, severity: 'warning', because, todo: reason('mending.crop'), box: active, repair }];
  }
  const because = reason('quality.barsOnPanel', params);
  return [{ ...found, severity: 'info', because, todo: reason('mending.shape', params), box: null, repair: null }];
}

/** The lowest letters that are too low there, one line for each height once. */
function lettersOn(measured: Measured, panel: Panel, limits: QualityLimits): QualityFinding[] {
  const { width, height, texts } = measured;
  if (width === 0) return [];
  const shown = shownOn({ width, height }, panel.profile);
  const needed = neededPixels(panel, limits);
  const low = texts.filter(({ box, letterHeight }) => {
    const pixels = letterHeight * height * shown.down;
    return pixels < needed && common(box, shown.seen) !== null;
  });
  return low.slice(0, MOST_LINES).map((line, place) => {
    const pixels = Math.round(line.letterHeight * height * shown.down * 10) / 10;
    return {
      id: `smallText-${line.atMs}-${place}`,
      kind: 'smallText',
      severity: 'warning',
      fromMs: line.atMs,
      toMs: null,
      ...saidOf(pixels, needed, panel, limits, shown),
      picture: null,
      box: line.box,
      repair: null,
    };
  });
}

/** A screen full of lines too many to read says it as well. */
const MOST_LINES = 5;

/** Panel pixels a letter must have: by the distance where it is known, and never fewer than a letter can be drawn with. */
export function neededPixels({ pitchMm, viewingM }: Panel, { letterDistance, letterPixels }: QualityLimits): number {
  if (pitchMm === null || viewingM === null) return letterPixels;
  return Math.max(letterPixels, (viewingM * 1000) / letterDistance / pitchMm);
}

function saidOf(pixels: number, needed: number, panel: Panel, limits: QualityLimits, shown: Shown) {
  const least = Math.ceil(needed);
  const times = Math.round((needed / Math.max(0.1, pixels)) * 10) / 10;
  const todo = reason('mending.largerText', { times, lines: Math.ceil(needed / shown.down) });
  const { pitchMm, viewingM } = panel;
  if (pitchMm === null || viewingM === null) {
    return { because: reason('quality.fewPixels', { pixels, least }), todo };
  }
  const reach = Math.round((pixels * pitchMm * limits.letterDistance) / 100) / 10;
  return { because: reason('quality.notLegible', { pixels, least, reach, viewing: viewingM }), todo };
}
