/**
 * One writer per data directory. The lock is the kernel's (a file lock that SQLite holds), so it is free the moment
 * its holder dies, also by kill -9. `station.json` beside it only says who holds it.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import Libsql from 'libsql';
import { z } from 'zod';
import { CannotStart } from '../../contract/failure';
import { Instant, type Reason, reason } from '../../contract/scalars';
import { isBusy, isDamage } from './database';

export const Holder = z.object({
  pid: z.int(),
  host: z.string(),
  since: Instant,
  /** `http://host:port` once it listens. */
  address: z.string().nullable(),
});
export type Holder = z.infer<typeof Holder>;

/** Why a data directory cannot be opened. */
export class DirectoryRefused extends CannotStart {
  /** Set when another station holds it. */
  readonly holder: Holder | null;

  constructor(message: string, why: Reason, holder: Holder | null, cause?: unknown) {
    super(message, why, cause);
    this.name = 'DirectoryRefused';
    this.holder = holder;
  }
}

export interface DirectoryLock {
  readonly dir: string;
  /** Tells a second starter where this station listens. */
  announce(address: string): void;
  release(): void;
}

/** @throws DirectoryRefused when the directory is held by another station, or cannot be written. */
export function lockDirectory(dir: string, now: () => number = Date.now): DirectoryLock {
  checkWritable(dir);
  const lock = takeLock(dir);
  const holder: Holder = { pid: process.pid, host: hostname(), since: now(), address: null };
  const note = join(dir, 'station.json');
  const say = () => writeFileSync(note, `${JSON.stringify(holder)}\n`);
  say();
  return {
    dir,
    announce(address) {
      holder.address = address;
      say();
    },
    release() {
      rmSync(note, { force: true });
      lock.exec('ROLLBACK');
      lock.close();
    },
  };
}

function checkWritable(dir: string): void {
  const trial = join(dir, `.writable-${process.pid}`);
  try {
    makeFolder(dir);
    writeFileSync(trial, 'x');
    rmSync(trial);
  } catch (fault) {
    throw notWritable(dir, fault);
  }
}

/** Not Node's own `recursive`, which never ends where the system answers ENOENT under a folder that is there (`/proc`). */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  makeFolder(dirname(dir));
  mkdirSync(dir, { mode: 0o700 });
}

function notWritable(dir: string, cause: unknown): DirectoryRefused {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new DirectoryRefused(
    `The data directory ${dir} cannot be written (${detail}). Give this user the right to write there, free some space, or choose another with --data.`,
    reason('store.notWritable', { dir, detail }),
    null,
    cause,
  );
}

function takeLock(dir: string): Libsql.Database {
  const path = join(dir, 'station.lock.db');
  try {
    return holdExclusively(path);
  } catch (fault) {
    if (isBusy(fault)) throw heldBy(dir, readHolder(dir), fault);
    if (!isDamage(fault)) throw notWritable(dir, fault);
    rmSync(path, { force: true });
    return holdExclusively(path);
  }
}

function holdExclusively(path: string): Libsql.Database {
  const lock = new Libsql(path);
  try {
    lock.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch (fault) {
    lock.close();
    throw fault;
  }
}

function heldBy(dir: string, holder: Holder | null, cause: unknown): DirectoryRefused {
  const params = {
    dir,
    pid: holder?.pid ?? '?',
    host: holder?.host ?? '?',
    since: holder?.since ?? 0,
    address: holder?.address ?? '',
  };
  const who = holder
    ? `process ${holder.pid} on ${holder.host} since ${new Date(holder.since).toISOString()}`
    : 'another process';
  const where = holder?.address ? ` It answers at ${holder.address}.` : '';
  return new DirectoryRefused(
    `The data directory ${dir} is in use by ${who}.${where} Stop that station, or choose another directory with --data.`,
    reason('store.held', params),
    holder,
    cause,
  );
}

function readHolder(dir: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(join(dir, 'station.json'), 'utf8')));
  } catch {
    return null;
  }
}
