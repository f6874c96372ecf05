/**
 * Records made ready before their commit. To parse, freeze and write out 2,000 records takes longer than the station's loop may be
 * held; made ready in turns (`core/loop`) they only have to be put, many to a statement.
 */
import { type Records, recordTypes } from '../../contract/records';
import type { Database } from './database';
import { freeze } from './freeze';
import { parse } from './parse';
import type { RundownPart } from './rundown-parts';

export interface Prepared<N extends RundownPart = RundownPart> {
  record: N;
  /** As it will stand: frozen, revision 1. */
  value: Records[N];
  /** The same as it is stored. */
  body: string;
}

/** For one that is not there yet. @throws Failure invalidInput */
export function prepared<N extends RundownPart>(record: N, value: Records[N]): Prepared<N> {
  const ready = freeze({ ...parse(record, value), rev: 1 });
  return { record, value: ready, body: JSON.stringify(ready) };
}

/** More to a statement saves little, and SQLite takes 32,766 values at most. */
const ROWS = 200;

/** @throws where one of them is there already */
export function insertPrepared(db: Database, parts: readonly Prepared[]): void {
  for (let at = 0; at < parts.length; at += ROWS) {
    const some = parts.slice(at, at + ROWS);
    const rows = some.map(() => '(?, ?, ?, ?, ?)').join();
    const values = some.flatMap(({ record, value, body }) => [
      record,
      value.id,
      value.rev,
      recordTypes[record].version,
      body,
    ]);
    db.run(`INSERT INTO record (record, id, rev, version, body) VALUES ${rows}`, ...values);
  }
}
