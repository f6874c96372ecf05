/** A whole file becomes an asset, or is recognised as one that is there. Read `takeIn` first. */
import fsp from 'node:fs/promises';
import { Failure } from '../../contract/failure';
import { type Asset, NO_ORIGIN } from '../../contract/records/asset';
import type { Actor } from '../../contract/records/audit';
import { newId } from '../../contract/ulid';
import { displayName, printableName } from '../../domain/file-names';
import type { Tx } from '../store';
import { asContentStands } from './known-content';
import { asOriginalStands } from './mended-law';
import { PRIORITY, type Room } from './room';

export interface Arrival {
  path: string;
  originalName: string;
  hash: string;
  bytes: number;
  by: Actor;
  /** Whom the library names; the actor unless said. */
  createdBy?: string;
  createdById?: string | undefined;
  /** Handed in by an agency: pending from the first moment, so that nothing of it can air. */
  agencyId?: string;
  /** Of a copy: what it carries of the asset that it was made of. */
  carried?: Omit<Partial<Asset>, 'state'>;
}

export interface TakenIn {
  asset: Asset;
  duplicate: boolean;
}

/**
 * Moves the file to its place and commits. The file stays where it was until the commit is on disk, so that a crash or
 * a full disk loses nothing: the same arrival can be taken in again.
 * @throws Failure emptyFile, diskFull, readOnly
 */
export async function takeIn(room: Room, arrival: Arrival): Promise<TakenIn> {
  if (arrival.bytes === 0) throw new Failure('emptyFile', { name: printableName(arrival.originalName) });
  return room.locks.run(arrival.hash, async () => {
    const { files, store } = room;
    const fresh = !files.has(arrival.hash);
    if (fresh) await files.place(arrival.path, arrival.hash, true);
    const known = store.assets.byHash(arrival.hash)[0];
    const asset = await (known ? welcomeBack(room, known, arrival) : importNew(room, arrival)).catch(async (fault) => {
      if (fresh && !known) await files.remove(arrival.hash);
      throw fault;
    });
    await fsp.rm(arrival.path, { force: true });
    return { asset, duplicate: known !== undefined };
  });
}

function importNew(room: Room, arrival: Arrival): Promise<Asset> {
  const asset = newAsset(arrival, room.clock.now());
  return room.store.commit({ command: 'library.import', actor: arrival.by }, (tx) => {
    const stored = tx.put('asset', asContentStands(tx, asOriginalStands(tx, asset), room.clock.now()));
    enqueueProbe(room, tx, stored);
    return stored;
  });
}

/**
 * The same content again. If somebody had deleted it, it is wanted after all; handed in by an agency it waits for an approval like anything
 * that comes from there, whatever had been said of it before the office threw it away.
 */
async function welcomeBack({ store }: Room, known: Asset, { by, agencyId }: Arrival): Promise<Asset> {
  if (known.trashedAt === null) return known;
  return store.commit({ command: 'library.restore', actor: by, undoable: true }, (tx) => {
    const now = tx.get('asset', known.id);
    if (!now) throw new Failure('notFound', { what: 'asset', id: known.id });
    const isLet = agencyId !== undefined && now.approval !== 'rejected';
    return tx.put('asset', { ...now, trashedAt: null, ...(isLet ? PENDING : {}) });
  });
}

const PENDING = { approval: 'pending', approvedHash: null } as const;

export function enqueueProbe(room: Pick<Room, 'jobs'>, tx: Tx, asset: Asset): void {
  room.jobs.enqueue(tx, 'probe', {
    input: { assetId: asset.id },
    title: asset.name,
    assetId: asset.id,
    priority: PRIORITY.probe,
  });
}

/** By id too: four eyes are of two people, whatever they are called. */
function makerOf({ by, createdBy, createdById }: Arrival): Pick<Asset, 'createdBy' | 'createdById'> {
  if (createdBy === undefined) return { createdBy: by.name, createdById: by.id };
  return createdById === undefined ? { createdBy } : { createdBy, createdById };
}

export function newAsset(arrival: Arrival, now: number): Asset {
  const originalName = printableName(arrival.originalName);
  return {
    id: newId(now),
    rev: 0,
    state: 'imported',
    name: displayName(originalName),
    originalName,
    hash: arrival.hash,
    bytes: arrival.bytes,
    tags: [],
    notes: '',
    ...NO_ORIGIN,
    ...(arrival.agencyId ? { agencyId: arrival.agencyId, approval: 'pending' as const } : {}),
    createdAt: now,
    ...makerOf(arrival),
    archivedAt: null,
    trashedAt: null,
    ...arrival.carried,
  };
}
