/**
 * The watched folder: what appears in it is copied into the library. Files are left where they are and remembered, not
 * moved aside: the folder is often a share that others sync, and a file that vanishes from it would be fetched again.
 */
import type { Stats } from 'node:fs';
import fsp from 'node:fs/promises';
import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { STATION_ACTOR } from '../../contract/records/audit';
import { type Reason, reason } from '../../contract/scalars';
import { printableName } from '../../domain/file-names';
import { settingsOf } from '../store';
import { enqueueAdoptions } from './adopt';
import { refusedKind } from './kinds';
import { lostNames } from './lost-names';
import { codeOf } from './media-store';
import type { Room } from './room';
import { openSeenFiles, type SeenFiles } from './seen-files';
import { createSettling } from './settling';

export interface WatchFolder {
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface WatchTimes {
  /** A file is whole when its size has not changed for so long. */
  stableMs: number;
  /** How often found files are handed over, and whether the folder is still there is looked at. */
  handOverMs: number;
  checkMs: number;
  /** How often the whole folder is walked anew: many network shares never tell of a new file. */
  walkMs: number;
  /** The second walk comes so soon after the first: a file that appears while the watch is being set up is told by neither. */
  soonMs: number;
}

const TIMES: WatchTimes = { stableMs: 2_000, handOverMs: 500, checkMs: 15_000, walkMs: 5 * 60_000, soonMs: 15_000 };
const DEPTH = 8;
const ALERT = 'library.watch';
const NAMES_ALERT = 'library.watch.names';
/** Hidden files, and the names under which programs keep what they have not finished. */
const UNFINISHED = /^[.~]|\.(part|partial|crdownload|download|tmp|temp|!ut|aria2)$/i;

export function createWatchFolder(room: Room, times: WatchTimes = TIMES): WatchFolder {
  const settling = createSettling(times.stableMs);
  let seen: SeenFiles | null = null;
  let folder: string | null = null;
  let watcher: FSWatcher | null = null;
  let walkedAt = 0;
  let walks = 0;
  let told: Reason | null = null;
  let timers: NodeJS.Timeout[] = [];
  let unsubscribe = () => {};
  /** Turning on, off and over follow one another. */
  let turn = Promise.resolve();

  function inTurn(work: () => Promise<void>): Promise<void> {
    turn = turn.then(work).catch((fault) => room.log.error({ err: fault }, 'watched folder'));
    return turn;
  }

  function notice(file: string, stats: Stats | undefined): void {
    if (!stats || seen?.has(file, stats) || refusedKind(path.basename(file))) return;
    settling.notice(file, stats);
  }

  /** Taken once the jobs are on disk; what the disk refuses is handed over again. */
  async function handOver(): Promise<void> {
    const batch = await settling.whole();
    if (batch.length > 0) {
      const files = batch.map(([file]) => file);
      await enqueueAdoptions(room, files, STATION_ACTOR);
    }
    for (const [file, stats] of batch) {
      seen?.add(file, stats);
      settling.forget(file);
    }
    await seen?.save();
  }

  async function open(target: string): Promise<void> {
    const fault = await problemOf(target, room.dataDir);
    tell(fault);
    if (fault) return;
    const quiet = { alwaysStat: true, ignorePermissionErrors: true, followSymlinks: false };
    walkedAt = performance.now();
    walks += 1;
    watcher = watch(target, { ...quiet, depth: DEPTH, ignored: (file) => isIgnored(target, file) })
      .on('add', notice)
      .on('change', notice)
      .on('unlink', (file) => {
        settling.forget(file);
        seen?.forget(file);
      })
      .on('error', (fault) => room.log.warn({ err: fault, folder: target }, 'watched folder'));
    // Not in turn: on a slow share others would wait for it.
    void tellLost(target);
  }

  async function tellLost(target: string): Promise<void> {
    const isOurs = (name: string) => !UNFINISHED.test(name) && refusedKind(name) === null;
    const [first] = await lostNames(target, DEPTH, isOurs);
    if (folder !== target) return;
    if (first === undefined) return room.alerts.settle(NAMES_ALERT);
    const because = reason('watch.lostName', { name: printableName(first), folder: target });
    room.alerts.raise({ id: NAMES_ALERT, severity: 'warning', at: room.clock.now(), reason: because });
  }

  async function close(): Promise<void> {
    await watcher?.close();
    watcher = null;
  }

  /** Says what is wrong with the folder once, and once that nothing is any more. */
  function tell(fault: Reason | null): void {
    if (fault?.code === told?.code) return;
    told = fault;
    if (fault) room.alerts.raise({ id: ALERT, severity: 'warning', at: room.clock.now(), reason: fault });
    else room.alerts.settle(ALERT);
  }

  /** Follows the setting; opens a folder that came back, closes one that is gone. */
  async function check(): Promise<void> {
    const wanted = settingsOf(room.store).watchFolder;
    const gone = folder !== null && watcher !== null && (await problemOf(folder, room.dataDir)) !== null;
    const old = watcher !== null && performance.now() > walkedAt + (walks === 1 ? times.soonMs : times.walkMs);
    if (wanted !== folder || gone) walks = 0;
    if (wanted !== folder || gone || old) await close();
    if (wanted !== folder) {
      settling.clear();
      room.alerts.settle(NAMES_ALERT);
    }
    if (wanted === null) tell(null);
    folder = wanted;
    if (folder && !watcher) await open(folder);
  }

  return {
    async start() {
      seen = await openSeenFiles(room.files.dir);
      unsubscribe = room.store.committed.subscribe(({ changes }) => {
        if (changes.some(({ record }) => record === 'settings')) void inTurn(check);
      });
      timers = [
        setInterval(() => void inTurn(handOver), times.handOverMs),
        setInterval(() => void inTurn(check), times.checkMs),
      ];
      await inTurn(check);
    },
    async stop() {
      unsubscribe();
      for (const timer of timers) clearInterval(timer);
      await inTurn(close);
      await seen?.save();
    },
  };
}

function isIgnored(root: string, file: string): boolean {
  return path
    .relative(root, file)
    .split(path.sep)
    .some((part) => part !== '..' && UNFINISHED.test(part));
}

async function problemOf(folder: string, dataDir: string) {
  try {
    const [real, own] = await Promise.all([fsp.realpath(folder), fsp.realpath(dataDir)]);
    if (own.startsWith(real + path.sep) || real === own || real.startsWith(own + path.sep)) {
      return reason('watch.ownData', { folder });
    }
    await fsp.readdir(real);
    return null;
  } catch (fault) {
    const unreadable = codeOf(fault) === 'EACCES' || codeOf(fault) === 'EPERM';
    return reason(unreadable ? 'watch.unreadable' : 'watch.gone', { folder });
  }
}
