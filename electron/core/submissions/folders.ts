/**
 * A watched folder of an agency: each file that has come to rest in it becomes a draft. Files stay where they are; what has been taken
 * is known by its content, so that a restart takes nothing twice. A file is hashed where it lies, and copied only when it is to be taken.
 */
import { createHash } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import fsp from 'node:fs/promises';
import path from 'node:path';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { Agency } from '../../contract/records/partner';
import { SubmissionFields } from '../../contract/records/submission';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { displayName, printableName } from '../../domain/file-names';
import { nameOf } from '../../domain/raw-names';
import { addVersion, make } from './course';
import { asDone, asFailed, asNew, type FileMark, foundAs, readMarks, writeMarks } from './folder-marks';
import type { Room } from './room';

const LOOK_MS = 5_000;
/** Hidden files, and the names under which programs keep what they have not finished. */
const UNFINISHED = /^[.~]|\.(part|partial|crdownload|download|tmp|temp)$/i;
const MATERIAL = /\.(mp4|mov|avi|mkv|webm|m4v|mpg|mpeg|ts|jpe?g|png|webp|gif|mp3|wav|ogg|m4a|aac|flac)$/i;

export interface Folders {
  start(): void;
  /** Looks once; what has not changed since the look before is taken. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** A file as its folder lists it. */
interface Listed {
  /** To the disk: a name that is not UTF-8 is found by its bytes alone. */
  at: string | Buffer;
  /** To its mark. */
  key: string;
  /** To people. */
  name: string;
}

export function createFolders(room: Room): Folders {
  const { store, alerts, log, clock } = room;
  const marksFile = path.join(room.dataDir, 'folder-marks.json');
  const stopping = new AbortController();
  const { signal } = stopping;
  let marks: Map<string, FileMark> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;

  async function look(): Promise<void> {
    const known = marks ?? (await readMarks(marksFile));
    const next = new Map<string, FileMark>();
    for (const agency of store.all('agency')) {
      if (agency.folder === null || signal.aborted) continue;
      const { folder } = agency;
      const alert = `submissions.folder.${agency.id}`;
      const names = await fsp.readdir(folder, 'buffer').catch(() => null);
      if (names === null || (await isOwn(folder).catch(() => true))) {
        alerts.raise(alert, 'warning', reason('submission.folderGone', { folder, agency: agency.name }));
        // A drive that is away for a moment comes back with the same files.
        for (const [file, mark] of known) if (path.dirname(file) === path.normalize(folder)) next.set(file, mark);
        continue;
      }
      alerts.settle(alert);
      for (const name of names) {
        const file = listed(folder, name);
        const mark = await lookAt(agency, file, known.get(file.key));
        if (mark) next.set(file.key, mark);
      }
    }
    // Of a look that was cut short nothing is forgotten.
    if (signal.aborted) for (const [file, mark] of known) if (!next.has(file)) next.set(file, mark);
    marks = next;
    if (!isSame(known, next)) await writeMarks(marksFile, next);
  }

  /** The station's own records are no material, by whatever name a folder leads to them. */
  const isOwn = async (folder: string) => {
    const [own, given] = await Promise.all([fsp.realpath(room.dataDir), fsp.realpath(folder)]);
    return own === given || own.startsWith(given + path.sep) || given.startsWith(own + path.sep);
  };

  /** Null of what is no material. One that cannot be read, or is refused, keeps nobody else's waiting. */
  async function lookAt(agency: Agency, file: Listed, held: FileMark | undefined): Promise<FileMark | null> {
    const { at, key, name } = file;
    if (UNFINISHED.test(name) || !MATERIAL.test(name)) return null;
    const stats = await fsp.lstat(at).catch(() => null);
    if (!stats?.isFile() || stats.size === 0) return null;
    const seen = `${stats.size} ${stats.mtimeMs}`;
    const found = foundAs(held, seen, clock.now());
    if (found === 'new' || !held) return asNew(seen);
    if (found === 'wait' || signal.aborted) return held;
    try {
      await take(agency, file, stats.size);
      return asDone(held);
    } catch (fault) {
      if (signal.aborted) return held;
      log.warn({ err: fault, file: key }, 'a file of an agency');
      return asFailed(held, clock.now());
    }
  }

  async function take(agency: Agency, { at, name }: Listed, bytes: number): Promise<void> {
    const { hash } = await hashed(at, null, signal);
    if (isTaken(agency, hash)) return;
    const originalName = printableName(name);
    await room.admitFile({ originalName, bytes });
    const uploads = path.join(room.dataDir, 'uploads');
    await fsp.mkdir(uploads, { recursive: true });
    const copy = path.join(uploads, `folder-${newId()}`);
    try {
      const copied = await hashed(at, copy, signal);
      // Somebody writes to it: it has not come to rest after all.
      if (copied.hash !== hash) throw new Error('it changed while it was copied');
      const upload = { path: copy, originalName, ...copied, actor: STATION_ACTOR, agencyId: agency.id };
      const { assetId } = await room.finishUpload(upload);
      await begin(agency, assetId, originalName);
    } finally {
      await fsp.rm(copy, { force: true });
    }
  }

  function isTaken({ id }: Agency, hash: string): boolean {
    if (store.all('submission').some(({ versions }) => versions.some((version) => version.hash === hash))) return true;
    const known = store.assets.byHash(hash)[0];
    return known !== undefined && known.agencyId !== id;
  }

  function begin(agency: Agency, assetId: string, originalName: string) {
    return store.commit({ command: 'submissions.fromFolder', actor: STATION_ACTOR }, (tx) => {
      const asset = tx.get('asset', assetId);
      if (!asset) return;
      const fields = SubmissionFields.parse({ title: displayName(originalName) });
      const made = make(room, tx, { agencyId: agency.id, fields, via: 'folder', createdBy: agency.name });
      const by = { id: `folder-${agency.id}`, name: agency.name, role: 'folder' };
      addVersion(room, tx, made, { asset, fileName: originalName, by, note: '' });
    });
  }

  /** One at a time: while a long copy runs, the look that is under way is the one that is asked for. */
  function once(): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    running ??= look()
      .catch((fault: unknown) => log.warn({ err: fault }, 'a folder of an agency'))
      .finally(() => {
        running = null;
      });
    return running;
  }

  return {
    look: once,
    start() {
      timer = setInterval(() => void once(), LOOK_MS).unref();
    },
    async stop() {
      if (timer) clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}

function listed(folder: string, bytes: Buffer): Listed {
  const { name, isUtf8 } = nameOf(bytes);
  const file = path.join(folder, name);
  if (isUtf8) return { at: file, key: file, name };
  // The same name in UTF-8 may lie beside it.
  return { at: Buffer.concat([Buffer.from(folder + path.sep), bytes]), key: `${file}\0`, name };
}

const isSame = (one: ReadonlyMap<string, FileMark>, other: ReadonlyMap<string, FileMark>): boolean =>
  one.size === other.size && [...other].every(([file, mark]) => one.get(file) === mark);

/** Not by a link, nor of a pipe, that was put in its place since it was looked at: whoever writes there reads nothing else by it. */
async function opened(from: string | Buffer): Promise<fsp.FileHandle> {
  // Windows has neither, and lets none but administrators make a link.
  const file = await fsp.open(from, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new Error('it is no file');
}

/** Reads it through, into a copy where one is named. @throws AbortError */
async function hashed(
  from: string | Buffer,
  to: string | null,
  signal: AbortSignal,
): Promise<{ hash: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, to === null ? undefined : chunk);
    },
  });
  const into =
    to === null
      ? new Writable({ write: (_chunk, _encoding, done) => done() })
      : createWriteStream(to, { flags: 'wx', mode: 0o600 });
  await pipeline((await opened(from)).createReadStream(), meter, into, { signal });
  return { hash: hash.digest('hex'), bytes };
}
