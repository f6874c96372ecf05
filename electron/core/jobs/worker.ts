/** Runs one job from `running` to its end. */
import { type Job, jobInputs } from '../../contract/records/job';
import { type Reason, reason } from '../../contract/scalars';
import type { Clock } from '../store';
import { type FaultVerdict, judgeFault } from './judge-fault';
import { delay, type Ledger } from './ledger';
import type { OutsideAlerts } from './outside-alerts';
import type { ProgressBoard } from './progress-board';
import { ended, requeued, started, waiting } from './transitions';
import { Hopeless, type JobContext, type Log } from './types';

/** A handler with its input still to be parsed. */
export interface Station {
  work(input: unknown, context: JobContext): Promise<void>;
  givenUp(input: unknown, because: Reason): Promise<void>;
}

export interface WorkerDeps {
  stationFor(job: Job): Station | undefined;
  ledger: Ledger;
  board: ProgressBoard;
  outside: OutsideAlerts;
  clock: Clock;
  log: Log;
  chance: () => number;
  /** Aborted when the whole queue stops. */
  stopping: AbortSignal;
}

/** After a start that the disk refused, the place is held so long. */
const START_REFUSED_MS = 5_000;

export function createWorker(deps: WorkerDeps) {
  const { ledger, board, clock, log } = deps;

  async function begin(id: string): Promise<Job | null> {
    try {
      return await ledger.change(id, (job) =>
        job.state === 'queued' || job.state === 'waiting' ? started(job, clock.now()) : null,
      );
    } catch (fault) {
      log.warn({ err: fault, job: id }, 'job could not be started');
      await delay(START_REFUSED_MS, deps.stopping);
      return null;
    }
  }

  async function work(job: Job, signal: AbortSignal): Promise<FaultVerdict | 'done' | 'aborted'> {
    try {
      signal.throwIfAborted();
      const input = parseInput(job);
      const progress: JobContext['progress'] = (value) => board.report(job.id, value);
      await deps.stationFor(job)?.work(input, { job, signal, progress });
      return 'done';
    } catch (fault) {
      if (signal.aborted) return 'aborted';
      log.warn({ err: fault, job: job.id, name: job.name, attempt: job.attempts }, 'job failed');
      return judgeFault(fault, job.attempts, deps.chance());
    }
  }

  /** Told before `failed` is written: after a crash in between it runs again, and nothing hangs for ever. */
  async function giveUp(job: Job, because: Reason): Promise<void> {
    try {
      await deps.stationFor(job)?.givenUp(job.input, because);
    } catch (fault) {
      log.error({ err: fault, job: job.id }, 'giving up a job failed');
    }
  }

  function next(job: Job, outcome: FaultVerdict | 'done' | 'aborted'): Job {
    if (outcome === 'aborted') return requeued(job);
    if (outcome === 'done') return ended(job, clock.now(), 'done', null);
    if (outcome.kind === 'giveUp') return ended(job, clock.now(), 'failed', outcome.reason);
    return waiting(job, clock.now(), outcome.waitMs, outcome.reason, outcome.counts);
  }

  function tell(job: Job, outcome: FaultVerdict | 'done' | 'aborted'): void {
    if (typeof outcome === 'object' && outcome.kind === 'wait' && outcome.outside) {
      deps.outside.waits(job.id, outcome.outside, outcome.reason, clock.now());
    } else if (outcome !== 'aborted') {
      deps.outside.over(job.id);
    }
  }

  /** Never rejects. What a person decided meanwhile (cancelled, paused, begun anew) stands. */
  return async function run(id: string, signal: AbortSignal): Promise<void> {
    const job = await begin(id);
    if (!job) return;
    const outcome = await work(job, signal);
    board.forget(id);
    tell(job, outcome);
    if (typeof outcome === 'object' && outcome.kind === 'giveUp') await giveUp(job, outcome.reason);
    await ledger.insist(id, (now) => (now.state === 'running' ? next(now, outcome) : null), deps.stopping);
  };
}

function parseInput(job: Job): unknown {
  const parsed = jobInputs[job.name].safeParse(job.input);
  if (parsed.success) return parsed.data;
  throw new Hopeless(reason('job.badInput', { name: job.name }), parsed.error);
}
