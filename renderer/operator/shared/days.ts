/** Days of a zone as instants, for screens that ask about "today" or about dates a person picked. */
import type { LocalDate, LocalTime } from '../../../electron/contract/scalars';
import { localParts, toInstant } from '../../../electron/domain/time';

/** Midnight before and midnight after an instant, on a zone's clock. */
export function dayBounds(at: number, zone: string): { from: number; until: number } {
  const { date } = localParts(at, zone);
  return { from: toInstant(date, '00:00:00', zone), until: toInstant(date, '24:00:00', zone) };
}

/** Start of the first day to the end of the last; an open end is left open. */
export function instantsOf(
  days: { from?: LocalDate | undefined; to?: LocalDate | undefined },
  zone: string,
): { from?: number; until?: number } {
  return {
    ...(days.from ? { from: toInstant(days.from, '00:00:00', zone) } : {}),
    ...(days.to ? { until: toInstant(days.to, '24:00:00', zone) } : {}),
  };
}

export const todayIn = (zone: string, at: number): LocalDate => localParts(at, zone).date;
export const timeIn = (zone: string, at: number): LocalTime => localParts(at, zone).time;
export { toInstant };
