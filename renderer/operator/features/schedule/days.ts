/** Days of the station's calendar as spans of instants, and moving between them. */
import type { LocalDate, LocalTime, Zone } from '../../../../electron/contract/scalars';
import { dateOf, dayNumber } from '../../../../electron/domain/calendar';
import { localParts, toInstant } from '../../../../electron/domain/time';
import type { View } from './zoom';

export function daySpan(date: LocalDate, zone: Zone): View {
  return { from: toInstant(date, '00:00:00', zone), until: toInstant(date, '24:00:00', zone) };
}

export const dateAt = (instant: number, zone: Zone): LocalDate => localParts(instant, zone).date;
export const shiftDate = (date: LocalDate, days: number): LocalDate => dateOf(dayNumber(date) + days);

/** Wall time at an instant, `24:00:00` at the end of the day it closes. */
export function timeAt(instant: number, date: LocalDate, zone: Zone): LocalTime {
  return instant >= daySpan(date, zone).until ? '24:00:00' : localParts(instant, zone).time;
}

/** Noon of a day, for writing the day as text: no change of clocks is near. */
export const noonOf = (date: LocalDate, zone: Zone): number => toInstant(date, '12:00:00', zone);
