/**
 * What the quality check holds material against. All of it is data: `settings.quality` keeps what a station changed, so that a usual figure
 * that is bettered later reaches everyone who never touched it. Lengths in ms, shares 0..1, levels of light 0..1 of full white.
 */
import { z } from 'zod';
import { type Reason, reason } from '../scalars';

const share = z.number().min(0).max(1);
const ms = z.int().min(0).max(3_600_000);
const db = z.number().min(-120).max(20);
const level = z.int().min(0).max(255);

export const QualityLimits = z.object({
  /** Black: at least so long, a pixel darker than this, so many of the picture's pixels. */
  blackMs: ms,
  blackLevel: share,
  blackShare: share,
  /** Black for longer is an error, not a doubt. */
  blackErrorMs: ms,
  /** Frozen: at least so long, with less noise than this between pictures. */
  frozenMs: ms,
  frozenDb: db,
  silentMs: ms,
  silentDb: db,
  /** Clipped: so many samples at full scale within a second; peaks between samples above this. */
  clippedSamples: z.int().min(1).max(48_000),
  truePeakDbtp: db,
  /** EBU R 128: the target, and how far from it is a doubt and an error. */
  loudnessLufs: z.number().min(-40).max(-5),
  loudnessToleranceLu: z.number().min(0).max(30),
  loudnessErrorLu: z.number().min(0).max(30),
  /**
   * Flashes (ITU-R BT.1702, Ofcom): the brightness of full white in cd/m², the least change and the darkest side of it, the share of the
   * picture, and how many in a second are still allowed. `flashRed`: how far a saturated red must change, 0..1.
   */
  flashWhiteCdM2: z.number().min(20).max(10_000),
  flashChangeCdM2: z.number().min(1).max(10_000),
  flashDarkCdM2: z.number().min(1).max(10_000),
  flashArea: share,
  flashesASecond: z.int().min(1).max(60),
  flashRed: share,
  /** Bars beside the picture: at least this share of its height or width, darker than this (8-bit luma). */
  letterboxShare: share,
  letterboxLuma: level,
  /** Of the frames that can be told, so many interlaced. */
  interlacedShare: share,
  /** Bits for each pixel of each frame, by coder: below this pictures fall apart. H.264 counts 1, others by their gain. */
  bitsPerPixel: z.number().min(0).max(10),
  /** Sound coded with fewer bits a second for each channel. */
  soundBitsPerChannel: z.int().min(0).max(1_000_000),
  /** Letters are read at up to this many times their height (one in 250 of the distance). */
  letterDistance: z.number().min(10).max(2000),
  /** Where a panel's pitch and distance are not known: letters lower than this share of the picture's height. */
  letterShare: share,
  /** No letter is drawn with fewer pixels. */
  letterPixels: z.number().min(1).max(100),
  /** Lengths that fit a slot, beside the slots of the loops in use, and how far off is still right. */
  lengthsMs: z.array(ms.min(1000)).max(50),
  lengthToleranceMs: ms,
  /** Repeated frames: of the frames of a stretch at least so long. */
  duplicatedShare: share,
  duplicatedMs: ms,
  /** Pixels outside of the studio range (16..235), and of the black and white that only a full range uses. */
  rangeShare: share,
});
export type QualityLimits = z.infer<typeof QualityLimits>;

export const USUAL_LIMITS: QualityLimits = {
  blackMs: 500,
  blackLevel: 0.1,
  blackShare: 0.98,
  blackErrorMs: 5000,
  frozenMs: 2000,
  frozenDb: -60,
  silentMs: 2000,
  silentDb: -60,
  clippedSamples: 20,
  truePeakDbtp: -1,
  loudnessLufs: -23,
  loudnessToleranceLu: 2,
  loudnessErrorLu: 10,
  flashWhiteCdM2: 200,
  flashChangeCdM2: 20,
  flashDarkCdM2: 160,
  flashArea: 0.25,
  flashesASecond: 3,
  flashRed: 0.2,
  letterboxShare: 0.02,
  letterboxLuma: 24,
  interlacedShare: 0.1,
  bitsPerPixel: 0.02,
  soundBitsPerChannel: 32_000,
  letterDistance: 250,
  letterShare: 0.03,
  letterPixels: 7,
  lengthsMs: [15_000, 30_000, 60_000],
  lengthToleranceMs: 500,
  duplicatedShare: 0.3,
  duplicatedMs: 2000,
  rangeShare: 0.01,
};

/** What a station holds against, its own figures before the usual ones. */
export function limitsOf(own: { [L in keyof QualityLimits]?: QualityLimits[L] | undefined }): QualityLimits {
  const said = Object.entries(own).filter(([, value]) => value !== undefined);
  return QualityLimits.parse({ ...USUAL_LIMITS, ...Object.fromEntries(said) });
}

/** Tells limits apart: of a report, by which it was judged. Equal limits have one mark, in whatever order they were said. */
export const limitsMark = (limits: QualityLimits): string => JSON.stringify(QualityLimits.parse(limits));

/** Whether a report with this mark was judged by other limits than these. Those before marks were kept were judged by the usual ones. */
export const isOtherwise = (mark: string | null, now: QualityLimits): boolean =>
  (mark ?? limitsMark(USUAL_LIMITS)) !== limitsMark(now);

/** Two limits that cannot both hold; null where all can. */
export function contradictionIn(limits: QualityLimits): Reason | null {
  const { blackMs, blackErrorMs, loudnessToleranceLu, loudnessErrorLu } = limits;
  const { flashWhiteCdM2, flashChangeCdM2, flashDarkCdM2 } = limits;
  if (blackErrorMs < blackMs) return reason('quality.blackErrorFirst');
  if (loudnessErrorLu < loudnessToleranceLu) return reason('quality.loudnessErrorFirst');
  // No change of light could be as large, so that nothing would ever count.
  return flashChangeCdM2 > flashWhiteCdM2 || flashDarkCdM2 > flashWhiteCdM2 ? reason('quality.flashOverWhite') : null;
}
