/** What becomes of a job whose handler threw: pure, with chance handed in. */
import { Failure, type FailureCode } from '../../contract/failure';
import { Hopeless } from '../../contract/hopeless';
import { Reason, reason } from '../../contract/scalars';

export const MAX_ATTEMPTS = 5;
const FIRST_WAIT_MS = 2_000;
const LONGEST_BACKOFF_MS = 5 * 60_000;

/**
 * Faults of the machine rather than of the work: they are waited out however long it takes, and a person is told.
 * The wait is short for a missing tool, since somebody is likely installing it.
 */
const OUTSIDE: Partial<Record<FailureCode, number>> = { diskFull: 60_000, readOnly: 60_000, toolMissing: 15_000 };

export type FaultVerdict =
  | { kind: 'giveUp'; reason: Reason }
  | { kind: 'wait'; reason: Reason; waitMs: number; counts: boolean; outside: FailureCode | null };

/**
 * @param attempts runs so far, this one included.
 * @param chance 0..1, spreads retries so that many jobs do not come back at once.
 */
export function judgeFault(fault: unknown, attempts: number, chance: number): FaultVerdict {
  const because = reasonOf(fault);
  if (fault instanceof Hopeless) return { kind: 'giveUp', reason: because };
  const outside = outsideCode(fault);
  if (outside) {
    const waitMs = jittered(OUTSIDE[outside] ?? FIRST_WAIT_MS, chance);
    return { kind: 'wait', reason: because, waitMs, counts: false, outside };
  }
  if (attempts >= MAX_ATTEMPTS) return { kind: 'giveUp', reason: because };
  const backoff = Math.min(LONGEST_BACKOFF_MS, FIRST_WAIT_MS * 4 ** Math.max(0, attempts - 1));
  return { kind: 'wait', reason: because, waitMs: jittered(backoff, chance), counts: true, outside: null };
}

/** The fault in words: its own reason where it brings one. */
export function reasonOf(fault: unknown): Reason {
  const own = Reason.safeParse((fault as { reason?: unknown } | null)?.reason);
  if (own.success) return own.data;
  const outside = outsideCode(fault);
  if (outside) return reason(`job.${outside}`, fault instanceof Failure ? fault.data.params : {});
  if (fault instanceof Failure) return reason('job.refused', { code: fault.code });
  return reason('job.fault', { message: messageOf(fault) });
}

function outsideCode(fault: unknown): FailureCode | null {
  if (fault instanceof Failure) return fault.code in OUTSIDE ? fault.code : null;
  const code = (fault as { code?: unknown } | null)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'diskFull';
  return code === 'EROFS' ? 'readOnly' : null;
}

/** Between three quarters and five quarters of `ms`. */
function jittered(ms: number, chance: number): number {
  return Math.round(ms * (0.75 + chance / 2));
}

function messageOf(fault: unknown): string {
  const text = fault instanceof Error ? fault.message : String(fault);
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
