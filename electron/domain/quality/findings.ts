/**
 * What was seen and heard in a file held against the limits: findings with times, figures, what to do, and what one click mends. Pure. Read
 * `findingsOf` first.
 */
import type { Probe } from '../../contract/records/asset';
import type { Measured, QualityFinding } from '../../contract/records/quality';
import type { QualityLimits } from '../../contract/records/quality-limits';
import { reason } from '../../contract/scalars';
import { filmFindings } from './film-findings';
import { type Against, finding, percent, rounded } from './finding';
import { lengthFinding } from './lengths';
import type { Seen } from './seen';
import { soundFindings } from './sound-findings';

export const MOST_FINDINGS = 200;

/** In order of time, those of the whole file first. */
export function findingsOf(probe: Probe, seen: Seen, against: Against): QualityFinding[] {
  const { limits } = against;
  const moving = probe.kind === 'image' ? [] : movingFindings(probe, seen, against);
  const found = [...(probe.video ? pictureFindings(probe, seen, limits) : []), ...moving];
  return found.sort((a, b) => Number(b.toMs === null) - Number(a.toMs === null) || a.fromMs - b.fromMs);
}

export function measuredOf({ durationMs, video, loudness }: Probe, { active, texts }: Seen): Measured {
  return {
    durationMs,
    width: video?.width ?? 0,
    height: video?.height ?? 0,
    active,
    texts,
    integratedLufs: loudness?.integratedLufs ?? null,
    truePeakDbtp: loudness?.truePeakDbtp ?? null,
  };
}

function movingFindings(probe: Probe, seen: Seen, against: Against): QualityFinding[] {
  const { limits, slotsMs } = against;
  const length = lengthFinding({ durationMs: probe.durationMs, hasPicture: probe.video !== null }, slotsMs, limits);
  return [
    ...(probe.video ? filmFindings(probe, seen, limits) : []),
    ...soundFindings(probe, seen, against),
    ...(length ? [length] : []),
  ];
}

/** What a still may have as well. */
function pictureFindings(
  probe: Probe,
  { active, outside, fullRange, texts }: Seen,
  limits: QualityLimits,
): QualityFinding[] {
  const found: QualityFinding[] = [];
  if (active) {
    const because = reason('quality.letterbox', { percent: percent(1 - active.w * active.h) });
    const repair = { kind: 'crop', box: active } as const;
    found.push(
      finding('letterbox', null, { severity: 'warning', because, todo: reason('mending.crop'), box: active, repair }),
    );
  }
  if (!fullRange && outside > limits.rangeShare && !probe.video?.hdr) {
    const because = reason('quality.colourRange', { percent: Math.max(1, percent(outside)) });
    const repair = probe.kind === 'image' ? null : ({ kind: 'range' } as const);
    const todo = reason(repair ? 'mending.range' : 'mending.stillRange');
    found.push(finding('colourRange', null, { severity: 'warning', because, todo, repair }));
  }
  const low = texts.find(({ letterHeight }) => letterHeight < limits.letterShare);
  if (low) {
    const because = reason('quality.smallText', {
      percent: rounded(low.letterHeight * 100),
      lines: Math.round(low.letterHeight * (probe.video?.height ?? 0)),
      least: rounded(limits.letterShare * 100),
    });
    const said = { severity: 'info', because, todo: reason('mending.seeOnPanel'), box: low.box } as const;
    found.push({ ...finding('smallText', null, said), fromMs: low.atMs });
  }
  return found;
}
