/** Whose callers they are. Pure. */
import type { Call } from '../../contract/records/rundown';
import type { Show } from '../../contract/records/show';

/** Who rang in this show, or outside any rehearsal: callers of a rehearsal are in no queue but its own. */
export function callsOf(calls: readonly Call[], show: Pick<Show, 'id'> | null): Call[] {
  return calls.filter(({ rehearsalId }) => rehearsalId === null || rehearsalId === show?.id);
}
