/**
 * Media on disk, addressed by content: `DIR/media/<first two hex>/<sha256>`. A file is under its hash only when it is
 * whole and on the disk; what is being made stands in `.incoming` beside it, on the same file system.
 */
import fs from 'node:fs';
import fsp from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../contract/failure';
import { newId } from '../../contract/ulid';

export interface MediaStore {
  readonly dir: string;
  pathOf(hash: string): string;
  has(hash: string): boolean;
  /** A fresh path for something being made; swept away at the next start if it is left behind. */
  incoming(extension?: string): string;
  /** Puts a whole file under its hash. `keep` leaves the file where it was as well, for a caller that may yet fail. */
  place(file: string, hash: string, keep?: boolean): Promise<void>;
  remove(hash: string): Promise<void>;
  hashes(): AsyncIterable<string>;
  /** Makes the folders and clears what a crash left half-made. Answers how many. */
  open(): Promise<number>;
  /** @throws Failure diskFull unless so many bytes fit and a reserve for the station's own records stays free. */
  requireRoom(bytes: number): Promise<void>;
}

/** Kept free so that commits still succeed while media does not fit. */
const RESERVE_BYTES = 200 * 1024 * 1024;
/** Only files named so are ours to clear: unfinished uploads may stand in the same folder. */
const UNFINISHED = /\.part(\.[a-z0-9]+)?$/;
const HASH = /^[0-9a-f]{64}$/;

export function createMediaStore(dataDir: string, reserveBytes = RESERVE_BYTES): MediaStore {
  const dir = path.join(dataDir, 'media');
  const incomingDir = path.join(dir, '.incoming');
  const pathOf = (hash: string) => path.join(dir, hash.slice(0, 2), hash);

  async function place(file: string, hash: string, keep = false): Promise<void> {
    const target = pathOf(hash);
    await syncFile(file);
    await fsp.mkdir(path.dirname(target), { recursive: true });
    if (keep) await duplicate(file, target);
    else await rename(file, target);
    await syncDir(path.dirname(target));
    await syncDir(dir);
  }

  /** A second name for the same bytes, or a copy where the file system has no links. */
  async function duplicate(file: string, target: string): Promise<void> {
    try {
      await fsp.link(file, target);
    } catch (fault) {
      if (codeOf(fault) === 'EEXIST') return;
      await copyIn(file, target);
    }
  }

  async function rename(file: string, target: string): Promise<void> {
    try {
      await fsp.rename(file, target);
    } catch (fault) {
      if (codeOf(fault) !== 'EXDEV') throw fault;
      await copyIn(file, target);
      await fsp.rm(file);
    }
  }

  async function copyIn(file: string, target: string): Promise<void> {
    const copy = incoming();
    try {
      await fsp.copyFile(file, copy);
      await syncFile(copy);
      await fsp.rename(copy, target);
    } finally {
      await fsp.rm(copy, { force: true });
    }
  }

  function incoming(extension = ''): string {
    return path.join(incomingDir, `${newId()}.part${extension}`);
  }

  async function* hashes(): AsyncIterable<string> {
    for (const shelf of await fsp.readdir(dir)) {
      if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
      for (const name of await fsp.readdir(path.join(dir, shelf))) if (HASH.test(name)) yield name;
    }
  }

  async function open(): Promise<number> {
    await fsp.mkdir(incomingDir, { recursive: true });
    const left = (await fsp.readdir(incomingDir)).filter((name) => UNFINISHED.test(name));
    await Promise.all(left.map((name) => fsp.rm(path.join(incomingDir, name), { recursive: true, force: true })));
    return left.length;
  }

  async function requireRoom(bytes: number): Promise<void> {
    const free = await freeBytes(dir);
    if (free !== null && free < bytes + reserveBytes) {
      throw new Failure('diskFull', { neededMb: megabytes(bytes + reserveBytes), freeMb: megabytes(free) });
    }
  }

  return {
    dir,
    pathOf,
    incoming,
    place,
    hashes,
    open,
    requireRoom,
    has: (hash) => fs.existsSync(pathOf(hash)),
    remove: (hash) => fsp.rm(pathOf(hash), { force: true }),
  };
}

/** Null where the system does not say. */
async function freeBytes(dir: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await fsp.statfs(dir);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** Windows flushes only through a handle that may write; elsewhere a read-only file is no hindrance. */
async function syncFile(file: string): Promise<void> {
  const handle = await fsp.open(file, process.platform === 'win32' ? 'r+' : 'r');
  await handle.sync().finally(() => handle.close());
}

/** Makes a rename in this folder last. Windows has no such call and needs none. */
async function syncDir(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fsp.open(dir, 'r');
  await handle.sync().finally(() => handle.close());
}

export function codeOf(fault: unknown): string | undefined {
  const code = (fault as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
