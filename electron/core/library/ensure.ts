/** Renditions that a timeline needs and nobody has asked for yet: a trim, a new display, a changed profile. */
import { isProbed } from '../../contract/records/asset';
import type { Profile } from '../../contract/records/display';
import { type Reader, settingsOf, type Tx } from '../store';
import { planOne } from './plan';
import { liveJob, queueRendition } from './queue-rendition';
import { findSlot, keyOf, settled } from './renditions';
import { mayRender, PRIORITY, type Room, step, workable } from './room';

export interface Need {
  assetId: string;
  /** Null is sound alone. */
  profile: Profile | null;
  /** Trim-in in the source; 0 is its beginning. */
  inMs: number;
}

/**
 * Queues what is missing, ahead of ordinary work, and hurries what is queued; what failed is left for a person to
 * retry. Cheap when nothing is missing: then nothing is committed.
 */
export async function ensureRenditions(room: Room, needs: readonly Need[]): Promise<void> {
  const missing = distinct(room.store, needs).filter((need) => isMissing(room.store, need));
  if (missing.length === 0) return;
  await step(room, (tx) => {
    for (const need of missing) if (isMissing(tx, need)) queue(room, tx, need);
  });
}

function distinct(reader: Reader, needs: readonly Need[]): Need[] {
  const lufs = settingsOf(reader).audioLoudnessLufs;
  const named = needs.map((need) => [`${need.assetId} ${keyOf(need.profile, lufs)} ${need.inMs}`, need] as const);
  return [...new Map(named).values()];
}

function isMissing(reader: Reader, { assetId, profile, inMs }: Need): boolean {
  const asset = workable(reader, assetId);
  if (!asset || !isProbed(asset) || !mayRender(asset)) return false;
  const found = findSlot(asset, { profileKey: keyOf(profile, settingsOf(reader).audioLoudnessLufs), inMs });
  if (found?.state !== 'queued') return found === undefined;
  const job = liveJob(reader, found.jobId);
  return !job || job.priority < PRIORITY.needed;
}

function queue(room: Room, tx: Tx, { assetId, profile, inMs }: Need): void {
  const asset = workable(tx, assetId);
  if (!asset || !isProbed(asset) || !mayRender(asset)) return;
  const plan = planOne(tx, asset.probe, profile, inMs);
  tx.put('asset', settled(queueRendition(room.jobs, tx, asset, plan, PRIORITY.needed)));
}
