/** What is wrong with a draft wherever it is booked: its days and its agreement. */
import type { Booking, BookingDraft } from '../../contract/records/booking';
import type { Agreement } from '../../contract/records/partner';
import { reason, type Zone } from '../../contract/scalars';
import { lastDayOf } from '../agreement';
import { dayNumber } from '../calendar';
import { ruleFault } from '../day-rule';
import { daysOf } from '../occurrences';
import type { Finding } from './finding';
import { dayParam } from './stage';

const EVERYWHERE = { displayIds: [], severity: 'stops' } as const;
/** A rule that has named none for so long names none. */
const LOOKED_FOR_DAYS = 4000;

export function findDays(draft: BookingDraft, today: number): Finding[] {
  const field = 'days' as const;
  const first = dayNumber(draft.from);
  const detail = draft.rule === null ? null : ruleFault(draft.rule, draft.from);
  if (detail !== null) return [{ ...EVERYWHERE, field, day: first, reason: reason('plan.ruleUnreadable', { detail }) }];
  if (!hasDay(draft, first)) return [{ ...EVERYWHERE, field, day: first, reason: reason('plan.noDays') }];
  if (today > first && !hasDay(draft, today)) return [{ ...EVERYWHERE, field, day: null, reason: reason('plan.over') }];
  return [];
}

/** Whether it plays on any day from `since` on, a day number. */
export function hasDay(draft: BookingDraft, since: number): boolean {
  const playsOn = daysOf(draft);
  const last = Math.min(dayNumber(draft.to), since + LOOKED_FOR_DAYS);
  for (let day = since; day <= last; day++) if (playsOn(day)) return true;
  return false;
}

export function findAgreement(draft: Booking, agreements: readonly Agreement[], zone: Zone): Finding[] {
  const field = 'agreement' as const;
  if (draft.agreementId === null) {
    if (draft.purpose !== 'partner') return [];
    return [{ ...EVERYWHERE, severity: 'notice', field, day: null, reason: reason('plan.agreementMissing') }];
  }
  const agreement = agreements.find(({ id }) => id === draft.agreementId);
  if (!agreement) return [{ ...EVERYWHERE, field, day: null, reason: reason('plan.agreementGone') }];
  const { number } = agreement;
  const [from, to] = [dayNumber(agreement.from), dayNumber(lastDayOf(agreement))];
  const params = (day: number) => ({ number, day: dayParam(day, zone) });
  if (to < dayNumber(draft.from))
    return [{ ...EVERYWHERE, field, day: null, reason: reason('plan.agreementOver', params(to)) }];
  if (from > dayNumber(draft.to))
    return [{ ...EVERYWHERE, field, day: null, reason: reason('plan.agreementLater', params(from)) }];
  const part = { ...EVERYWHERE, severity: 'costs' as const, field };
  return [
    ...(to < dayNumber(draft.to) ? [{ ...part, day: to + 1, reason: reason('plan.agreementEnds', params(to)) }] : []),
    ...(from > dayNumber(draft.from)
      ? [{ ...part, day: dayNumber(draft.from), reason: reason('plan.agreementBegins', params(from)) }]
      : []),
  ];
}
