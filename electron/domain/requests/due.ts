/** By when a request for information is to be answered, and how it stands. Pure. */
import type { InformationRequest } from '../../contract/records/information-request';
import type { LocalDate } from '../../contract/scalars';
import { dateOf, dayNumber } from '../calendar';
import type { OfficeCalendar } from './workdays';

type Counted = Pick<InformationRequest, 'receivedOn' | 'days' | 'extension' | 'objection' | 'state' | 'decisions'>;

/** Whether somebody is still to answer it. */
export const isOpen = (state: InformationRequest['state']): boolean =>
  state === 'received' || state === 'extended' || state === 'objection';

/**
 * The last day in time. The days of an extension follow on those before (UU 14/2008 art. 22 (8)); those of an objection begin with it
 * (art. 36 (2)). Of one that is answered: as it was counted then.
 */
export function dueOn(request: Counted, calendar: OfficeCalendar): LocalDate {
  const { objection, state, decisions } = request;
  if (state === 'objection' && objection) return calendar.after(objection.on, objection.days);
  return decisions.at(-1)?.dueOn ?? answerDueOn(request, calendar);
}

function answerDueOn({ receivedOn, days, extension }: Counted, calendar: OfficeCalendar): LocalDate {
  return calendar.after(receivedOn, days + (extension?.days ?? 0));
}

export interface ObjectionTerm {
  /** There is ground to object from this day on. */
  from: LocalDate;
  /** The last day in time (art. 36 (1)); one that comes later is registered, and said to be late. */
  until: LocalDate;
}

/** When an applicant may object: to a decision, or to none in time (art. 35). Null while there is nothing to object to. */
export function objectionTerm(
  request: Counted,
  calendar: OfficeCalendar,
  { today, within }: { today: LocalDate; within: number },
): ObjectionTerm | null {
  const { state, decisions } = request;
  if (state === 'received' || state === 'extended') {
    const due = dueOn(request, calendar);
    return due < today ? { from: dateOf(dayNumber(due) + 1), until: calendar.after(due, within) } : null;
  }
  const newest = decisions.at(-1);
  if (isOpen(state) || state === 'withdrawn' || !newest) return null;
  return { from: newest.on, until: calendar.after(newest.on, within) };
}

/** How a decision of today stands in the register: the first answers the request, also where an objection came before it. */
export function countDecision(request: Counted, calendar: OfficeCalendar, today: LocalDate) {
  const { receivedOn, objection, decisions } = request;
  const isFirst = decisions.length === 0;
  const from = isFirst || !objection ? receivedOn : objection.on;
  const due = isFirst ? answerDueOn(request, calendar) : dueOn(request, calendar);
  return { took: Math.max(0, calendar.between(from, today)), dueOn: due };
}

export type Standing =
  | { kind: 'closed' }
  /** Working days left after today; 0 on its last day. */
  | { kind: 'running' | 'soon'; left: number }
  /** Working days past its last. */
  | { kind: 'late'; by: number };

export function standingOf(
  request: Counted,
  calendar: OfficeCalendar,
  { today, warnDays }: { today: LocalDate; warnDays: number },
): Standing {
  if (!isOpen(request.state)) return { kind: 'closed' };
  const due = dueOn(request, calendar);
  // A late one is late from the first day after, also where nobody works on it.
  if (due < today) return { kind: 'late', by: Math.max(1, calendar.between(due, today)) };
  const left = calendar.between(today, due);
  return { kind: left <= warnDays ? 'soon' : 'running', left };
}
