/** The commands of `jobsApi`. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { jobsApi } from '../../contract/api/library';
import type { Jobs } from './types';

export function jobHandlers(jobs: Jobs): HandlersOf<typeof jobsApi> {
  return {
    list: () => jobs.list(),
    cancel: ({ id }, { actor }) => jobs.cancel(id, actor).then(nothing),
    pause: ({ id, paused }, { actor }) => jobs.pause(id, paused, actor).then(nothing),
    retry: ({ id }, { actor }) => jobs.retry(id, actor).then(nothing),
    prioritise: ({ id, priority }, { actor }) => jobs.prioritise(id, priority, actor).then(nothing),
  };
}

function nothing(): null {
  return null;
}
