/** Other places in the loop: another slot, rounds between those of others, or no slot at all. */
import type { Booking, BookingHow } from '../../contract/records/booking';
import type { LoopPolicy } from '../../contract/records/loop-policy';
import { reason } from '../../contract/scalars';
import { longestOf } from './find-material';
import type { Look } from './stage';
import { countOf } from './tally';
import type { Asked, Candidate, Trial } from './trial';

type SlotHow = Extract<BookingHow, { kind: 'slot' }>;

const MOST_SLOTS = 12;
const MOST_ROUNDS = 12;

/** Its turn in what nobody holds. */
export function* rotation({ trial: { draft } }: Asked): Iterable<Candidate> {
  if (draft.how.kind === 'rotation') return;
  const label = draft.how.kind === 'slot' ? reason('plan.out.rotation') : reason('plan.out.turns');
  yield { label, change: { how: { kind: 'rotation' } } };
}

/** The next slots of the loop that are long enough and kept for nobody else; those nobody holds in its hours first. */
export function* otherSlots({ trial }: Asked): Iterable<Candidate> {
  const { how } = trial.draft;
  if (how.kind !== 'slot') return;
  const held = new Set(trial.laid.flatMap(({ looks }) => looks.flatMap(heldSlots)));
  const others = slotsFor(trial);
  // In every round it would meet whoever holds one: that need not be tried.
  const partly = how.every === 1 ? [] : others.filter((slot) => held.has(slot));
  for (const slot of [...others.filter((slot) => !held.has(slot)), ...partly].slice(0, MOST_SLOTS))
    yield { label: reason('plan.out.slot', { slot }), change: { how: { ...how, slot } } };
}

/** Slots that others hold in its hours, once for each play. */
function heldSlots({ open, without: { plan } }: Look): number[] {
  const numbers = plan.clips.map(({ because: { code, params } }) => (code === 'why.slot' ? Number(params.slot) : 0));
  return plan.entries.flatMap(([clip, at]) => {
    const slot = numbers[clip] ?? 0;
    return slot > 0 && open.some(({ start, end }) => start <= at && at < end) ? [slot] : [];
  });
}

/** The rounds that others leave, of its own slot first. */
export function* otherRounds({ trial }: Asked): Iterable<Candidate> {
  const { how } = trial.draft;
  if (how.kind !== 'slot') return;
  let left = MOST_ROUNDS;
  for (const slot of [how.slot, ...slotsFor(trial)]) {
    const rivals = rivalsIn(trial, slot);
    const every = Math.max(0, ...rivals.map((rival) => rival.every));
    if (rivals.some((rival) => rival.every === 1)) continue;
    for (let first = 0; first < Math.min(every, MOST_ROUNDS); first++) {
      if (rivals.some((rival) => first % rival.every === rival.first % rival.every)) continue;
      if (left-- <= 0) return;
      const label = reason('plan.out.rounds', { slot, every, first: first + 1 });
      yield { label, change: { how: { kind: 'slot', slot, every, first } } };
    }
  }
}

/** Those whose slot it is on the days that are looked at. */
export function rivalsIn({ laid }: Trial, slot: number): (SlotHow & Pick<Booking, 'to'>)[] {
  return laid.flatMap(({ stage, looks }) =>
    stage.question.bookings.flatMap(({ id, how, to }) =>
      how.kind === 'slot' && how.slot === slot && looks.some(({ without }) => countOf(without, id).plays > 0)
        ? [{ ...how, to }]
        : [],
    ),
  );
}

/** Numbers of the other slots it may stand in, from the one after its own on. */
function slotsFor(trial: Trial): number[] {
  const { how } = trial.draft;
  const policy = trial.laid[0]?.stage.question.policy;
  if (how.kind !== 'slot' || !policy) return [];
  const fitting = fittingSlots(trial, policy).filter((slot) => slot !== how.slot);
  return [...fitting.filter((slot) => slot > how.slot), ...fitting.filter((slot) => slot < how.slot)];
}

export function fittingSlots({ draft, laid }: Trial, { slots }: LoopPolicy): number[] {
  const longest = longestOf(laid);
  return slots.flatMap(({ ms, purpose }, index) =>
    ms >= longest && (purpose === 'any' || purpose === draft.purpose) ? [index + 1] : [],
  );
}
