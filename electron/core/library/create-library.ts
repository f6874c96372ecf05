/** The library: what comes in, what is made of it, and what may go. */
import fsp from 'node:fs/promises';
import type { HandlersOf } from '../../contract/api/handlers';
import type { libraryApi } from '../../contract/api/library';
import type { FinishedUpload, MediaFile, MendedFile } from '../../contract/handover';
import type { Asset } from '../../contract/records/asset';
import type { Alerts, Jobs, Log } from '../jobs';
import { createKeyLocks } from '../key-locks';
import type { Media } from '../media/types';
import type { Clock, Committed, Store, Tx } from '../store';
import { adoptGivenUp, adoptJob } from './adopt-job';
import { libraryHandlers } from './commands';
import { admitUpload, createMediaLookup, finishUpload } from './doors';
import { takeDrawn } from './drawn';
import type { DrawnArrival, DrawnBy } from './drawn-by';
import { ensureRenditions, type Need } from './ensure';
import { createFreshness } from './freshness';
import { keepContentsStanding } from './known-content';
import { holdFiles } from './leaving';
import { withFolder } from './make';
import { createMediaStore } from './media-store';
import { keepStill, setStills, takeMended } from './mended';
import { picturesJob } from './pictures-job';
import { probeGivenUp, probeJob, sourceOf } from './probe-job';
import { reconcile, reconcileAll } from './reconcile';
import { renditionGivenUp, renditionJob } from './rendition-job';
import { PRIORITY, type Room, STEP, step } from './room';
import { AFTER_DAMAGE_MS, sweepJob } from './sweep';
import { usageOf } from './usage';
import { createWatchFolder, type WatchTimes } from './watch-folder';

export interface LibraryDeps {
  store: Store;
  jobs: Jobs;
  media: Media;
  clock: Clock;
  log: Log;
  dataDir: string;
  alerts?: Alerts;
  /** Bytes of the disk kept free of media; 200 MB unless said. */
  reserveBytes?: number;
  watchTimes?: WatchTimes;
  drawnBy?: DrawnBy;
  /** Told within the commit that a probe ends with. */
  onProbed?(tx: Tx, asset: Asset): void;
}

export interface Library {
  handlers: HandlersOf<typeof libraryApi>;
  /** @throws Failure emptyFile, unsupportedMedia, diskFull */
  admitUpload(upload: { originalName: string; bytes: number | null }): Promise<void>;
  /** Consumes the file once its asset is committed; where it fails the file stays. @throws Failure */
  finishUpload(upload: FinishedUpload): Promise<{ assetId: string; duplicate: boolean }>;
  media(hash: string): MediaFile | null;
  /** A picture drawn by another room becomes an asset, or the new source of one. */
  takeDrawn(arrival: DrawnArrival): Promise<Asset>;
  /** Where an asset's own file is. @throws Hopeless where it is gone */
  sourceOf(asset: Asset): string;
  /** A folder for what is being made, cleared afterwards. */
  withFolder<T>(work: (dir: string) => Promise<T>): Promise<T>;
  /** Puts a still beside an asset's pictures and answers its hash. */
  keepStill(assetId: string, file: string): Promise<string>;
  setStills(assetId: string, hashes: readonly string[]): Promise<void>;
  /** A mended copy becomes an asset of its own; answers which one has that content. */
  takeMended(made: MendedFile): Promise<string>;
  /** Places that name an asset, as they stand. */
  usesOf(assetId: string): ReturnType<typeof usageOf>;
  /** Queues what is missing, ahead of ordinary work; free when nothing is. */
  ensureRenditions(needs: readonly Need[]): Promise<void>;
  /** Bytes of all media on disk, counted by walking. */
  mediaBytes(): Promise<number>;
  /** Before `jobs.start()`: clears what a crash left half-made and takes up what it left undone. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const SWEEP_EVERY_MS = 24 * 60 * 60_000;
const SILENT: Alerts = { raise: () => {}, settle: () => {} };

export function createLibrary(deps: LibraryDeps): Library {
  const { store, jobs, log } = deps;
  const files = createMediaStore(deps.dataDir, deps.reserveBytes);
  const room: Room = { ...deps, alerts: deps.alerts ?? SILENT, files, locks: createKeyLocks() };
  const freshness = createFreshness(store);
  const watched = createWatchFolder(room, deps.watchTimes);
  let unsubscribe = () => {};
  let timer: NodeJS.Timeout | undefined;

  jobs.register('probe', probeJob(room), probeGivenUp(room));
  jobs.register('pictures', picturesJob(room));
  jobs.register('rendition', renditionJob(room), renditionGivenUp(room));
  jobs.register('adopt', adoptJob(room), adoptGivenUp(room));
  jobs.register('sweep', sweepJob(room));

  function follow(committed: Committed): void {
    freshness.note(committed);
    if (committed.command === STEP || !committed.command.startsWith('library.')) return;
    const ids = committed.changes.filter(({ record }) => record === 'asset').map(({ id }) => id);
    if (ids.length > 0) void catchUp(room, ids);
  }

  return {
    handlers: libraryHandlers(room, freshness),
    admitUpload: (upload) => admitUpload(room, upload),
    finishUpload: (upload) => finishUpload(room, upload),
    media: createMediaLookup(room),
    takeDrawn: (arrival) => takeDrawn(room, arrival),
    sourceOf: (asset) => sourceOf(room, asset),
    withFolder: (work) => withFolder(room, work),
    keepStill: (assetId, file) => keepStill(room, assetId, file),
    setStills: (assetId, hashes) => setStills(room, assetId, hashes),
    takeMended: (made) => takeMended(room, made),
    usesOf: (assetId) => usageOf(store, assetId, deps.clock.now()),
    ensureRenditions: (needs) => ensureRenditions(room, needs),
    mediaBytes: () => mediaBytes(room),
    async start() {
      const left = await files.open();
      if (left > 0) log.info({ left }, 'half-made files of the last run were cleared');
      await keepAfterDamage(room);
      await keepContentsStanding(room);
      unsubscribe = store.committed.subscribe(follow);
      await reconcileAll(room);
      await enqueueSweep(room);
      timer = setInterval(() => void enqueueSweep(room), SWEEP_EVERY_MS);
      await watched.start();
    },
    async stop() {
      clearInterval(timer);
      unsubscribe();
      await watched.stop();
    },
  };
}

/** Into the bin: its work ends. Out of it, by whatever way (restored, undone, uploaded again): its work goes on. */
async function catchUp(room: Room, ids: readonly string[]): Promise<void> {
  try {
    const binned = ids.filter((id) => room.store.get('asset', id)?.trashedAt != null);
    await room.jobs.cancelFor(binned);
    await reconcile(room, ids);
  } catch (fault) {
    room.log.warn({ err: fault }, 'jobs did not follow a command; they do at the next start');
  }
}

const BEGAN_OLDER = new Set(['store.databaseFromCopy', 'store.databaseLost']);

/** A database from a backup, or a new one, does not name what came in since: the sweep must not take that for waste. */
async function keepAfterDamage({ store, files, clock, log }: Room): Promise<void> {
  if (!store.recovered.some(({ code }) => BEGAN_OLDER.has(code))) return;
  await holdFiles(files.dir, clock.now() + AFTER_DAMAGE_MS);
  log.warn({}, 'the database was restored: media files that it does not name are kept for 30 days');
}

async function enqueueSweep(room: Room): Promise<void> {
  if (room.jobs.unfinishedFor(null).some((job) => job.name === 'sweep')) return;
  const job = { input: {}, title: 'sweep', priority: PRIORITY.sweep };
  await step(room, (tx) => room.jobs.enqueue(tx, 'sweep', job)).catch((fault) =>
    room.log.warn({ err: fault }, 'the sweep could not be queued'),
  );
}

async function mediaBytes({ files }: Room): Promise<number> {
  let sum = 0;
  for await (const hash of files.hashes()) {
    sum += await fsp.stat(files.pathOf(hash)).then(
      ({ size }) => size,
      () => 0,
    );
  }
  return sum;
}
