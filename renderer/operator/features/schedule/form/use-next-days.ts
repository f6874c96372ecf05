/** The first days on which a booking being filled in would play, as the station reads its rule. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { DayRule } from '../../../../../electron/contract/records/booking';
import type { LocalDate, Zone } from '../../../../../electron/contract/scalars';
import { orpc } from '../../../../client/client';
import { stationNow } from '../../../../client/station-clock';
import { todayIn } from '../../../shared/days';
import type { FormValues } from './draft';
import { QUIET_MS } from './use-check';

const NAMED = 5;
/** Five years: a leap day is met. */
const LOOKED_DAYS = 5 * 366;

/** From today on. Null for a rule that cannot be read, empty until the station has answered. */
export function useNextDays(form: FormValues, zone: Zone): readonly LocalDate[] | null {
  const [{ from, to, weekdays, rule, exceptions }] = useDebouncedValue(form, QUIET_MS);
  const input = {
    bookings: [{ from, to, weekdays, rule, exceptions }],
    from: todayIn(zone, stationNow()),
    days: LOOKED_DAYS,
    most: NAMED,
  };
  const isRule = rule === null || DayRule.safeParse(rule).success;
  const { data } = useQuery({
    ...orpc.planning.days.queryOptions({ input }),
    enabled: isRule,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return isRule ? (data?.[0] ?? []) : null;
}
