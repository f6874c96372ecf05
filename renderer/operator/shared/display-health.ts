/** What is wrong with a display, worst first, from what the station knows of it. Pure. */
import type { PublicDisplay } from '../../../electron/contract/api/displays';
import type { DisplayStatus } from '../../../electron/contract/live';
import type { Tone } from '../../ui';

export interface DisplayView {
  display: PublicDisplay;
  status: DisplayStatus;
}

export type Trouble = 'notPaired' | 'offline' | 'neverSeen' | 'missing' | 'behind' | 'clock' | 'fault' | 'notReady';

/** A clock less sure than this shows plainly on neighbouring panels. */
export const UNSURE_CLOCK_MS = 250;
/** A fault older than this is history. */
const RECENT_FAULT_MS = 10 * 60_000;

export function troublesOf({ display, status }: DisplayView, now: number): Trouble[] {
  if (display.pairedAt === null) return ['notPaired'];
  if (!status.connected) return [status.since === null ? 'neverSeen' : 'offline'];
  const found: [Trouble, boolean][] = [
    ['missing', status.missing.files > 0],
    ['behind', status.expectedRevision !== null && status.holdsRevision !== status.expectedRevision],
    ['clock', status.clock !== null && status.clock.errorMs > UNSURE_CLOCK_MS],
    ['fault', status.faults.some((fault) => now - fault.at < RECENT_FAULT_MS)],
    ['notReady', status.notReady.length > 0],
  ];
  return found.filter(([, is]) => is).map(([trouble]) => trouble);
}

export function toneOf(troubles: readonly Trouble[]): Tone {
  if (troubles.length === 0) return 'green';
  return troubles[0] === 'notPaired' ? 'grey' : 'amber';
}
