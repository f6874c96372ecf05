/** What answers about days share: the day as instants, and the table of owners that grows with each. */
import { dateOf } from '../../../domain/calendar';
import { toInstant } from '../../../domain/time';

/** `day` by number, on the clock of `zone`. */
export function spanOf(day: number, zone: string): { from: number; until: number } {
  const date = dateOf(day);
  return { from: toInstant(date, '00:00:00', zone), until: toInstant(date, '24:00:00', zone) };
}

/** Where an owner stands in `owners`, at its end when it is new. */
export function placeIn(owners: string[], owner: string): number {
  const known = owners.indexOf(owner);
  return known >= 0 ? known : owners.push(owner) - 1;
}
