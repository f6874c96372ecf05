/** What rooms see of the job queue. */
import type { Alert } from '../../contract/live';
import type { Actor } from '../../contract/records/audit';
import type { Job, JobInput, JobName, JobProgress, JobState } from '../../contract/records/job';
import type { Reason } from '../../contract/scalars';
import type { Topic, Tx } from '../store';

export interface JobContext {
  job: Job;
  /** Aborted on cancel, pause and stop. A handler cleans up and throws the signal's reason. */
  signal: AbortSignal;
  /** Cheap; published at most four times a second. */
  progress(progress: JobProgress): void;
}

/** Idempotent: it may be run again from the start after a crash. */
export type JobHandler<N extends JobName> = (input: JobInput<N>, context: JobContext) => Promise<void>;

/** Thrown by a handler when trying again cannot help. It stands in the contract, since media throws it too. */
export { Hopeless } from '../../contract/hopeless';

export interface Enqueue<N extends JobName> {
  input: JobInput<N>;
  title: string;
  assetId?: string | null;
  priority?: number;
}

/** Where a room says that something needs a person, and that it no longer does. */
export interface Alerts {
  raise(alert: Alert): void;
  settle(id: string): void;
}

/** What a room needs of pino. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface Jobs {
  register<N extends JobName>(
    name: N,
    handler: JobHandler<N>,
    /** Told when it failed for good or was cancelled by itself; may be told twice after a crash. */
    onGivenUp?: (input: JobInput<N>, reason: Reason) => Promise<void>,
  ): void;
  /** Adds a job inside the transaction that needs it; it starts after the commit. */
  enqueue<N extends JobName>(tx: Tx, name: N, job: Enqueue<N>): Job;
  /** Unfinished first, then recent; at most 200 unless said. */
  list(most?: number): { job: Job; progress: JobProgress }[];
  /** What is not finished yet and works for this asset; null for what works for none. */
  unfinishedFor(assetId: string | null): Job[];
  /** These four are audited under `by`, when a person asked. @throws Failure notFound */
  cancel(id: string, by?: Actor): Promise<void>;
  pause(id: string, paused: boolean, by?: Actor): Promise<void>;
  /** A failed, cancelled or waiting job begins anew at once, its past attempts forgotten. */
  retry(id: string, by?: Actor): Promise<void>;
  prioritise(id: string, priority: number, by?: Actor): Promise<void>;
  /** Cancels what works for these assets; nobody is told that it was given up. */
  cancelFor(assetIds: readonly string[]): Promise<void>;
  readonly progressed: Topic<{ id: string; state: JobState; progress: JobProgress }>;
  /** Takes up what a crash left and begins to work. */
  start(): void;
  /** Aborts what runs (it will be taken up again) and waits for it. */
  stop(): Promise<void>;
}
