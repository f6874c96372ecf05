/** How a job changes state: pure, each from any state to the next. */
import type { Job, JobState } from '../../contract/records/job';
import type { Reason } from '../../contract/scalars';

const UNFINISHED: ReadonlySet<JobState> = new Set(['queued', 'running', 'waiting', 'paused']);

export function isUnfinished(job: Job): boolean {
  return UNFINISHED.has(job.state);
}

export function started(job: Job, now: number): Job {
  return { ...job, state: 'running', attempts: job.attempts + 1, startedAt: now, notBefore: null, failure: null };
}

/** Back into the queue through no fault of its own (a stop, a crash): the run does not count. */
export function requeued(job: Job): Job {
  return { ...job, state: 'queued', attempts: Math.max(0, job.attempts - 1), notBefore: null, startedAt: null };
}

/** A person asks for it anew: its past failures are forgotten. */
export function renewed(job: Job): Job {
  return { ...job, state: 'queued', attempts: 0, notBefore: null, failure: null, startedAt: null, endedAt: null };
}

export function paused(job: Job): Job {
  const before = job.state === 'running' ? requeued(job) : job;
  return { ...before, state: 'paused', notBefore: null, startedAt: null };
}

export function waiting(job: Job, now: number, waitMs: number, failure: Reason, counts: boolean): Job {
  const attempts = counts ? job.attempts : Math.max(0, job.attempts - 1);
  return { ...job, state: 'waiting', attempts, notBefore: now + waitMs, failure, startedAt: null };
}

export function ended(job: Job, now: number, state: 'done' | 'failed' | 'cancelled', failure: Reason | null): Job {
  return { ...job, state, notBefore: null, failure, endedAt: now };
}
