/** The rows of the table: what the filters let through, in the order that the address names. */
import { useMemo } from 'react';
import type { Booking } from '../../../../../electron/contract/records/booking';
import { displaysOf } from '../form/overlap';
import type { ScheduleSearch } from '../search';
import type { Planner } from '../use-planner';
import type { ScheduleData } from '../use-schedule-data';
import { isAt, type Row, sorted } from './rows';

type Search = Pick<ScheduleSearch, 'display' | 'group' | 'sort' | 'down'>;

export function useRows(
  { bookings, groups }: ScheduleData,
  planner: Planner,
  search: Search,
  stateOf: (booking: Booking) => Row['state'],
): readonly Row[] {
  const { display, group, sort, down = false } = search;
  const { lets, nameOfAgency, numberOf } = planner;
  return useMemo(() => {
    const here = bookings.filter((each) => lets(each.id) && isAt(each, { display, group }, groups));
    const rows = here.map(
      (booking): Row => ({
        booking,
        state: stateOf(booking),
        agency: nameOfAgency(booking.id),
        agreement: numberOf(booking.agreementId),
        displays: displaysOf(booking, groups).size,
      }),
    );
    return sorted(rows, sort, down);
  }, [bookings, groups, lets, nameOfAgency, numberOf, display, group, sort, down, stateOf]);
}
