/** What the quality check hands to the library: stills of what it found, and mended copies of material. */
import type { MendedFile } from '../../contract/handover';
import { isProbed } from '../../contract/records/asset';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { Approval } from '../../contract/records/matter';
import { hashFile } from './hash';
import { keep } from './make';
import { baseOf } from './renditions';
import { type Room, step } from './room';
import { takeIn } from './take-in';

/** Puts a still beside the asset's pictures. Answers its hash; where the asset is gone meanwhile nothing refers to it, and the sweep takes it. */
export function keepStill(room: Room, assetId: string, file: string): Promise<string> {
  return keep(room, file, async ({ hash }) => {
    await changeStills(room, assetId, (stills) => [...stills.filter((each) => each !== hash), hash]);
    return hash;
  });
}

/** From then on the asset refers to these alone. */
export function setStills(room: Room, assetId: string, hashes: readonly string[]): Promise<void> {
  return changeStills(room, assetId, () => [...new Set(hashes)]);
}

function changeStills(room: Room, assetId: string, change: (stills: readonly string[]) => string[]): Promise<void> {
  return step(room, (tx) => {
    const asset = tx.get('asset', assetId);
    if (!asset || !isProbed(asset)) return;
    const stills = change(asset.pictures.stills ?? []);
    tx.put('asset', { ...asset, pictures: { ...asset.pictures, stills } });
  });
}

/**
 * Takes a mended copy in as a new asset that says and carries what the old one does. Whoever approved the old one has not seen this one: what
 * once needed an approval needs it again. Answers the asset that has this content, which may be one that was there.
 */
export async function takeMended(room: Room, made: MendedFile): Promise<string> {
  const { of, path, id, name, originalName, createdBy, createdById } = made;
  const approval: Approval = of.approval === 'notNeeded' ? 'notNeeded' : 'pending';
  const file = await hashFile(path);
  const carried = {
    ...baseOf(of),
    id,
    rev: 0,
    name,
    originalName,
    ...file,
    approval,
    approvedHash: null,
    mends: { assetId: of.id, hash: of.hash, kinds: [...made.kinds] },
    createdAt: room.clock.now(),
    createdBy,
    createdById,
    archivedAt: null,
    trashedAt: null,
  };
  const { asset } = await takeIn(room, { path, originalName, ...file, by: STATION_ACTOR, createdBy, carried });
  return asset.id;
}
