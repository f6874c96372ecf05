/** The `probe` job: what is this file, which renditions does it need, and which of them it already is. */
import { Hopeless } from '../../contract/hopeless';
import {
  type Asset,
  isProbed,
  type Pictures,
  type Probe,
  type ProbedAsset,
  type ReadyRendition,
} from '../../contract/records/asset';
import { type Reason, reason } from '../../contract/scalars';
import type { JobHandler, Jobs } from '../jobs';
import type { Tx } from '../store';
import { readyRendition } from './make';
import { isFeasible, type Plan, plansFor } from './plan';
import { queueRendition } from './queue-rendition';
import { baseOf, failedAs, settled, withSlot } from './renditions';
import { mayRender, PRIORITY, type Room, step, workable } from './room';

const NO_PICTURES: Pictures = { thumbnail: null, filmstrip: null, waveform: null };

export function probeJob(room: Room): JobHandler<'probe'> {
  return async ({ assetId }, { signal, progress }) => {
    const asset = await begin(room, assetId);
    if (!asset) return;
    const probe = await room.media.probe(sourceOf(room, asset), asset.originalName, { signal, progress });
    const plans = plansFor(room.store, probe).map((plan) => drawnAnew(room, assetId, plan));
    const ready = await describeAsIs(room, asset, probe, plans);
    await step(room, (tx) => finish(room, tx, assetId, probe, plans, ready));
  };
}

/** What is drawn is drawn for each panel: its source serves none as it is. */
function drawnAnew({ drawnBy }: Room, assetId: string, plan: Plan): Plan {
  return plan.decision === 'as-is' && drawnBy?.isDrawn(assetId) ? { ...plan, decision: 'transcode' } : plan;
}

/** A file that is no media at all fails; one that had been probed before stays what it was. */
export function probeGivenUp(room: Room): (input: { assetId: string }, because: Reason) => Promise<void> {
  return ({ assetId }, because) =>
    step(room, (tx) => {
      const asset = tx.get('asset', assetId);
      if (asset && (asset.state === 'imported' || asset.state === 'probing')) tx.put('asset', failedAs(asset, because));
    });
}

/** Path of the asset's own file. @throws Hopeless when it has vanished from the media folder. */
export function sourceOf({ files }: Room, asset: Asset): string {
  if (!files.has(asset.hash)) throw new Hopeless(reason('library.sourceGone', { name: asset.name }));
  return files.pathOf(asset.hash);
}

function begin(room: Room, assetId: string): Promise<Asset | null> {
  return step(room, (tx) => {
    const asset = workable(tx, assetId);
    return asset?.state === 'imported' ? tx.put('asset', { ...asset, state: 'probing' }) : asset;
  });
}

async function describeAsIs(room: Room, asset: Asset, probe: Probe, plans: Plan[]): Promise<ReadyRendition[]> {
  const asIs = plans.filter(isFeasible).filter(({ decision }) => decision === 'as-is');
  if (asIs.length === 0) return [];
  const described = await room.media.describe(sourceOf(room, asset), probe);
  const { hash, bytes } = asset;
  return asIs.map((plan) => readyRendition(plan, { hash, bytes }, described, room.clock.now()));
}

function finish(room: Room, tx: Tx, assetId: string, probe: Probe, plans: Plan[], ready: ReadyRendition[]): void {
  const asset = workable(tx, assetId);
  if (!asset) return;
  let probed = withProbe(asset, probe);
  if (!mayRender(asset)) return keepProbed(room, tx, asset, probed);
  for (const rendition of ready) probed = withSlot(probed, rendition);
  for (const plan of plans) {
    if (plan.decision !== 'as-is') probed = queueRendition(room.jobs, tx, probed, plan, PRIORITY.rendition);
  }
  keepProbed(room, tx, asset, probed);
}

function keepProbed(room: Room, tx: Tx, asset: Asset, probed: ProbedAsset): void {
  const kept = tx.put('asset', settled(probed));
  enqueuePictures(room.jobs, tx, asset);
  room.onProbed?.(tx, kept);
}

/** What it had before is kept: a ready rendition plays on until a new one takes its place. */
function withProbe(asset: Asset, probe: Probe): ProbedAsset {
  const { pictures, renditions } = isProbed(asset) ? asset : { pictures: NO_PICTURES, renditions: [] };
  return { ...baseOf(asset), state: asset.state === 'ready' ? 'ready' : 'transcoding', probe, pictures, renditions };
}

export function enqueuePictures(jobs: Jobs, tx: Tx, { id, name }: Asset): void {
  if (jobs.unfinishedFor(id).some((job) => job.name === 'pictures')) return;
  jobs.enqueue(tx, 'pictures', { input: { assetId: id }, title: name, assetId: id, priority: PRIORITY.pictures });
}
