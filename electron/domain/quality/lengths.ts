/** Whether a clip's length fits the slots there are. Pure. */
import type { QualityFinding, Repair } from '../../contract/records/quality';
import type { QualityLimits } from '../../contract/records/quality-limits';
import { reason } from '../../contract/scalars';

/** What can be mended by a standing picture at the end, or by leaving an end out: more than that changes what is said. */
const MOST_MENDED_MS = 5000;
/** Nobody takes this for a spot: a talk, a film. */
const LONGER_THAN_SLOTS = 1.5;

const seconds = (ms: number) => Math.round(ms / 100) / 10;

/** `slotsMs` of the loops it may play in; those of the settings count besides. Null: it fits one, or is no spot at all. */
export function lengthFinding(
  durationMs: number,
  slotsMs: readonly number[],
  { lengthsMs, lengthToleranceMs }: Pick<QualityLimits, 'lengthsMs' | 'lengthToleranceMs'>,
): QualityFinding | null {
  const slots = [...new Set([...slotsMs, ...lengthsMs])].sort((a, b) => a - b);
  const [longest, nearest] = [slots.at(-1), nearestOf(slots, durationMs)];
  if (longest === undefined || nearest === undefined || durationMs > longest * LONGER_THAN_SLOTS) return null;
  const gap = durationMs - nearest;
  if (Math.abs(gap) <= lengthToleranceMs) return null;
  const params = { seconds: seconds(durationMs), slot: seconds(nearest), off: seconds(Math.abs(gap)) };
  return {
    id: 'wrongDuration',
    kind: 'wrongDuration',
    severity: 'warning',
    fromMs: 0,
    toMs: null,
    because: gap > 0 ? reason('quality.longerThanSlot', params) : reason('quality.shorterThanSlot', params),
    todo: gap > 0 ? reason('mending.shorten', params) : reason('mending.lengthen', params),
    picture: null,
    box: null,
    repair: Math.abs(gap) <= MOST_MENDED_MS ? repairOf(nearest, gap) : null,
  };
}

function repairOf(toMs: number, gap: number): Repair {
  return gap > 0 ? { kind: 'cut', fromMs: 0, toMs } : { kind: 'pad', toMs };
}

/** The nearer one; the longer of two equally near, since a picture that stands loses nothing. */
function nearestOf(slots: readonly number[], ms: number): number | undefined {
  return slots.reduce<number | undefined>(
    (best, slot) => (best === undefined || Math.abs(slot - ms) <= Math.abs(best - ms) ? slot : best),
    undefined,
  );
}
