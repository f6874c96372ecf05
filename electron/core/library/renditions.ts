/** How an asset's list of renditions moves, and what that makes of the asset. Pure. */
import type { Asset, Decision, ProbedAsset, Rendition } from '../../contract/records/asset';
import type { Profile } from '../../contract/records/display';
import { type Reason, reason } from '../../contract/scalars';
import { audioKey, profileKey } from '../../domain/profile';

/** Names one rendition of an asset. */
export interface Slot {
  profileKey: string;
  inMs: number;
}

/** `profile` null is sound alone, whose loudness the station's settings say. */
export function keyOf(profile: Profile | null, audioLoudnessLufs: number): string {
  return profile ? profileKey(profile) : audioKey(audioLoudnessLufs);
}

export function findSlot(asset: Pick<ProbedAsset, 'renditions'>, slot: Slot): Rendition | undefined {
  return asset.renditions.find((rendition) => isSlot(rendition, slot));
}

/** The asset with this rendition in its slot. Only a ready one displaces a ready one, which goes on playing till then. */
export function withSlot(asset: ProbedAsset, rendition: Rendition): ProbedAsset {
  const old = findSlot(asset, rendition);
  if (old?.state === 'ready' && rendition.state !== 'ready') return asset;
  const others = asset.renditions.filter((other) => !isSlot(other, rendition));
  return { ...asset, renditions: [...others, rendition] };
}

/** The same, and the state that follows. */
export function withRendition(asset: ProbedAsset, rendition: Rendition): Asset {
  return settled(withSlot(asset, rendition));
}

export function withoutSlot(asset: ProbedAsset, slot: Slot): ProbedAsset {
  return { ...asset, renditions: asset.renditions.filter((each) => !isSlot(each, slot)) };
}

/**
 * The state that follows from the renditions: ready when something can play and nothing of the first round is still to
 * come; failed when nothing can play and nothing will. A ready asset stays ready while more are made of it.
 */
export function settled(asset: ProbedAsset): Asset {
  // Nothing is ever made of it for an output; it is there to be looked at.
  if (asset.ppid === 'exempt') return { ...asset, state: 'ready' };
  const queued = asset.renditions.some(({ state }) => state === 'queued');
  const ready = asset.renditions.some(({ state }) => state === 'ready');
  if (ready && (!queued || asset.state === 'ready')) return { ...asset, state: 'ready' };
  if (queued) return { ...asset, state: 'transcoding' };
  return failedAs(asset, asset.renditions[0]?.because[0] ?? reason('library.noRendition'));
}

/** What an asset has in every state. */
export function baseOf(asset: Asset) {
  const { id, rev, name, originalName, hash, bytes, tags, notes, createdAt, createdBy, archivedAt, trashedAt } = asset;
  const { agencyId, category, validFrom, validTo, approval, approvedHash, ppid, ppidReviewBy, subject, recalledAt } =
    asset;
  const maker = asset.createdById === undefined ? { createdBy } : { createdBy, createdById: asset.createdById };
  const law = { approval, approvedHash, ppid, ppidReviewBy, subject, recalledAt };
  const mended = asset.mends ? { mends: asset.mends } : {};
  const origin = { agencyId, category, validFrom, validTo, ...law, ...mended };
  return {
    id,
    rev,
    name,
    originalName,
    hash,
    bytes,
    tags,
    notes,
    ...origin,
    createdAt,
    ...maker,
    archivedAt,
    trashedAt,
  };
}

/** The asset as failed. What was probed is kept; half a set of renditions is not. */
export function failedAs(asset: Asset, failure: Reason): Asset {
  return { ...baseOf(asset), state: 'failed', failure, probe: 'probe' in asset ? asset.probe : null };
}

/** The asset at its very beginning, to be probed anew. */
export function asImported(asset: Asset): Asset {
  return { ...baseOf(asset), state: 'imported' };
}

type Wanted = Slot & { decision: Decision; because: Reason[] };

export function queuedRendition({ profileKey, inMs, decision, because }: Wanted, jobId: string): Rendition {
  return { state: 'queued', profileKey, inMs, decision, because, jobId };
}

export function failedRendition({ profileKey, inMs }: Slot, because: Reason[]): Rendition {
  return { state: 'failed', profileKey, inMs, because };
}

function isSlot(rendition: Rendition, slot: Slot): boolean {
  return rendition.profileKey === slot.profileKey && rendition.inMs === slot.inMs;
}
