/**
 * Work that ought to be queued and is not: an asset came out of the bin (restored, or its deletion undone), or a crash
 * fell between two commits. Each asset's own state says what is missing.
 */
import { type Asset, isProbed, type ProbedAsset, type Rendition } from '../../contract/records/asset';
import type { Profile } from '../../contract/records/display';
import { type Job, jobInputs } from '../../contract/records/job';
import { profileKey } from '../../domain/profile';
import { settingsOf, type Tx } from '../store';
import { planOne } from './plan';
import { enqueuePictures } from './probe-job';
import { profilesInUse } from './profiles';
import { queueRendition } from './queue-rendition';
import { keyOf, settled, withoutSlot } from './renditions';
import { mayRender, PRIORITY, type Room, step, workable } from './room';
import { enqueueProbe } from './take-in';

type QueuedRendition = Extract<Rendition, { state: 'queued' }>;

const UNFINISHED = ['imported', 'probing', 'transcoding'] as const;

/** All assets that stand half-way. Run once at start, before jobs begin. */
export function reconcileAll(room: Room): Promise<void> {
  return reconcile(
    room,
    room.store.assets.byState(UNFINISHED).map(({ id }) => id),
  );
}

export async function reconcile(room: Room, assetIds: readonly string[]): Promise<void> {
  const lacking = assetIds.filter((id) => {
    const asset = workable(room.store, id);
    return asset !== null && lacksWork(room, asset);
  });
  if (lacking.length === 0) return;
  await step(room, (tx) => {
    for (const id of lacking) enqueueLacking(room, tx, id);
  });
}

function lacksWork({ jobs }: Room, asset: Asset): boolean {
  if (asset.state === 'failed') return false;
  const unfinished = jobs.unfinishedFor(asset.id);
  if (unfinished.some(({ name }) => name === 'probe')) return false;
  if (!isProbed(asset)) return true;
  return orphansOf(asset, unfinished).length > 0 || lacksPictures(asset, unfinished);
}

function enqueueLacking(room: Room, tx: Tx, id: string): void {
  const asset = workable(tx, id);
  if (!asset) return;
  if (!isProbed(asset)) {
    enqueueProbe(room, tx, asset);
    return;
  }
  const unfinished = room.jobs.unfinishedFor(id);
  if (lacksPictures(asset, unfinished)) enqueuePictures(room.jobs, tx, asset);
  const orphans = orphansOf(asset, unfinished);
  if (orphans.length === 0) return;
  tx.put('asset', settled(orphans.reduce((healed, orphan) => adopted(room, tx, healed, orphan), asset)));
}

/** A new job for it; one that no display wants any more is dropped. */
function adopted(room: Room, tx: Tx, asset: ProbedAsset, orphan: QueuedRendition): ProbedAsset {
  const profile = profileOf(tx, orphan);
  const bare = withoutSlot(asset, orphan);
  if (profile === undefined) return bare;
  return queueRendition(room.jobs, tx, bare, planOne(tx, asset.probe, profile, orphan.inMs), PRIORITY.rendition);
}

/** Its profile by its dead job, else by its key among those in use. */
function profileOf(tx: Tx, { jobId, profileKey: key }: QueuedRendition): Profile | null | undefined {
  const input = jobInputs.rendition.safeParse(tx.get('job', jobId)?.input);
  if (input.success) return input.data.profile;
  if (keyOf(null, settingsOf(tx).audioLoudnessLufs) === key) return null;
  return profilesInUse(tx).find((profile) => profileKey(profile) === key);
}

function orphansOf(asset: ProbedAsset, unfinished: readonly Job[]): QueuedRendition[] {
  if (!mayRender(asset)) return [];
  const queued = asset.renditions.filter((rendition) => rendition.state === 'queued');
  return queued.filter(({ jobId }) => !unfinished.some(({ id }) => id === jobId));
}

function lacksPictures({ pictures }: ProbedAsset, unfinished: readonly Job[]): boolean {
  if (unfinished.some(({ name }) => name === 'pictures')) return false;
  return pictures.thumbnail === null && pictures.waveform === null;
}
