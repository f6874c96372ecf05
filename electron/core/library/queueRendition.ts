/** Asks for one rendition inside a transaction, once: a job already on its way is only hurried. */
import type { Asset, ProbedAsset } from '../../contract/records/asset';
import { type Job, type JobInput, jobInputs } from '../../contract/records/job';
import type { Jobs } from '../jobs';
import type { Tx } from '../store';
import type { Plan } from './plan';
import { queuedRendition, withSlot } from './renditions';
import { profileKey } from '../../domain/profile';

/** The asset with the rendition queued, or as it was where a ready one plays on until the new one is made. */
export function queueRendition(jobs: Jobs, tx: Tx, asset: ProbedAsset, plan: Plan, priority: number): ProbedAsset {
  const underWay = jobs.unfinishedFor(asset.id).find((job) => makes(job, plan));
  if (underWay) hurry(tx, underWay, priority);
  const job = underWay ?? enqueue(jobs, tx, asset, plan, priority);
  return withSlot(asset, queuedRendition(plan, plan.decision, plan.because, job.id));
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
