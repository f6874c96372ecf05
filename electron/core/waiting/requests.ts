import { dayNumber } from '../../domain/calendar';
import { dueOn, isOpen, standingOf } from '../../domain/requests/due';
import { officeOf } from '../requests/room';
import type { Line, Need } from './line';

/** Requests for information that are due within the days of warning, or late. */
export function requestsDue({ store, clock }: Need): Line[] {
  const office = officeOf(store, clock);
  return store.all('informationRequest').flatMap((request) => {
    if (!isOpen(request.state)) return [];
    const { kind } = standingOf(request, office.calendar, office);
    if (kind !== 'late' && kind !== 'soon') return [];
    const { id, number: name } = request;
    const since = dayNumber(dueOn(request, office.calendar));
    return [{ kind: kind === 'late' ? ('requestLate' as const) : ('requestSoon' as const), id, name, count: 1, since }];
  });
}
