/** Changes that may rid a draft of a conflict, likeliest first. Each is tried before it is offered, so a guess costs time only. */
import type { BookingHow } from '../../contract/records/booking';
import type { Agreement } from '../../contract/records/partner';
import { reason } from '../../contract/scalars';
import { dateOf, dayNumber } from '../calendar';
import { daysOf } from '../occurrences';
import { localDay } from '../time';
import { closedDays } from './find-hours';
import type { Finding } from './finding';
import { freeTimes } from './free-times';
import { LABELS, type Laid } from './stage';
import type { Candidate, Ground, Trial } from './trial';

export interface Asked {
  finding: Finding;
  ground: Ground;
  trial: Trial;
}

/** Groups of candidates: of each the first that helps is offered. */
export function candidatesFor(asked: Asked): Candidate[][] {
  switch (asked.finding.reason.code) {
    case 'plan.slotOversold':
      return [[...otherSlots(asked), rotation], otherRounds(asked), before(asked)];
    case 'plan.slotKept':
    case 'plan.slotBeyond':
    case 'plan.noLoop':
      return [otherSlots(asked), [rotation]];
    case 'plan.clipTooLong':
      return [otherSlots(asked)];
    case 'plan.shareOver':
    case 'plan.shareShort':
      return [lessPercent(asked), before(asked)];
    case 'plan.frequencyShort':
      return [fewerPlays(asked), before(asked)];
    case 'plan.exactTaken':
    case 'plan.exactClosed':
      return [freeTimes(asked.trial)];
    case 'plan.costsOther':
      return [costsLess(asked), lessUrgent(asked), before(asked)];
    case 'plan.noTime':
      return [moreUrgent(asked)];
    case 'plan.closedAlways':
      return [openHours(asked)];
    case 'plan.closedDays':
      return [withoutClosed(asked)];
    case 'plan.validTo':
    case 'plan.validFrom':
      return [withinValidity(asked)];
    case 'plan.ruleUnreadable':
    case 'plan.noDays':
      return [[everyDay]];
    default:
      return asked.finding.field === 'agreement' ? [otherAgreements(asked), withinAgreement(asked)] : [];
  }
}

const rotation: Candidate = { label: reason('plan.out.rotation'), change: { how: { kind: 'rotation' } } };
const everyDay: Candidate = {
  label: reason('plan.out.everyDay'),
  change: { rule: null, weekdays: [1, 2, 3, 4, 5, 6, 7], exceptions: [] },
};

type SlotHow = Extract<BookingHow, { kind: 'slot' }>;
const MOST_SLOTS = 12;

/** The next slots of the loop that are long enough and kept for nobody else; those nobody holds first. */
function otherSlots({ trial: { draft, laid } }: Asked): Candidate[] {
  const { how } = draft;
  const policy = laid[0]?.stage.question.policy;
  if (how.kind !== 'slot' || !policy) return [];
  const longest = Math.max(0, ...laid.flatMap(({ material }) => material.pieces.map(({ ms }) => ms)));
  const held = new Set(laid.flatMap(heldSlots));
  const slots = policy.slots.map(({ ms, purpose }, index) => ({ ms, purpose, number: index + 1 }));
  const later = [...slots.slice(how.slot), ...slots.slice(0, how.slot - 1)];
  return later
    .filter(({ ms, purpose }) => ms >= longest && (purpose === 'any' || purpose === draft.purpose))
    .sort((a, b) => Number(held.has(a.number)) - Number(held.has(b.number)))
    .slice(0, MOST_SLOTS)
    .map(({ number }) => ({
      label: reason('plan.out.slot', { slot: number }),
      change: { how: { ...how, slot: number } },
    }));
}

function heldSlots({ looks }: Laid): number[] {
  return looks.flatMap(({ without: { plan } }) =>
    plan.clips.flatMap(({ because: { code, params } }) => (code === 'why.slot' ? [Number(params.slot)] : [])),
  );
}

/** The rounds between those another booking holds. */
function otherRounds({ finding, trial: { draft, laid } }: Asked): Candidate[] {
  const { how } = draft;
  const rivals = laid
    .flatMap(({ stage }) => stage.question.bookings)
    .flatMap(({ how: other, name }) =>
      other.kind === 'slot' &&
      how.kind === 'slot' &&
      other.slot === how.slot &&
      String(finding.reason.params.by).includes(name)
        ? [other]
        : [],
    );
  const [rival] = rivals;
  if (how.kind !== 'slot' || !rival || rival.every === 1) return [];
  const { every } = rival;
  const rounds = Array.from({ length: Math.min(every, MOST_SLOTS) }, (_, first) => first);
  return rounds.filter((first) => first !== rival.first).map((first) => roundsOf(how, every, first));
}

const roundsOf = (how: SlotHow, every: number, first: number): Candidate => ({
  label: reason('plan.out.rounds', { slot: how.slot, every, first: first + 1 }),
  change: { how: { ...how, every, first } },
});

/** Ends the day before the conflict begins. */
function before({ finding: { day }, ground, trial: { draft } }: Asked): Candidate[] {
  if (day === null || day <= dayNumber(draft.from)) return [];
  return [{ label: LABELS.to(day - 1, ground.zone), change: { to: dateOf(day - 1) } }];
}

const TRIES = 4;

function lessPercent({ finding, trial: { draft } }: Asked): Candidate[] {
  const { how } = draft;
  if (how.kind !== 'share') return [];
  const { possible = 0, others = 0 } = finding.reason.params;
  // What is given is a play more or less than what can be promised, and more while others fall short.
  const top = Math.min(Number(possible) + 1, 100 - Number(others), Math.ceil(how.percent) - 1);
  return downFrom(top).map((percent) => ({
    label: reason('plan.out.percent', { percent }),
    change: { how: { ...how, percent } },
  }));
}

function fewerPlays({ finding, trial: { draft } }: Asked): Candidate[] {
  const { how } = draft;
  const possible = Number(finding.reason.params.possible ?? 0);
  if (how.kind !== 'frequency') return [];
  return downFrom(Math.min(possible, how.plays - 1)).map((plays) => ({
    label: reason('plan.out.plays', { plays }),
    change: { how: { ...how, plays } },
  }));
}

const downFrom = (top: number): number[] =>
  Array.from({ length: TRIES }, (_, step) => top - step).filter((value) => value >= 1);

/** Less of the same, so that others keep theirs. */
function costsLess(asked: Asked): Candidate[] {
  const { how } = asked.trial.draft;
  if (how.kind === 'slot') return otherSlots(asked);
  if (how.kind === 'exact') return freeTimes(asked.trial);
  const halves = [0.75, 0.5, 0.25];
  if (how.kind === 'share') {
    const percents = halves.map((part) => Math.max(1, Math.floor(how.percent * part)));
    return percents.map((percent) => ({
      label: reason('plan.out.percent', { percent }),
      change: { how: { ...how, percent } },
    }));
  }
  if (how.kind === 'rotation') return [];
  const counts = halves.map((part) => Math.max(1, Math.floor(how.plays * part)));
  return counts.map((plays) => ({ label: reason('plan.out.plays', { plays }), change: { how: { ...how, plays } } }));
}

function lessUrgent({ trial: { draft } }: Asked): Candidate[] {
  const priority = Math.min(draft.priority, 5) - 1;
  if (priority < 0) return [];
  return [{ label: reason('plan.out.lessUrgent', { priority }), change: { priority } }];
}

function moreUrgent({ trial: { draft, laid } }: Asked): Candidate[] {
  const beside = laid.flatMap(({ stage }) => stage.question.bookings.map(({ priority }) => priority));
  const priority = Math.max(0, ...beside);
  if (priority <= draft.priority) return [];
  return [{ label: reason('plan.out.moreUrgent', { priority }), change: { priority } }];
}

/** The hours at which its display opens, in place of those at which it never does. */
function openHours({ trial: { laid } }: Asked): Candidate[] {
  const hours = laid.flatMap(({ stage }) => stage.question.policy?.hours ?? []);
  const parts = new Map(hours.map(({ opens, closes }) => [`${opens} ${closes}`, { start: opens, end: closes }]));
  return [...parts.values()].slice(0, TRIES).map(({ start, end }) => ({
    label: reason('plan.out.hours', { start: start.slice(0, 5), end: end.slice(0, 5) }),
    change: { dayparts: [{ start, end }] },
  }));
}

/** Weekdays that are always closed are left out; single days become exceptions. */
function withoutClosed({ trial: { draft, laid } }: Asked): Candidate[] {
  const closed = [...new Set(laid.flatMap(closedDays))];
  const open = new Set(laid.flatMap(({ looks }) => looks.flatMap(({ kind }) => kind.days)));
  const playsOn = daysOf(draft);
  const never = closed.filter((day) => playsOn(day) && !open.has(day)).map(dateOf);
  const exceptions = [...new Set([...draft.exceptions, ...never])].sort();
  if (exceptions.length > 1000) return [];
  return [{ label: reason('plan.out.exceptions', { count: never.length }), change: { exceptions } }];
}

/** The days on which all of its items may air. */
function withinValidity({ ground, trial: { draft, laid } }: Asked): Candidate[] {
  const airs = laid.flatMap(({ material }) => material.pieces.map((piece) => piece.airs));
  const from = Math.max(...airs.map((each) => each.from));
  const until = Math.min(...airs.map((each) => each.until));
  return within(
    draft,
    Number.isFinite(from) ? localDay(from, ground.zone) : Number.NEGATIVE_INFINITY,
    Number.isFinite(until) ? localDay(until - 1, ground.zone) : Number.POSITIVE_INFINITY,
    ground,
  );
}

function withinAgreement({ ground, trial: { draft } }: Asked): Candidate[] {
  const agreement = ground.agreements.find(({ id }) => id === draft.agreementId);
  if (!agreement) return [];
  return within(draft, dayNumber(agreement.from), dayNumber(agreement.to), ground);
}

function within(draft: Trial['draft'], first: number, last: number, { zone }: Ground): Candidate[] {
  const [from, to] = [dayNumber(draft.from), dayNumber(draft.to)];
  if (last < from || first > to) return [];
  const shorter = last < to ? { to: dateOf(last) } : {};
  const later = first > from ? { from: dateOf(first) } : {};
  const label = last < to ? LABELS.to(last, zone) : LABELS.from(first, zone);
  return last < to || first > from ? [{ label, change: { ...shorter, ...later } }] : [];
}

/** Those of the agency whose material it is, or of the same agency as before, that hold on all of its days. */
function otherAgreements({ ground, trial: { draft, laid } }: Asked): Candidate[] {
  const agencies = new Set(laid.flatMap(({ material }) => material.pieces.map(({ agencyId }) => agencyId)));
  const now = ground.agreements.find(({ id }) => id === draft.agreementId);
  const fits = (one: Agreement) =>
    one.id !== draft.agreementId &&
    (agencies.has(one.agencyId) || one.agencyId === now?.agencyId) &&
    one.from <= draft.from &&
    draft.to <= one.to;
  return ground.agreements
    .filter(fits)
    .map(({ id, number }) => ({ label: reason('plan.out.agreement', { number }), change: { agreementId: id } }));
}
