/** Opens `plays.db`, and when it is damaged or gone puts the last good copy in its place, saying so. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { type Reason, reason } from '../../contract/scalars';
import { type Database, isDamage, openLibsql } from './database';
import { recordOf } from './placement';
import { upgrade, versionOf } from './upgrades';

export const DATABASE_FILE = 'plays.db';
const SIDE_FILES = ['', '-wal', '-shm'];

export interface OpenedDatabase {
  db: Database;
  reasons: Reason[];
}

/** @param copies folders of last good copies, newest first. @throws NewerVersion */
export function openDatabase(folder: string, copies: readonly string[], now: number): OpenedDatabase {
  const path = join(folder, DATABASE_FILE);
  const hasHistory = copies.length > 0 || existsSync(path) || readdirSync(folder).some(isDocumentFile);
  const opened = tryOpen(path, hasHistory);
  if (opened) return { db: opened, reasons: [] };
  setAside(path, now);
  rmSync(suspectMark(path), { force: true });
  return restore(path, copies);
}

function isDocumentFile(name: string): boolean {
  return name.endsWith('.json') && recordOf(name.slice(0, -'.json'.length)) !== undefined;
}

/** Null when it is damaged, or empty though the station has a history. */
function tryOpen(path: string, hasHistory: boolean): Database | null {
  const doubtful = existsSync(suspectMark(path)) || isShort(path);
  let db: Database | null = null;
  try {
    db = openLibsql(path);
    if (hasHistory && versionOf(db) === 0) throw new EmptyDatabase();
    upgrade(db);
    touchEveryTable(db);
    if (doubtful) checkThrough(db);
    rmSync(suspectMark(path), { force: true });
    return db;
  } catch (fault) {
    db?.close();
    if (isDamage(fault) || fault instanceof EmptyDatabase) return null;
    throw fault;
  }
}

class EmptyDatabase extends Error {}

/** Finds a damaged schema or root page at once; the whole file is read by each backup. */
function touchEveryTable(db: Database): void {
  for (const table of ['meta', 'journal', 'record', 'asset', 'job', 'audit', 'play']) {
    db.all(`SELECT * FROM ${table} LIMIT 1`);
  }
}

function checkThrough(db: Database): void {
  const [finding] = db.all<{ quick_check: string }>('PRAGMA quick_check(1)');
  if (finding?.quick_check !== 'ok') throw new EmptyDatabase(finding?.quick_check);
}

/** Whether the file is shorter than its header says. A crash in a checkpoint can do that too, so it is only a doubt. */
function isShort(path: string): boolean {
  if (!existsSync(path) || statSync(path).size < 100) return false;
  const header = Buffer.alloc(32);
  const file = openSync(path, 'r');
  readSync(file, header, 0, 32, 0);
  closeSync(file);
  const pageSize = header.readUInt16BE(16);
  return statSync(path).size < header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize);
}

/** Left by a running station that met damage: the next start reads the whole file before it trusts it. */
export function suspectMark(path: string): string {
  return `${path}.suspect`;
}
export function markSuspect(path: string): void {
  writeFileSync(suspectMark(path), '');
}

function setAside(path: string, now: number): void {
  const stamp = new Date(now).toISOString().replaceAll(':', '-');
  for (const side of SIDE_FILES) {
    if (existsSync(path + side)) renameSync(path + side, `${path}.damaged-${stamp}${side}`);
  }
}

/** When a copy was made, epoch ms, by its folder's name: files that were themselves copied tell another time. */
export function copiedAt(copy: string): number {
  return Date.parse(basename(copy).replace(/T(\d\d)-(\d\d)-(\d\d)-(\d+)Z$/, 'T$1:$2:$3.$4Z'));
}

function restore(path: string, copies: readonly string[]): OpenedDatabase {
  for (const copy of copies) {
    const source = join(copy, DATABASE_FILE);
    if (!existsSync(source)) continue;
    copyFileSync(source, path);
    const db = tryOpen(path, true);
    if (db) return { db, reasons: [reason('store.databaseFromCopy', { at: copiedAt(copy) })] };
    for (const side of SIDE_FILES) rmSync(path + side, { force: true });
  }
  const db = openLibsql(path);
  upgrade(db);
  return { db, reasons: [reason('store.databaseLost')] };
}
