/** Tells people of faults of the machine that jobs wait out (full disk, missing ffmpeg), and when they are over. */
import type { FailureCode } from '../../contract/failure';
import type { Reason } from '../../contract/scalars';
import type { Alerts } from './types';

export interface OutsideAlerts {
  waits(jobId: string, code: FailureCode, because: Reason, now: number): void;
  /** The job ended, or waits for something else. */
  over(jobId: string): void;
}

export function createOutsideAlerts(alerts: Alerts): OutsideAlerts {
  const waiting = new Map<FailureCode, Set<string>>();

  function over(jobId: string): void {
    for (const [code, ids] of waiting) {
      if (ids.delete(jobId) && ids.size === 0) alerts.settle(`job.${code}`);
    }
  }

  return {
    over,
    waits(jobId, code, because, now) {
      const ids = waiting.get(code) ?? new Set();
      waiting.set(code, ids);
      if (ids.size === 0) alerts.raise({ id: `job.${code}`, severity: 'error', at: now, reason: because });
      ids.add(jobId);
    },
  };
}
