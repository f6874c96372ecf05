import { dayNumber } from '../../domain/calendar';
import { dueOn, isOpen, standingOf } from '../../domain/requests/due';
import { officeCalendar } from '../../domain/requests/workdays';
import { settingsOf } from '../store';
import { type Line, type Need, todayOf } from './line';

/** Requests for information that are due within the days of warning, or late. */
export function requestsDue(need: Need): Line[] {
  const { store } = need;
  const { office } = settingsOf(store);
  const calendar = officeCalendar(office);
  const at = { today: todayOf(need), warnDays: office.warnDays };
  return store.all('informationRequest').flatMap((request) => {
    if (!isOpen(request.state)) return [];
    const { kind } = standingOf(request, calendar, at);
    if (kind !== 'late' && kind !== 'soon') return [];
    const { id, number: name } = request;
    const since = dayNumber(dueOn(request, calendar));
    return [{ kind: kind === 'late' ? ('requestLate' as const) : ('requestSoon' as const), id, name, count: 1, since }];
  });
}
