/** Records that grow with use, one libsql row each. Every keeper reads and writes one kind. */
import { parseRecord } from '../../contract/record-type';
import { type Records, recordTypes } from '../../contract/records';
import type { Database } from './database';
import { freeze } from './freeze';
import type { RowRecord } from './placement';
import { NewerVersion } from './upgrades';

export interface RowKeeper<T> {
  get(id: string): T | undefined;
  put(value: T): void;
  remove(id: string): void;
  /** In order of id. */
  all(): readonly T[];
}

export interface StoredRow {
  version: number;
  body: string;
}

/** Parses a stored row by the schema of its kind. */
export function parseRow<N extends keyof Records>(record: N, row: StoredRow): Records[N] {
  const type = recordTypes[record];
  if (row.version > type.version) throw new NewerVersion(record);
  return freeze(parseRecord<Records[N]>(type, JSON.parse(row.body), row.version));
}

/** Keeps kinds that need no index beyond their id. */
export function plainRows<N extends Exclude<RowRecord, 'asset' | 'job'>>(
  db: Database,
  record: N,
): RowKeeper<Records[N]> {
  return {
    get(id) {
      const row = db.get<StoredRow>('SELECT version, body FROM record WHERE record = ? AND id = ?', record, id);
      return row && parseRow(record, row);
    },
    put(value) {
      db.run(
        'INSERT OR REPLACE INTO record (record, id, rev, version, body) VALUES (?, ?, ?, ?, ?)',
        record,
        value.id,
        value.rev,
        recordTypes[record].version,
        JSON.stringify(value),
      );
    },
    remove: (id) => void db.run('DELETE FROM record WHERE record = ? AND id = ?', record, id),
    all: () =>
      db
        .all<StoredRow>('SELECT version, body FROM record WHERE record = ? ORDER BY id', record)
        .map((row) => parseRow(record, row)),
  };
}
