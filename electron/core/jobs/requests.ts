/** What people and rooms ask of jobs that exist: cancel, pause, retry, prioritise. */
import { type Actor, STATION_ACTOR } from '../../contract/records/audit';
import type { Job } from '../../contract/records/job';
import { type Reason, reason } from '../../contract/scalars';
import type { Clock, Store } from '../store';
import type { Ledger } from './ledger';
import type { Queue } from './queue';
import { ended, isUnfinished, paused, renewed } from './transitions';
import type { Jobs } from './types';

export interface RequestDeps {
  store: Store;
  clock: Clock;
  ledger: Ledger;
  queue: Queue;
  /** Aborts the run of a job, if it runs; `why` is only for the log. */
  abort(id: string, why: string): void;
  givenUp(job: Job, because: Reason): Promise<void>;
}

const CANCELLED = reason('job.cancelled');
const MAY_RETRY: ReadonlySet<Job['state']> = new Set(['failed', 'cancelled', 'waiting']);

export function createRequests(deps: RequestDeps) {
  const { store, clock, ledger, queue, abort } = deps;
  const cancelled = (job: Job) => (isUnfinished(job) ? ended(job, clock.now(), 'cancelled', CANCELLED) : null);

  return {
    async cancel(id, by) {
      const job = await ledger.change(id, cancelled, ask('jobs.cancel', by));
      if (!job) return;
      abort(id, 'cancelled');
      await deps.givenUp(job, CANCELLED);
    },
    async pause(id, pause, by) {
      await ledger.change(id, pause ? hold : letGo, ask('jobs.pause', by));
      if (pause) abort(id, 'paused');
    },
    async retry(id, by) {
      const again = (job: Job) => (MAY_RETRY.has(job.state) ? renewed(job) : null);
      await ledger.change(id, again, ask('jobs.retry', by));
    },
    async prioritise(id, priority, by) {
      const raise = (job: Job) => (isUnfinished(job) ? { ...job, priority } : null);
      await ledger.change(id, raise, ask('jobs.prioritise', by));
    },
    async cancelFor(assetIds) {
      const wanted = new Set(assetIds);
      const ids = [...queue.jobs()].filter((job) => job.assetId && wanted.has(job.assetId)).map((job) => job.id);
      if (ids.length === 0) return;
      await store.commit({ command: 'jobs.cancel', actor: STATION_ACTOR, audited: false }, (tx) => {
        const ends = ids.flatMap((id) => tx.get('job', id) ?? []).flatMap((job) => cancelled(job) ?? []);
        for (const job of ends) tx.put('job', job);
      });
      for (const id of ids) abort(id, 'cancelled');
    },
  } satisfies Partial<Jobs>;
}

function ask(command: string, by: Actor | undefined) {
  return { command, by };
}

function hold(job: Job): Job | null {
  return isUnfinished(job) && job.state !== 'paused' ? paused(job) : null;
}

function letGo(job: Job): Job | null {
  return job.state === 'paused' ? { ...job, state: 'queued' } : null;
}
