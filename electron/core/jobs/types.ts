/** What rooms see of the job queue. */
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

export interface Jobs {
  register<N extends JobName>(
    name: N,
    handler: JobHandler<N>,
    onGivenUp?: (input: JobInput<N>, reason: Reason) => Promise<void>,
  ): void;
  /** Adds a job inside the transaction that needs it; it starts after the commit. */
  enqueue<N extends JobName>(tx: Tx, name: N, job: Enqueue<N>): Job;
  /** Unfinished first, then recent. */
  list(): { job: Job; progress: JobProgress }[];
  cancel(id: string): Promise<void>;
  pause(id: string, paused: boolean): Promise<void>;
  retry(id: string): Promise<void>;
  prioritise(id: string, priority: number): Promise<void>;
  /** Cancels what works for these assets. */
  cancelFor(assetIds: readonly string[]): Promise<void>;
  readonly progressed: Topic<{ id: string; state: JobState; progress: JobProgress }>;
  /** Takes up what a crash left and begins to work. */
  start(): void;
  /** Aborts what runs (it will be taken up again) and waits for it. */
  stop(): Promise<void>;
}
