/**
 * Whether a draft can air as it says, what it takes, and ways out of what stands in its way. Start at `checkSteps`. It goes by
 * what `compile` makes of the days with the draft and without it, so it cannot disagree with what will air.
 */
import type { Checked, Conflict, Looked } from '../../contract/api/planning';
import type { Booking, BookingDraft } from '../../contract/records/booking';
import { dateOf } from '../calendar';
import type { Steps } from '../steps';
import { adviceOn } from './advice';
import { keyOf } from './finding';
import { asBooking, type Memory } from './stage';
import { takesOf } from './takes';
import type { Ground, Patience, Trial } from './trial';
import { tryOut } from './try-out';
import { type Ways, waysOut } from './ways';

/** No bound. */
export const PATIENT: Patience = { more: () => true, moreWays: () => true };

export function* checkSteps(
  ground: Ground,
  draft: BookingDraft,
  own: Booking | null,
  patience = PATIENT,
): Steps<Checked> {
  const memory: Memory = new Map();
  const trial = yield* tryOut(ground, asBooking(draft, own), memory, patience.more);
  const before = new Map(trial.findings.map((each) => [keyOf(each), each]));
  const ways: Ways = { ground, trial, memory, patience, before, tried: new Map() };
  const conflicts: Conflict[] = [];
  for (const finding of trial.findings) {
    const offered = yield* waysOut(finding, ways);
    const { reason, severity, field, displayIds, day } = finding;
    conflicts.push({
      ...{ reason, severity, field, displayIds: [...displayIds] },
      firstDay: day === null ? null : dateOf(day),
      waysOut: offered,
      advice: offered.length > 0 ? null : adviceOn(finding, trial),
    });
  }
  return { conflicts, takes: takesOf(trial.laid), looked: lookedAt(ground, trial) };
}

function lookedAt({ stages }: Ground, { laid, reach }: Trial): Looked {
  const count = (some: readonly { displayIds: readonly string[] }[]) =>
    some.reduce((sum, { displayIds }) => sum + displayIds.length, 0);
  return {
    displays: count(laid.map(({ stage }) => stage)),
    ofDisplays: count(stages),
    from: reach && dateOf(reach.first),
    to: reach && dateOf(reach.last),
    goesOn: reach?.goesOn ?? false,
    exact: laid.every(({ exact }) => exact),
  };
}
