/**
 * The `sweep` job: empties the bin after 30 days, drops renditions nothing needs, removes files nothing names; the last
 * two only when that has been so for a while. Why no display loses what it may still fetch stands in the README.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Asset, isProbed, type ProbedAsset, type ReadyRendition } from '../../contract/records/asset';
import { STATION_ACTOR } from '../../contract/records/audit';
import { profileKey } from '../../domain/profile';
import type { JobContext, JobHandler } from '../jobs';
import type { Reader, Store } from '../store';
import { type Leaving, openLeaving } from './leaving';
import { profilesInUse } from './profiles';
import { type Room, step } from './room';
import { usageOf } from './usage';

const DAY_MS = 24 * 60 * 60_000;
export const BIN_MS = 30 * DAY_MS;
/** A rendition for a display or a trim that is gone is kept so long, in case it comes back. */
export const UNNEEDED_MS = 7 * DAY_MS;
/** A display told late may still be fetching it. Less than the day between sweeps, so that the next one removes it. */
export const UNNAMED_MS = DAY_MS / 2;
/** After a damaged database: time to find what is missing, to save the old one, or to hand the material in again. */
export const AFTER_DAMAGE_MS = 30 * DAY_MS;
/** Assets in one transaction: a few milliseconds of the station's loop. */
const BATCH = 50;
/** Assets read at once; parsing one takes a tenth of a millisecond. */
const PAGE = 20;
/** A command takes several turns of the loop, and must not wait for a page at each of them. */
const PAUSE_MS = 2;

export function sweepJob(room: Room): JobHandler<'sweep'> {
  return async (_input, context) => {
    const leaving = await openLeaving(room.files.dir, room.clock.now());
    await emptyBin(room, context.signal);
    await dropUnneeded(room, leaving, context.signal);
    await removeFiles(room, leaving, context);
    await leaving.save();
  };
}

/** Deletes for good what has been in the bin for 30 days, unless an undo has put it into use again. What was recalled stays as evidence. */
async function emptyBin(room: Room, signal: AbortSignal): Promise<void> {
  const now = room.clock.now();
  const due = room.store.assets
    .trashedBefore(now - BIN_MS)
    .filter(({ id, recalledAt }) => recalledAt === null && usageOf(room.store, id, now).length === 0);
  for (const batch of batches(due)) {
    signal.throwIfAborted();
    await room.store.commit({ command: 'library.emptyBin', actor: STATION_ACTOR }, (tx) => {
      for (const { id } of batch) if (tx.get('asset', id)?.trashedAt != null) tx.remove('asset', id);
    });
  }
}

async function dropUnneeded(room: Room, leaving: Leaving, signal: AbortSignal): Promise<void> {
  const unneeded = unneededBy(room.store, leaving);
  for await (const page of pagesOf(room.store)) {
    signal.throwIfAborted();
    const stale = page.filter((asset) => isProbed(asset) && withoutUnneeded(asset, unneeded) !== asset);
    if (stale.length === 0) continue;
    await step(room, (tx) => {
      for (const { id } of stale) {
        const asset = tx.get('asset', id);
        if (asset && isProbed(asset)) tx.put('asset', withoutUnneeded(asset, unneeded));
      }
    });
  }
}

/** All assets outside the bin, a page at a time, so that others have the loop in between. */
async function* pagesOf({ assets }: Store): AsyncIterable<Asset[]> {
  let last = '';
  for (;;) {
    const page = assets.after(last, PAGE);
    if (page.length === 0) return;
    last = page.at(-1)?.id ?? last;
    yield page.filter(({ trashedAt }) => trashedAt === null);
    await pause(PAUSE_MS);
  }
}

type Unneeded = (asset: Asset, rendition: ReadyRendition) => boolean;

/** Made for no display there is, or for a trim no playlist has, and that for some time. */
function unneededBy(reader: Reader, leaving: Leaving): Unneeded {
  const keys = new Set(profilesInUse(reader).map(profileKey));
  const items = reader.all('playlist').flatMap((playlist) => playlist.items);
  const trims = new Set(items.map(({ assetId, inMs }) => `${assetId} ${inMs}`));
  return ({ id }, { profileKey: key, inMs }) => {
    const needed = key.startsWith('audio') || (keys.has(key) && (inMs === 0 || trims.has(`${id} ${inMs}`)));
    return !needed && leaving.due(`${id} ${key} ${inMs}`, UNNEEDED_MS);
  };
}

/** Something to play is always left. */
function withoutUnneeded(asset: ProbedAsset, unneeded: Unneeded): ProbedAsset {
  const renditions = asset.renditions.filter((each) => each.state !== 'ready' || !unneeded(asset, each));
  const changed = renditions.length < asset.renditions.length;
  return changed && renditions.some(({ state }) => state === 'ready') ? { ...asset, renditions } : asset;
}

async function removeFiles(
  { store, files, locks, log }: Room,
  leaving: Leaving,
  { signal }: JobContext,
): Promise<void> {
  const touched = locks.watch();
  let removed = 0;
  try {
    for await (const hash of files.hashes()) {
      signal.throwIfAborted();
      if (touched.seen(hash) || store.assets.uses(hash)) continue;
      if (!leaving.due(hash, UNNAMED_MS) || leaving.filesHeld) continue;
      await locks.run(hash, () => files.remove(hash));
      removed += 1;
    }
  } finally {
    touched.stop();
    if (removed > 0) log.info({ removed }, 'media files that nothing needs were removed');
  }
}

function* batches<T>(items: readonly T[]): Iterable<T[]> {
  for (let from = 0; from < items.length; from += BATCH) yield items.slice(from, from + BATCH);
}
