/** Files of attachments: `DIR/attachments/HASH`, whole or not there. A name that a person gave is never part of a path. */
import { createHash } from 'node:crypto';
import fsp from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../../contract/failure';
import type { Sha256 } from '../../../contract/scalars';
import { newId } from '../../../contract/ulid';
import { syncFolder } from '../../store/atomic-file';

/** A file on the disk under a name of its own, not yet one of ours. */
export interface Arrived {
  path: string;
  hash: Sha256;
  bytes: number;
  /** Its first bytes, at most 512. */
  head: Uint8Array;
}

const HEAD_BYTES = 512;
/** What stays free for the station's own records. */
const RESERVE_BYTES = 64 * 1024 ** 2;
const MEGABYTE = 1024 ** 2;
const ARRIVING = '.part';

export interface Files {
  readonly dir: string;
  pathOf(hash: Sha256): string;
  /** @throws Failure diskFull, before the first byte of so many */
  requireRoom(bytes: number): Promise<void>;
  /** Writes what comes to the disk. Nothing is left of it where that fails. @throws Failure diskFull, readOnly; what `check` or the source throws */
  arrive(source: AsyncIterable<Uint8Array>, check: (bytes: number) => void): Promise<Arrived>;
  /** Puts it in its place, for good. */
  settle(arrived: Arrived): Promise<void>;
}

export function createFiles(dataDir: string, reserveBytes = RESERVE_BYTES, folder = 'attachments'): Files {
  const dir = join(dataDir, folder);
  const pathOf = (hash: Sha256) => join(dir, hash);
  return {
    dir,
    pathOf,
    async requireRoom(bytes) {
      await told(() => fsp.mkdir(dir, { recursive: true }));
      const found = await fsp.statfs(dir).catch(() => null);
      const free = found && found.bavail * found.bsize;
      if (free === null || free >= bytes + reserveBytes) return;
      const [neededMb, freeMb] = [bytes + reserveBytes, free].map((each) => Math.ceil(each / MEGABYTE));
      throw new Failure('diskFull', { neededMb: neededMb ?? 0, freeMb: freeMb ?? 0 });
    },
    async arrive(source, check) {
      const path = join(dir, `${newId()}${ARRIVING}`);
      try {
        return await told(() => write(source, path, check));
      } catch (fault) {
        await fsp.rm(path, { force: true });
        throw fault;
      }
    },
    async settle({ path, hash }) {
      await fsp.rename(path, pathOf(hash));
      await syncFolder(dir);
    },
  };
}

async function write(
  source: AsyncIterable<Uint8Array>,
  path: string,
  check: (bytes: number) => void,
): Promise<Arrived> {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let bytes = 0;
  const file = await fsp.open(path, 'wx', 0o600);
  try {
    for await (const chunk of source) {
      bytes += chunk.length;
      check(bytes);
      hash.update(chunk);
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
      await file.writeFile(chunk);
    }
    // What is acknowledged is on the disk.
    await file.sync();
  } finally {
    await file.close();
  }
  return { path, hash: hash.digest('hex'), bytes, head };
}

/** Says what a disk refuses with in our words. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : null;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new Failure('diskFull', {}, [], fault);
    if (code === 'EROFS' || code === 'EACCES') throw new Failure('readOnly', {}, [], fault);
    throw fault;
  }
}
