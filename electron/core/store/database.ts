/** libsql behind one door: prepared once, typed values, rows read to their end. */
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Libsql from 'libsql';
import { Failure } from '../../contract/failure';

/** What may be bound. libsql 0.5 aborts the process on a boolean, so none may pass. */
export type SqlValue = string | number | null;
export type Row = Record<string, SqlValue>;

export interface Database {
  readonly path: string;
  run(sql: string, ...values: SqlValue[]): { changes: number };
  /** Every row; add a LIMIT where there may be many. */
  all<R = Row>(sql: string, ...values: SqlValue[]): R[];
  get<R = Row>(sql: string, ...values: SqlValue[]): R | undefined;
  exec(sql: string): void;
  /** Runs `work` in one transaction; rolled back when it throws. @throws Failure diskFull, readOnly */
  transaction<T>(work: () => T): T;
  close(): void;
}

type Statement = ReturnType<Libsql.Database['prepare']>;

/** Opens a file with a write-ahead log, each commit flushed to the disk. */
export function openLibsql(path: string): Database {
  const db = new Libsql(path);
  const statements = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const known = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  // `all` and not `get`: only a statement read to its end gives up its read lock.
  const all = <R>(sql: string, values: SqlValue[]): R[] => prepare(sql).all(values) as R[];
  db.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-8000; PRAGMA journal_size_limit=8388608',
  );
  return {
    path,
    run: (sql, ...values) => prepare(sql).run(values),
    all: (sql, ...values) => all(sql, values),
    get: <R>(sql: string, ...values: SqlValue[]) => all<R>(sql, values)[0],
    exec: (sql) => void db.exec(sql),
    transaction: (work) => runTransaction(db, path, work),
    close() {
      statements.clear();
      emptyLog(db);
      db.close();
    },
  };
}

/** libsql keeps the file open until its statements are collected, so the log is not folded in by closing alone. */
function emptyLog(db: Libsql.Database): void {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // A full disk or a damaged file: the log stays and is read at the next start.
  }
}

function runTransaction<T>(db: Libsql.Database, path: string, work: () => T): T {
  try {
    db.exec('BEGIN IMMEDIATE');
    const value = work();
    db.exec('COMMIT');
    return value;
  } catch (fault) {
    rollBack(db);
    throw asFailure(fault, path);
  }
}

/** A full disk may have rolled the transaction back already. */
function rollBack(db: Libsql.Database): void {
  try {
    if (db.inTransaction) db.exec('ROLLBACK');
  } catch {
    // The transaction is gone either way; the first fault is the one to tell.
  }
}

/** Primary result codes: https://www.sqlite.org/rescode.html */
const SQLITE = { busy: 5, readOnly: 8, ioError: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 } as const;

function primaryCode(fault: unknown): number | undefined {
  if (!(fault instanceof Error) || !('rawCode' in fault) || typeof fault.rawCode !== 'number') return undefined;
  return fault.rawCode & 0xff;
}

/** Whether the file itself is damaged, as opposed to the disk being full or the request wrong. */
export function isDamage(fault: unknown): boolean {
  const code = primaryCode(fault instanceof Failure ? fault.cause : fault);
  return code === SQLITE.corrupt || code === SQLITE.notADatabase;
}

/** Whether another process holds the file. */
export function isBusy(fault: unknown): boolean {
  return primaryCode(fault) === SQLITE.busy;
}

/** Turns a full or read-only disk into its Failure; leaves everything else as it is. */
export function asFailure(fault: unknown, path: string): unknown {
  const code = primaryCode(fault);
  if (code === SQLITE.full) return new Failure('diskFull', {}, [], fault);
  if (code === SQLITE.readOnly || code === SQLITE.cannotOpen) return new Failure('readOnly', {}, [], fault);
  if (code === SQLITE.ioError && freeBytes(path) < 1024 * 1024) return new Failure('diskFull', {}, [], fault);
  return fault;
}

/** Growing the shared-memory file on a full disk reads as an I/O error, hence this question. */
function freeBytes(path: string): number {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
