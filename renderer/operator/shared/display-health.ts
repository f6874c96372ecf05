/** What is wrong with a display, worst first, from what the station knows of it. Pure. */
import type { PublicDisplay } from '../../../electron/contract/api/displays';
import type { DisplayStatus } from '../../../electron/contract/live';
import type { Reason } from '../../../electron/contract/scalars';
import type { Tone } from '../../ui';
import { isPassing } from './fault-kinds';

export interface DisplayView {
  display: PublicDisplay;
  status: DisplayStatus;
}

type Fault = DisplayStatus['faults'][number];
export type Trouble =
  | 'notPaired'
  | 'offline'
  | 'neverSeen'
  | 'missing'
  | 'behind'
  | 'clock'
  | 'fault'
  | 'notReady'
  | 'refused';

type Waits = Pick<DisplayStatus, 'notReady'>;
const byRule = ({ code, params }: Reason): boolean => code.startsWith('judge.') && params.rule !== undefined;

/** What a rule or a lock keeps off: it is as ready as it will be. */
export const refused = ({ notReady }: Waits): Reason[] => notReady.filter(byRule);
/** What somebody, or a conversion, must still see to. */
export const unready = ({ notReady }: Waits): Reason[] => notReady.filter((why) => !byRule(why));

/** A clock less sure than this shows plainly on neighbouring panels. */
export const UNSURE_CLOCK_MS = 250;
/** A fault older than this is history. */
const RECENT_FAULT_MS = 10 * 60_000;
/** So often among the recent ones it is no accident: somebody should look, also while the display goes on playing. */
const OFTEN = 3;

export function troublesOf({ display, status }: DisplayView, now: number): Trouble[] {
  if (display.pairedAt === null) return ['notPaired'];
  if (!status.connected) return [status.since === null ? 'neverSeen' : 'offline'];
  const found: [Trouble, boolean][] = [
    ['missing', status.missing.files > 0],
    ['behind', status.expectedRevision !== null && status.holdsRevision !== status.expectedRevision],
    ['clock', status.clock !== null && status.clock.errorMs > UNSURE_CLOCK_MS],
    ['fault', faultsThatMatter(status, now).length > 0],
    ['notReady', unready(status).length > 0],
    ['refused', refused(status).length > 0],
  ];
  return found.filter(([, is]) => is).map(([trouble]) => trouble);
}

/** The faults that still ask for somebody. One that the display got over, since something began to play after it, is history. */
export function faultsThatMatter({ faults, playing }: DisplayStatus, now: number): Fault[] {
  const recent = faults.filter(({ at }) => now - at < RECENT_FAULT_MS);
  const passing = recent.filter(({ reason }) => isPassing(reason.code));
  const isOver = (fault: Fault) =>
    passing.includes(fault) && passing.length < OFTEN && playing !== null && playing.startedAt > fault.at;
  return recent.filter((fault) => !isOver(fault));
}

export function toneOf(troubles: readonly Trouble[]): Tone {
  if (troubles.length === 0) return 'green';
  return troubles[0] === 'notPaired' ? 'grey' : 'amber';
}
