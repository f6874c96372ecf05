/** What a draft may stand under: how long its material is valid, and which agreement it comes under. */
import type { Agreement } from '../../contract/records/partner';
import { reason } from '../../contract/scalars';
import { lastDayOf } from '../agreement';
import { dateOf, dayNumber } from '../calendar';
import { localDay } from '../time';
import { begunOn } from './out-days';
import { LABELS } from './stage';
import type { Asked, Candidate } from './trial';

/** The days on which all of its items may air. */
export function withinValidity(asked: Asked): Candidate[] {
  const { ground, trial } = asked;
  const airs = trial.laid.flatMap(({ material }) => material.pieces.map((piece) => piece.airs));
  const from = Math.max(...airs.map((each) => each.from));
  const until = Math.min(...airs.map((each) => each.until));
  const first = Number.isFinite(from) ? localDay(from, ground.zone) : Number.NEGATIVE_INFINITY;
  const last = Number.isFinite(until) ? localDay(until - 1, ground.zone) : Number.POSITIVE_INFINITY;
  return within(asked, first, last);
}

export function withinAgreement(asked: Asked): Candidate[] {
  const { ground, trial } = asked;
  const agreement = ground.agreements.find(({ id }) => id === trial.draft.agreementId);
  return agreement ? within(asked, dayNumber(agreement.from), dayNumber(lastDayOf(agreement))) : [];
}

/** The part of it between two days; all of it later, where that begins after it. */
function within(asked: Asked, first: number, last: number): Candidate[] {
  const { draft } = asked.trial;
  const { zone } = asked.ground;
  const [from, to] = [dayNumber(draft.from), dayNumber(draft.to)];
  if (first > to && Number.isFinite(first)) return [begunOn(first, asked)];
  if (last < from) return [];
  const shorter = last < to ? { to: dateOf(last) } : {};
  const later = first > from ? { from: dateOf(first) } : {};
  const label = last < to ? LABELS.to(last, zone) : LABELS.from(first, zone);
  return last < to || first > from ? [{ label, change: { ...shorter, ...later } }] : [];
}

/** Those of the agency whose material it is, or of the same agency as before, that hold on all of its days. */
export function otherAgreements({ ground, trial: { draft, laid } }: Asked): Candidate[] {
  const agencies = new Set(laid.flatMap(({ material }) => material.pieces.map(({ agencyId }) => agencyId)));
  const now = ground.agreements.find(({ id }) => id === draft.agreementId);
  const fits = (one: Agreement) =>
    one.id !== draft.agreementId &&
    (agencies.has(one.agencyId) || one.agencyId === now?.agencyId) &&
    one.from <= draft.from &&
    draft.to <= lastDayOf(one);
  return ground.agreements
    .filter(fits)
    .map(({ id, number }) => ({ label: reason('plan.out.agreement', { number }), change: { agreementId: id } }));
}

/** An agreement that is gone covers nothing; only a partner's material needs one. */
export function* noAgreement({ trial: { draft } }: Asked): Iterable<Candidate> {
  if (draft.purpose !== 'partner') yield { label: reason('plan.out.noAgreement'), change: { agreementId: null } };
}
