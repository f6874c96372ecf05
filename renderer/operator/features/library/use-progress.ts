/** How far the work on each asset is, from the jobs the station reports as they run. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { JobView } from '../../../../electron/contract/api/library';
import type { JobProgress } from '../../../../electron/contract/records/job';
import { orpc } from '../../../client/client';

export type ProgressByAsset = ReadonlyMap<string, JobProgress>;

/** The running job of each asset; where several run, the one that is least far. */
export function progressByAsset(jobs: readonly JobView[]): ProgressByAsset {
  const byAsset = new Map<string, JobProgress>();
  for (const { job, progress } of jobs) {
    if (job.state !== 'running' || job.assetId === null) continue;
    const known = byAsset.get(job.assetId);
    if (known === undefined || (progress.ratio ?? 0) < (known.ratio ?? 0)) byAsset.set(job.assetId, progress);
  }
  return byAsset;
}

export function useProgress(): ProgressByAsset {
  const jobs = useQuery(orpc.jobs.list.queryOptions()).data;
  return useMemo(() => progressByAsset(jobs ?? []), [jobs]);
}
