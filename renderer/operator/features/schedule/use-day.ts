/** The day in view: the one in the address, else the station's today. */
import { useMemo } from 'react';
import type { LocalDate, Zone } from '../../../../electron/contract/scalars';
import { useStationSecond } from '../../../client/station-clock';
import { dateAt, daySpan, shiftDate } from './days';
import type { View } from './zoom';

export interface Day {
  date: LocalDate;
  today: LocalDate;
  span: View;
  shifted: (days: number) => LocalDate;
}

export function useDay(wanted: LocalDate | undefined, zone: Zone): Day {
  const minute = Math.floor(useStationSecond() / 60_000) * 60_000;
  const today = dateAt(minute, zone);
  const date = wanted ?? today;
  return useMemo(
    () => ({ date, today, span: daySpan(date, zone), shifted: (days: number) => shiftDate(date, days) }),
    [date, today, zone],
  );
}
