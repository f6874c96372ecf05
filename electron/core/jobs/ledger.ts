/** Writes job states: bookkeeping commits, audited only when a person asked. */
import { Failure } from '../../contract/failure';
import { type Actor, STATION_ACTOR } from '../../contract/records/audit';
import type { Job } from '../../contract/records/job';
import type { Store } from '../store';
import type { Log } from './types';

export interface Ledger {
  /**
   * Changes a job as it stands at that moment; `change` answers null to leave it. Resolves with what was written.
   * @throws Failure notFound, or what the store says.
   */
  change(
    id: string,
    change: (job: Job) => Job | null,
    ask?: { command: string; by: Actor | undefined },
  ): Promise<Job | null>;
  /** The same for what must not be lost: a disk that is full is waited out, until `signal`. Never throws. */
  insist(id: string, change: (job: Job) => Job | null, signal: AbortSignal): Promise<Job | null>;
}

export function createLedger(store: Store, log: Log): Ledger {
  const change: Ledger['change'] = (id, alter, ask) => {
    const { command, by } = ask ?? { command: 'jobs.step', by: undefined };
    return store.commit({ command, actor: by ?? STATION_ACTOR, audited: by !== undefined }, (tx) => {
      const job = tx.get('job', id);
      if (!job) throw new Failure('notFound', { what: 'job', id });
      const next = alter(job);
      return next && tx.put('job', next);
    });
  };

  const insist: Ledger['insist'] = async (id, alter, signal) => {
    for (let waitMs = 250; ; waitMs = Math.min(waitMs * 2, 10_000)) {
      try {
        return await change(id, alter);
      } catch (fault) {
        log.warn({ err: fault, job: id }, 'job state could not be written');
        if (!isDiskTrouble(fault) || signal.aborted) return null;
        await delay(waitMs, signal);
      }
    }
  };

  return { change, insist };
}

/** Resolves after `ms`, or at once when `signal` aborts. */
export function delay(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(end, ms);
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    }
    signal.addEventListener('abort', end);
  });
}

function isDiskTrouble(fault: unknown): boolean {
  return fault instanceof Failure && (fault.code === 'diskFull' || fault.code === 'readOnly');
}
