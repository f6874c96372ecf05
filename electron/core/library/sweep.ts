/** The `sweep` job: empties the bin after 30 days, drops renditions nothing needs, removes files nothing names. */
import { setImmediate } from 'node:timers/promises';
import { type Asset, isProbed, type ProbedAsset, type ReadyRendition } from '../../contract/records/asset';
import { STATION_ACTOR } from '../../contract/records/audit';
import { profileKey } from '../../domain/profile';
import type { JobContext, JobHandler } from '../jobs';
import type { Reader, Store } from '../store';
import { profilesInUse } from './profiles';
import { type Room, step } from './room';
import { usageOf } from './usage';

const DAY_MS = 24 * 60 * 60_000;
export const BIN_MS = 30 * DAY_MS;
/** A rendition for a display that is gone is kept so long, in case it comes back. */
export const UNNEEDED_MS = 7 * DAY_MS;
/** Assets in one transaction: a few milliseconds of the station's loop. */
const BATCH = 50;
/** Assets read at once; parsing one takes a tenth of a millisecond. */
const PAGE = 20;

/** With `hashes`, only those files are looked at; without, the whole media folder. */
export function sweepJob(room: Room): JobHandler<'sweep'> {
  return async ({ hashes }, context) => {
    await emptyBin(room, context.signal);
    await dropUnneeded(room, context.signal);
    await removeFiles(room, hashes.length > 0 ? hashes : room.files.hashes(), context);
  };
}

/** Deletes for good what has been in the bin for 30 days, unless an undo has put it into use again. */
async function emptyBin(room: Room, signal: AbortSignal): Promise<void> {
  const now = room.clock.now();
  const due = room.store.assets
    .trashedBefore(now - BIN_MS)
    .filter(({ id }) => usageOf(room.store, id, now).length === 0);
  for (const batch of batches(due)) {
    signal.throwIfAborted();
    await room.store.commit({ command: 'library.emptyBin', actor: STATION_ACTOR }, (tx) => {
      for (const { id } of batch) if (tx.get('asset', id)?.trashedAt != null) tx.remove('asset', id);
    });
  }
}

async function dropUnneeded(room: Room, signal: AbortSignal): Promise<void> {
  const unneeded = unneededBy(room.store, room.clock.now());
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
    await setImmediate();
  }
}

type Unneeded = (asset: Asset, rendition: ReadyRendition) => boolean;

/** Made for no display there is, or for a trim no playlist has, some time ago. */
function unneededBy(reader: Reader, now: number): Unneeded {
  const keys = new Set(profilesInUse(reader).map(profileKey));
  const items = reader.all('playlist').flatMap((playlist) => playlist.items);
  const trims = new Set(items.map(({ assetId, inMs }) => `${assetId} ${inMs}`));
  return ({ id }, { profileKey: key, inMs, madeAt }) => {
    if (madeAt > now - UNNEEDED_MS || key.startsWith('audio')) return false;
    return !keys.has(key) || (inMs > 0 && !trims.has(`${id} ${inMs}`));
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
  hashes: Iterable<string> | AsyncIterable<string>,
  { signal }: JobContext,
): Promise<void> {
  const touched = locks.watch();
  let removed = 0;
  try {
    for await (const hash of hashes) {
      signal.throwIfAborted();
      if (touched.seen(hash) || store.assets.uses(hash)) continue;
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
