/** A finding in the making, and the figures that its sentence is given. Pure. */
import type { FindingKind, QualityFinding } from '../../contract/records/quality';
import type { QualityLimits } from '../../contract/records/quality-limits';
import type { Span } from './seen';

/** What a file is held against. */
export interface Against {
  limits: QualityLimits;
  /** Of the loops there are. */
  slotsMs: readonly number[];
  /** What sound alone is brought to. */
  audioLoudnessLufs: number;
}

type Said = Pick<QualityFinding, 'severity' | 'because' | 'todo'> & Partial<Pick<QualityFinding, 'box' | 'repair'>>;

/** Of a stretch; null is the whole file. */
export function finding(kind: FindingKind, span: Span | null, said: Said): QualityFinding {
  const id = span ? `${kind}-${span.fromMs}` : kind;
  const place = { fromMs: span?.fromMs ?? 0, toMs: span?.toMs ?? null };
  return { id, kind, ...place, picture: null, box: null, repair: null, ...said };
}

export const seconds = (ms: number) => Math.round(ms / 100) / 10;
export const percent = (share: number) => Math.round(share * 100);
export const rounded = (value: number) => Math.round(value * 10) / 10;

/** Within so much of an edge it is of the edge. */
export const EDGE_MS = 250;

/** What is left without a stretch at an edge; null where it is at none, or at both. */
export function keptBeside({ fromMs, toMs }: Span, durationMs: number): Span | null {
  const [first, last] = [fromMs <= EDGE_MS, toMs >= durationMs - EDGE_MS];
  if (first === last) return null;
  return first ? { fromMs: toMs, toMs: durationMs } : { fromMs: 0, toMs: fromMs };
}
