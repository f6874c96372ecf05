/** The unfinished jobs in memory, kept as the store has them, so that picking one never reads the disk. */
import type { Job } from '../../contract/records/job';
import type { Store } from '../store';
import { isUnfinished } from './transitions';

export interface Queue {
  jobs(): Iterable<Job>;
  /** Reads what is on disk. */
  load(): void;
  close(): void;
}

/** `onMoved` hears of each job that a commit touched, as it is now. */
export function createQueue(store: Store, onMoved: (job: Job) => void): Queue {
  const jobs = new Map<string, Job>();

  function take(id: string): void {
    const job = store.get('job', id);
    if (job && isUnfinished(job)) jobs.set(id, job);
    else jobs.delete(id);
    if (job) onMoved(job);
  }

  const unsubscribe = store.committed.subscribe(({ changes }) => {
    for (const change of changes) if (change.record === 'job') take(change.id);
  });

  return {
    jobs: () => jobs.values(),
    load() {
      for (const job of store.jobs.unfinished()) jobs.set(job.id, job);
    },
    close: unsubscribe,
  };
}
