/**
 * QualityReport: what the quality check found in one asset, bound to the content of its file. The report's id is the asset's. A report
 * whose `hash` is not the asset's is of an earlier file (stale). While it is checked anew the findings of before stay.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { DurationMs, Id, Instant, Reason, Sha256 } from '../scalars';
import { Severity } from './asset';

export const FindingKind = z.enum([
  'black',
  'frozen',
  'silent',
  'clipped',
  'tooLoud',
  'tooQuiet',
  'flashing',
  'letterbox',
  'interlaced',
  'lowBitRate',
  'smallText',
  'wrongDuration',
  'noCaptions',
  'duplicated',
  'colourRange',
]);
export type FindingKind = z.infer<typeof FindingKind>;

const fraction = z.number().min(0).max(1);
/** A place in the picture as it is shown, as fractions of its width and height. */
export const Box = z.object({ x: fraction, y: fraction, w: fraction, h: fraction });
export type Box = z.infer<typeof Box>;

/** What one click mends, with all that making it asks for. A mended file is always a new asset. */
export const Repair = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('loudness'), targetLufs: z.number().min(-40).max(-5) }),
  z.object({ kind: z.literal('deinterlace') }),
  /** Keeps this part of the picture. */
  z.object({ kind: z.literal('crop'), box: Box }),
  /** Coded in full range and said to be in the studio's: brought into it. */
  z.object({ kind: z.literal('range') }),
  /** The last picture stands until then. */
  z.object({ kind: z.literal('pad'), toMs: DurationMs.min(1) }),
  /** What is kept, from and to. */
  z.object({ kind: z.literal('cut'), fromMs: DurationMs, toMs: DurationMs.min(1) }),
]);
export type Repair = z.infer<typeof Repair>;
export type RepairKind = Repair['kind'];
export const RepairKind = z.enum(['loudness', 'deinterlace', 'crop', 'range', 'pad', 'cut']);

export const QualityFinding = z.object({
  /** Stays the same from check to check of the same file. */
  id: z.string().min(1).max(80),
  kind: FindingKind,
  severity: Severity,
  fromMs: DurationMs,
  /** Null: it is of the whole file. */
  toMs: DurationMs.nullable(),
  /** What was measured, with the figures. */
  because: Reason,
  todo: Reason,
  /** A still of that time under `/media/`; null where there is no picture to show. */
  picture: Sha256.nullable(),
  box: Box.nullable(),
  repair: Repair.nullable(),
});
export type QualityFinding = z.infer<typeof QualityFinding>;

/** A line of lettering as it stands in the picture: where, and how high its letters are, as a share of the picture's height. */
export const TextLine = z.object({ atMs: DurationMs, box: Box, letterHeight: fraction });
export type TextLine = z.infer<typeof TextLine>;

/** What was measured, for judging the same file on a panel or in a slot without decoding it again. */
export const Measured = z.object({
  durationMs: DurationMs,
  /** Pixels as shown; 0 of sound alone. */
  width: z.int().min(0),
  height: z.int().min(0),
  /** The picture within its bars; null where it has none. */
  active: Box.nullable(),
  /** Lines of lettering, the lowest letters first. */
  texts: z.array(TextLine).max(40),
  integratedLufs: z.number().nullable(),
  truePeakDbtp: z.number().nullable(),
});
export type Measured = z.infer<typeof Measured>;

/** A mended asset that was asked for here; it is there once its job is done. */
export const Mending = z.object({
  assetId: Id,
  jobId: Id,
  kinds: z.array(RepairKind),
  askedAt: Instant,
  by: z.string(),
});
export type Mending = z.infer<typeof Mending>;

export const QualityReport = z.object({
  /** The asset's. */
  id: Id,
  rev: z.int().min(0),
  /** Of the file that was, or is to be, checked. */
  hash: Sha256,
  state: z.enum(['queued', 'checking', 'done', 'failed']),
  askedAt: Instant,
  /** When what stands here was found; null before the first check is over. */
  checkedAt: Instant.nullable(),
  /** In order of time, those of the whole file first. */
  findings: z.array(QualityFinding).max(500),
  /** Findings that there were no places for. */
  more: z.int().min(0),
  /** The limits they were judged by (`limitsMark`); null of reports made before limits were kept. */
  limits: z.string().max(4000).nullable().default(null),
  measured: Measured.nullable(),
  failure: Reason.nullable(),
  mendings: z.array(Mending).max(50),
});
export type QualityReport = z.infer<typeof QualityReport>;
export const qualityReportRecord = recordType('qualityReport', QualityReport);
