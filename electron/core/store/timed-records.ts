/** What is found by when it was made, which its id tells: a stretch of the table's own key. */
import { encodeTime } from 'ulid';
import type { Records } from '../../contract/records';
import type { Database } from './database';
import { parseRow, type StoredRow } from './rows';

export type TimedRecord = 'recording' | 'watchAlarm' | 'episode' | 'previewComment' | 'previewCaptions' | 'previewLink';

export interface TimedTable {
  /** Made in [from, until), oldest first, at most `limit`. */
  between<N extends TimedRecord>(record: N, from: number, until: number, limit?: number): Records[N][];
  /** Those whose field has this value, oldest first. By an index where `upgrades.ts` makes one; else it reads every row: 10,000 take about 20 ms. */
  where<N extends TimedRecord>(record: N, field: keyof Records[N] & string, value: string | null): Records[N][];
}

/** Characters of a ULID that are its time. */
const TIME_CHARACTERS = 10;
/** The last instant that a ULID can carry. */
const LAST = 2 ** 48 - 1;
const startOf = (at: number): string => encodeTime(Math.min(LAST, Math.max(0, Math.ceil(at))), TIME_CHARACTERS);

export function timedTable(db: Database): TimedTable {
  return {
    between: (record, from, until, limit = -1) =>
      db
        .all<StoredRow>(
          'SELECT version, body FROM record WHERE record = ? AND id >= ? AND id < ? ORDER BY id LIMIT ?',
          ...[record, startOf(from), startOf(until), limit],
        )
        .map((row) => parseRow(record, row)),
    where: (record, field, value) =>
      db
        .all<StoredRow>(
          // Both written out, since an index on an expression is found by its very words; both are names of ours.
          `SELECT version, body FROM record WHERE record = '${record}' AND json_extract(body, '$.${field}') IS ? ORDER BY id`,
          value,
        )
        .map((row) => parseRow(record, row)),
  };
}
