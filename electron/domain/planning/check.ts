/**
 * Whether a draft can air as it says, what it takes, and ways out of what stands in its way. Start at `checkSteps`. It goes by
 * what `compile` makes of the days with the draft and without it, so it cannot disagree with what will air.
 */
import type { Checked, Conflict, DraftChange, Looked } from '../../contract/api/planning';
import type { Booking, BookingDraft } from '../../contract/records/booking';
import { reason } from '../../contract/scalars';
import { dateOf, dayNumber } from '../calendar';
import type { Steps } from '../steps';
import { findAgreement, findDays } from './find-frame';
import { findClosed, findLoop } from './find-hours';
import { findMaterial } from './find-material';
import { findNoTime, findPlays } from './find-plays';
import { type Finding, keyOf, merged, RANK } from './finding';
import { asBooking, type Laid, layOn, type Memory, reachFrom } from './stage';
import { takesOf } from './takes';
import type { Candidate, Ground, Trial } from './trial';
import { candidatesFor } from './ways-out';

export interface Patience {
  /** Whether another display may be looked at. */
  more(): boolean;
  /** Whether another way out may be tried. */
  moreWays(): boolean;
}

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
  const conflicts: Conflict[] = [];
  for (const finding of trial.findings) {
    const conflict = conflictOf(finding);
    conflicts.push(conflict);
    for (const group of candidatesFor({ finding, ground, trial })) {
      const way = yield* firstThatHelps(group, finding, { ground, trial, memory, patience });
      if (way) conflict.waysOut.push({ label: way.label, change: way.change });
    }
  }
  return { conflicts, takes: takesOf(trial.laid), looked: lookedAt(ground, trial) };
}

function* tryOut(ground: Ground, draft: Booking, memory: Memory, more: () => boolean): Steps<Trial> {
  const today = dayNumber(ground.today);
  const reach = reachFrom(draft, today);
  const laid: Laid[] = [];
  for (const stage of reach ? ground.stages : []) {
    if (laid.length > 0 && !more()) break;
    if (reach) laid.push(yield* layOn(stage, draft, reach, memory, more));
  }
  return { draft, reach, laid, findings: yield* findingsOf(ground, draft, laid, today) };
}

/** A display is a millisecond's work: as many days as a year has are held against its openings. */
function* findingsOf(ground: Ground, draft: Booking, all: readonly Laid[], today: number): Steps<Finding[]> {
  const frame = findFrame(ground, draft, ground.stages.length, today);
  if (frame.some(({ severity }) => severity === 'stops')) return merged(frame);
  const here: Finding[] = [];
  for (const laid of all) {
    yield;
    here.push(...findHere(laid));
  }
  return merged([...frame, ...here]);
}

/** What is wrong with it wherever it is booked; `displays`: how many that is. Where it stops there, nothing else is looked for. */
export function findFrame(
  { agreements, zone }: Pick<Ground, 'agreements' | 'zone'>,
  draft: Booking,
  displays: number,
  today: number,
): Finding[] {
  const nowhere: Finding[] =
    displays > 0
      ? []
      : [{ reason: reason('plan.nowhere'), severity: 'stops', field: 'what', displayIds: [], day: null }];
  return [...nowhere, ...findDays(draft, today), ...findAgreement(draft, agreements, zone)];
}

export function findHere(laid: Laid): Finding[] {
  const found = [...findMaterial(laid), ...findClosed(laid), ...findLoop(laid), ...findPlays(laid)];
  const told = found.some(({ severity, field }) => severity !== 'notice' && field !== 'priority');
  return [...found, ...(told ? [] : findNoTime(laid))];
}

const conflictOf = ({ reason: because, severity, field, displayIds, day }: Finding): Conflict => ({
  reason: because,
  severity,
  field,
  displayIds: [...displayIds],
  firstDay: day === null ? null : dateOf(day),
  waysOut: [],
});

interface Ways {
  ground: Ground;
  trial: Trial;
  memory: Memory;
  patience: Patience;
}

function* firstThatHelps(group: Iterable<Candidate>, finding: Finding, ways: Ways): Steps<Candidate | null> {
  for (const candidate of group) {
    if (!ways.patience.moreWays()) return null;
    if (yield* helps(candidate.change, finding, ways)) return candidate;
  }
  return null;
}

/** Rid of what was found, with nothing new in its place on the displays that were looked at. */
function* helps(change: DraftChange, finding: Finding, { ground, trial, memory, patience }: Ways): Steps<boolean> {
  const draft = changed(trial.draft, change);
  if (draft.from > draft.to) return false;
  const stages = ground.stages.slice(0, trial.laid.length);
  const { findings, laid } = yield* tryOut({ ...ground, stages }, draft, memory, patience.moreWays);
  // Not looked at as far as the draft itself was: it may not help.
  if (laid.length < stages.length || laid.some(({ exact }, at) => !exact && trial.laid[at]?.exact)) return false;
  // The same kind of conflict with another slot, clip or booking is a new one: one dead end is no way out of another.
  const before = new Map(trial.findings.map((each) => [keyOf(each), each]));
  return findings.every((each) => {
    const same = before.get(keyOf(each));
    const isKnown = same !== undefined && RANK[each.severity] >= RANK[same.severity];
    return each.reason.code !== finding.reason.code && (each.severity === 'notice' || isKnown);
  });
}

/** A draft with a way out taken. */
export function changed<T extends BookingDraft>(draft: T, change: DraftChange): T {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return { ...draft, ...given };
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
