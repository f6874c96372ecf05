/**
 * Last good copies: `DIR/backups/STAMP/` holds every document and the database as of one moment. Made beside the
 * station's own work (libsql copies on its own thread), complete or not there at all.
 */
import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AsyncLibsql from 'libsql/promise';
import type { Logger } from 'pino';
import { syncFolder, TEMPORARY } from './atomic-file';
import { copyEveryMs, spentCopies } from './copies';
import { isDamage } from './database';
import { type Documents, imageOf } from './documents';
import { copiedAt, DATABASE_FILE } from './open-database';
import type { Clock } from './types';

const LOOK_MS = 3_600_000;
/** Not at once: a start is busy enough. */
const FIRST_LOOK_MS = 60_000;
const SPARE_BYTES = 64 * 1024 * 1024;

/** Newest first. */
export function listCopies(backups: string): string[] {
  if (!existsSync(backups)) return [];
  const stamps = readdirSync(backups).filter((name) => /^\d{4}-\d\d-\d\dT[\d-]+Z$/.test(name));
  return stamps
    .sort()
    .reverse()
    .map((name) => join(backups, name));
}

export interface BackupSources {
  dir: string;
  database: string;
  documents: Documents;
  clock: Clock;
  log: Logger;
  /** Called when the copy showed the database to be damaged. */
  onDamage(fault: unknown): void;
}

export class Backups {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> | null = null;
  private copying: AsyncLibsql | null = null;

  constructor(private readonly from: BackupSources) {}

  start(): void {
    this.timer = setTimeout(() => this.look(), FIRST_LOOK_MS).unref();
  }

  async close(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.copying?.interrupt();
    await this.running;
  }

  /** Makes one copy now and drops the oldest beyond those kept. Returns its folder; null when there was no room. */
  async make(): Promise<string | null> {
    const { dir, clock, log } = this.from;
    if (!hasRoom(dir, this.from.database)) {
      log.warn({ dir }, 'no room for a backup');
      return null;
    }
    const folder = join(dir, 'backups', new Date(clock.now()).toISOString().replaceAll(/[:.]/g, '-'));
    await this.fill(folder + TEMPORARY);
    await rename(folder + TEMPORARY, folder);
    await syncFolder(join(dir, 'backups'));
    await this.dropSpent();
    return folder;
  }

  private async dropSpent(): Promise<void> {
    const copies = listCopies(join(this.from.dir, 'backups'));
    const spent = new Set(spentCopies(copies.map(copiedAt)));
    const old = copies.filter((copy) => spent.has(copiedAt(copy)));
    await Promise.all(old.map((copy) => rm(copy, { recursive: true, force: true })));
  }

  private look(): void {
    this.timer = setTimeout(() => this.look(), LOOK_MS).unref();
    this.running = this.makeIfDue().catch((fault) => this.failed(fault));
  }

  private async makeIfDue(): Promise<void> {
    const now = this.from.clock.now();
    const ages = listCopies(join(this.from.dir, 'backups')).map((copy) => now - copiedAt(copy));
    const everyMs = copyEveryMs(statSync(this.from.database).size);
    // A copy from the future was made before the clock was set back; it must not put off the next one.
    if (!ages.some((age) => age >= 0 && age < everyMs - LOOK_MS / 2)) await this.make();
  }

  private failed(fault: unknown): void {
    this.from.log.error({ err: fault }, 'the backup failed');
    if (isDamage(fault)) this.from.onDamage(fault);
  }

  private async fill(folder: string): Promise<void> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const document of this.from.documents.list()) {
      const image = imageOf(document);
      if (image) await writeFile(join(folder, `${document.document}.json`), JSON.stringify(image));
    }
    await this.copyDatabase(join(folder, DATABASE_FILE));
    await syncFile(join(folder, DATABASE_FILE));
    await syncFolder(folder);
  }

  /** VACUUM INTO reads every page, so a copy that succeeds is also the check of the original. */
  private async copyDatabase(target: string): Promise<void> {
    const db = new AsyncLibsql(this.from.database, {});
    this.copying = db;
    try {
      await db.exec(`VACUUM INTO '${target.replaceAll("'", "''")}'`);
    } finally {
      this.copying = null;
      db.close();
    }
  }
}

function hasRoom(dir: string, database: string): boolean {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize > statSync(database).size * 2 + SPARE_BYTES;
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync();
  await file.close();
}
