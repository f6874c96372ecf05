/** Other displays in place of those on which something is in the way, or none in their place. */
import type { BookingHow } from '../../contract/records/booking';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { reason } from '../../contract/scalars';
import { isOnRadio } from '../spots/radio';
import { fittingSlots } from './out-slots';
import type { Stage } from './stage';
import type { Asked, Candidate, Elsewhere, Trial } from './trial';

/** A booking on more is moved in the form, with all of them in sight. */
const MOST_MOVED = 3;
/** A group is written out as its displays when some of them are left out. */
const MOST_WRITTEN = 60;

/** In the same slot where it is free there, else in the first that is. */
export function* elsewhere(asked: Asked): Iterable<Candidate> {
  const { finding, ground, trial } = asked;
  const count = finding.displayIds.length;
  if (count === 0 || count > MOST_MOVED) return;
  for (const other of ground.elsewhere()) {
    const how = howOn(trial, other.stage);
    if (how === null) continue;
    const moved = { ...other.stage, displayIds: other.stage.displayIds.slice(0, count) };
    const where = whereWith(asked, [moved]);
    if (where)
      yield { ...where, label: labelOf(other, count, how), change: { ...where.change, ...(how ? { how } : {}) } };
  }
}

function labelOf({ names }: Elsewhere, count: number, how: BookingHow | undefined) {
  const displays = names.slice(0, count).join(', ');
  if (how?.kind !== 'slot') return reason('plan.out.elsewhere', { displays });
  return reason('plan.out.elsewhereSlot', { displays, slot: how.slot });
}

/** How it would be booked there: undefined as it is; null where there is no slot for it. */
function howOn(trial: Trial, { question: { policy, bookings } }: Stage): BookingHow | null | undefined {
  const { how, from, to } = trial.draft;
  if (how.kind !== 'slot') return undefined;
  if (!policy) return null;
  const held = new Set(
    bookings.flatMap((each) => (each.how.kind === 'slot' && each.from <= to && each.to >= from ? [each.how.slot] : [])),
  );
  const free = fittingSlots(trial, policy).filter((slot) => !held.has(slot));
  if (free.includes(how.slot)) return undefined;
  return free[0] === undefined ? null : { ...how, slot: free[0] };
}

/** On its other displays only. */
export function* notThere(asked: Asked): Iterable<Candidate> {
  const where = whereWith(asked, []);
  if (!where) return;
  const count = where.change.where?.displayIds.filter((id) => id !== RADIO_CHANNEL_ID).length ?? 0;
  if (count > 0) yield { ...where, label: reason('plan.out.notThere', { count }) };
}

/** What is booked apart from the displays of the finding, and these. */
function whereWith(
  { finding, ground, trial }: Asked,
  more: readonly Stage[],
): Pick<Candidate, 'change' | 'stages'> | null {
  const away = new Set(finding.displayIds);
  const isKept = ({ displayIds }: Stage) => !displayIds.some((id) => away.has(id));
  const looked = new Set(trial.laid.map(({ stage }) => stage));
  const kept = ground.stages.filter(isKept);
  const displayIds = [...kept, ...more].flatMap((stage) => stage.displayIds);
  if (away.size === 0 || displayIds.length === 0 || displayIds.length > MOST_WRITTEN) return null;
  const stages = [...kept.filter((stage) => looked.has(stage)), ...more];
  // The radio is no display of any stage, and is booked as it was.
  const all = isOnRadio(trial.draft) ? [...displayIds, RADIO_CHANNEL_ID] : displayIds;
  return stages.length === 0 ? null : { change: { where: { displayIds: all, groupIds: [] } }, stages };
}
