/** When a takeover lay above a display, as far as the station knows. */
import type { Window } from '../../domain/occurrences';
import type { Reader } from '../store';

/** One without an end reaches to `now`. */
export function takeoversOver(reader: Reader, displayId: string, now: number): Window[] {
  const groups = reader
    .all('displayGroup')
    .filter(({ displayIds }) => displayIds.includes(displayId))
    .map(({ id }) => id);
  const here = reader
    .all('takeover')
    .filter(
      ({ where }) =>
        where.all || where.displayIds.includes(displayId) || where.groupIds.some((group) => groups.includes(group)),
    );
  return here
    .filter(({ from }) => from <= now)
    .map(({ from, until, endedAt }) => ({ start: from, end: endedAt ?? until ?? now }));
}
