/** How each limit of the quality check is filled in: under which heading, in what unit, how fine. Its range is its schema's. Pure. */
import { QualityLimits, USUAL_LIMITS } from '../../../../../electron/contract/records/quality-limits';

type Limit = keyof QualityLimits;
export type NumberLimit = Exclude<Limit, 'lengthsMs'>;
type Unit =
  | 's'
  | 'percent'
  | 'db'
  | 'dbtp'
  | 'lufs'
  | 'lu'
  | 'cd'
  | 'px'
  | 'heights'
  | 'bits'
  | 'aSecond'
  | 'of255'
  | 'bitsAPixel'
  | 'chroma';

export interface LimitField {
  limit: NumberLimit;
  unit: Unit;
  /** One of what is shown is so many of what is kept. */
  factor: number;
  decimals: number;
}

const of = (limit: NumberLimit, unit: Unit, decimals = 0, factor = 1): LimitField => ({
  ...{ limit, unit, factor, decimals },
});
const seconds = (limit: NumberLimit) => of(limit, 's', 2, 1000);
const percent = (limit: NumberLimit) => of(limit, 'percent', 1, 0.01);

export const GROUPS = {
  black: [seconds('blackMs'), seconds('blackErrorMs'), percent('blackLevel'), percent('blackShare')],
  frozen: [seconds('frozenMs'), of('frozenDb', 'db', 1), seconds('duplicatedMs'), percent('duplicatedShare')],
  silence: [seconds('silentMs'), of('silentDb', 'db', 1)],
  loudness: [
    ...[of('loudnessLufs', 'lufs', 1), of('loudnessToleranceLu', 'lu', 1), of('loudnessErrorLu', 'lu', 1)],
    ...[of('truePeakDbtp', 'dbtp', 1), of('clippedSamples', 'aSecond'), of('soundBitsPerChannel', 'bits')],
  ],
  flash: [
    ...[of('flashesASecond', 'aSecond'), percent('flashArea'), of('flashWhiteCdM2', 'cd')],
    ...[of('flashChangeCdM2', 'cd', 1), of('flashDarkCdM2', 'cd', 1), of('flashRed', 'chroma', 2)],
  ],
  frame: [
    ...[percent('letterboxShare'), of('letterboxLuma', 'of255'), percent('interlacedShare')],
    ...[of('bitsPerPixel', 'bitsAPixel', 3), percent('rangeShare')],
  ],
  letters: [of('letterDistance', 'heights'), percent('letterShare'), of('letterPixels', 'px', 1)],
  length: [seconds('lengthToleranceMs')],
} as const satisfies Record<string, readonly LimitField[]>;
export type LimitGroup = keyof typeof GROUPS;

/** What is left of a computation is no digit that anybody typed. */
const clean = (value: number): number => Number(value.toFixed(6));

export const shownOf = ({ factor, decimals }: LimitField, kept: number): number =>
  Number((kept / factor).toFixed(decimals));

export const keptOf = ({ factor }: LimitField, shown: number): number => clean(shown * factor);

/** From and to, as they are shown. */
export function rangeOf(field: LimitField): { min: number; max: number } {
  const { minValue, maxValue } = QualityLimits.shape[field.limit];
  return { min: clean((minValue ?? 0) / field.factor), max: clean((maxValue ?? 0) / field.factor) };
}

/** What a station keeps of its own. A limit that is the usual one is not kept, so that a better usual figure reaches it. */
export function ownOf(limits: QualityLimits): Partial<QualityLimits> {
  const next = Object.entries(limits).filter(
    ([limit, value]) => JSON.stringify(value) !== JSON.stringify(USUAL_LIMITS[limit as Limit]),
  );
  return Object.fromEntries(next);
}

export const limitsIn = (group: LimitGroup): Limit[] => [
  ...GROUPS[group].map(({ limit }) => limit),
  ...(group === 'length' ? (['lengthsMs'] as const) : []),
];

/** Seconds parted by commas; null where they are no lengths. */
export function lengthsIn(text: string): number[] | null {
  const parts = text.split(/[;,\s]+/).filter(Boolean);
  const parsed = QualityLimits.shape.lengthsMs.safeParse(parts.map((part) => Math.round(Number(part) * 1000)));
  if (!parsed.success || parts.some((part) => !/^\d+(\.\d+)?$/.test(part))) return null;
  return [...new Set(parsed.data)].sort((a, b) => a - b);
}

export const lengthsText = (lengthsMs: readonly number[]): string => lengthsMs.map((ms) => ms / 1000).join(', ');
