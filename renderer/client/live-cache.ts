/** Puts what the station pushes into the query cache. Each answers false when the cache does not know the thing yet. */
import type { Query, QueryClient } from '@tanstack/react-query';
import type { DisplayStatus, LiveEvent } from '../../electron/contract/live';
import { orpc } from './client';

type JobEvent = Extract<LiveEvent, { type: 'job' }>;

export function applyJobProgress(queries: QueryClient, event: JobEvent): boolean {
  const key = orpc.jobs.list.queryKey();
  const jobs = queries.getQueryData(key);
  const known = jobs?.find(({ job }) => job.id === event.id);
  if (!jobs || !known) return false;
  const moved = { job: { ...known.job, state: event.state }, progress: event.progress };
  queries.setQueryData(
    key,
    jobs.map((view) => (view === known ? moved : view)),
  );
  // A job that changes its state also changes times and failure, which the event does not carry.
  return known.job.state === event.state;
}

export function applyDisplayStatus(queries: QueryClient, status: DisplayStatus): boolean {
  const key = orpc.displays.list.queryKey();
  const displays = queries.getQueryData(key);
  if (!displays?.some(({ display }) => display.id === status.displayId)) return false;
  queries.setQueryData(
    key,
    displays.map((view) => (view.display.id === status.displayId ? Object.assign({}, view, { status }) : view)),
  );
  return true;
}

/** A long list that a person has scrolled into is not asked anew page by page under their eyes; they ask for it. */
export function isShort(query: Query): boolean {
  const data = query.state.data;
  return !(
    typeof data === 'object' &&
    data !== null &&
    'pages' in data &&
    Array.isArray(data.pages) &&
    data.pages.length > 1
  );
}
