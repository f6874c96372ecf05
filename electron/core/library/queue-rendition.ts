/** Asks for one rendition inside a transaction, once: a job already on its way is only hurried. */
import type { Asset, ProbedAsset } from '../../contract/records/asset';
import { type Job, type JobInput, jobInputs } from '../../contract/records/job';
import { profileKey } from '../../domain/profile';
import type { Jobs } from '../jobs';
import type { Reader, Tx } from '../store';
import { isFeasible, type Plan } from './plan';
import { failedRendition, findSlot, queuedRendition, withSlot } from './renditions';

/** The asset with the rendition queued; with the reason where it cannot be made; or as it was where a ready one plays on until the new one is made. */
export function queueRendition(jobs: Jobs, tx: Tx, asset: ProbedAsset, plan: Plan, priority: number): ProbedAsset {
  if (!isFeasible(plan)) return withSlot(asset, failedRendition(plan, plan.because));
  const underWay = jobUnderWay(jobs, tx, asset, plan);
  if (underWay) hurry(tx, underWay, priority);
  const job = underWay ?? enqueue(jobs, tx, asset, plan, priority);
  return withSlot(asset, queuedRendition(plan, job.id));
}

/** The job, unless it has ended. */
export function liveJob(reader: Reader, id: string): Job | undefined {
  const job = reader.get('job', id);
  return job && job.endedAt === null ? job : undefined;
}

function jobUnderWay(jobs: Jobs, tx: Tx, asset: ProbedAsset, plan: Plan): Job | undefined {
  const slot = findSlot(asset, plan);
  const named = slot?.state === 'queued' ? liveJob(tx, slot.jobId) : undefined;
  return named ?? jobs.unfinishedFor(asset.id).find((job) => makes(job, plan));
}

function enqueue(jobs: Jobs, tx: Tx, { id, name }: Asset, { profile, inMs }: Plan, priority: number): Job {
  return jobs.enqueue(tx, 'rendition', { input: { assetId: id, profile, inMs }, title: name, assetId: id, priority });
}

function hurry(tx: Tx, { id }: Job, priority: number): void {
  const job = tx.get('job', id);
  if (job && job.priority < priority) tx.put('job', { ...job, priority });
}

function makes(job: Job, plan: Plan): boolean {
  if (job.name !== 'rendition') return false;
  const input = jobInputs.rendition.safeParse(job.input);
  return input.success && isSame(input.data, plan);
}

function isSame(input: JobInput<'rendition'>, plan: Plan): boolean {
  if (input.inMs !== plan.inMs) return false;
  if (!input.profile || !plan.profile) return input.profile === plan.profile;
  return profileKey(input.profile) === profileKey(plan.profile);
}
