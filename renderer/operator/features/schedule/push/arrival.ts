/** Whether what was pushed has arrived at a display. Pure. */
import type { DisplayStatus } from '../../../../../electron/contract/live';
import type { Tone } from '../../../../ui';

export type ArrivalState = 'away' | 'waiting' | 'behind' | 'fetching' | 'holds';

export function arrivalOf(
  status: Pick<DisplayStatus, 'connected' | 'expectedRevision' | 'holdsRevision' | 'missing'>,
): { state: ArrivalState; tone: Tone } {
  if (!status.connected) return { state: 'away', tone: 'grey' };
  if (status.expectedRevision === null) return { state: 'waiting', tone: 'amber' };
  if (status.holdsRevision !== status.expectedRevision) return { state: 'behind', tone: 'amber' };
  return status.missing.files > 0 ? { state: 'fetching', tone: 'amber' } : { state: 'holds', tone: 'green' };
}
