/** Whether a clip's length fits the slots there are. Pure. */
import type { QualityFinding, Repair } from '../../contract/records/quality';
import type { QualityLimits } from '../../contract/records/quality-limits';
import { type Reason, reason } from '../../contract/scalars';

/** An end longer than this is no end any more: to leave it out changes what is said. What is held longer loses nothing. */
const MOST_CUT_MS = 5000;
/** Nobody takes this for a spot: a talk, a film. */
const LONGER_THAN_SLOTS = 1.5;

const seconds = (ms: number) => Math.round(ms / 100) / 10;

/** `slotsMs` of the loops it may play in; those of the settings count besides. Null: it fits one, there is none, or it is no spot at all. */
export function lengthFinding(
  { durationMs, hasPicture }: { durationMs: number; hasPicture: boolean },
  slotsMs: readonly number[],
  { lengthsMs, lengthToleranceMs }: Pick<QualityLimits, 'lengthsMs' | 'lengthToleranceMs'>,
): QualityFinding | null {
  const slots = [...new Set([...slotsMs, ...lengthsMs])].sort((a, b) => a - b);
  const [longest, slot] = [slots.at(-1), slotFor(slots, durationMs)];
  if (longest === undefined || slot === undefined || durationMs > longest * LONGER_THAN_SLOTS) return null;
  const gap = durationMs - slot;
  if (Math.abs(gap) <= lengthToleranceMs) return null;
  const params = { seconds: seconds(durationMs), slot: seconds(slot), off: seconds(Math.abs(gap)) };
  return {
    id: 'wrongDuration',
    kind: 'wrongDuration',
    severity: 'warning',
    fromMs: 0,
    toMs: null,
    because: gap > 0 ? reason('quality.longerThanSlot', params) : reason('quality.shorterThanSlot', params),
    ...mended(slot, gap, hasPicture, params),
    picture: null,
    box: null,
  };
}

/** What to do, and the one click that does just that. */
function mended(
  toMs: number,
  gap: number,
  hasPicture: boolean,
  params: Reason['params'],
): { todo: Reason; repair: Repair | null } {
  if (gap < 0) {
    const todo = hasPicture ? reason('mending.lengthen', params) : reason('mending.lengthenSound', params);
    return { todo, repair: { kind: 'pad', toMs } };
  }
  if (gap > MOST_CUT_MS) return { todo: reason('mending.askShorter', params), repair: null };
  return { todo: reason('mending.shorten', params), repair: { kind: 'cut', fromMs: 0, toMs } };
}

/** The nearest that little is cut for; else the next longer one, since what is held loses nothing; else the longest there is. */
function slotFor(slots: readonly number[], ms: number): number | undefined {
  const fits = slots.filter((slot) => ms - slot <= MOST_CUT_MS);
  // The longer of two equally near, for the same reason.
  const near = fits.reduce<number | undefined>(
    (best, slot) => (best === undefined || Math.abs(slot - ms) <= Math.abs(best - ms) ? slot : best),
    undefined,
  );
  return near ?? slots.at(-1);
}
