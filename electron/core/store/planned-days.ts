/** Planned days by the days they are of: their ids begin with it. */
import type { PlannedDay } from '../../contract/records/planned-day';
import type { LocalDate } from '../../contract/scalars';
import type { Database } from './database';
import { parseRow, type StoredRow } from './rows';

/** A thousand displays of ten bookings are a megabyte a day: read some at a time. */
const PAGE = 50;

export interface PlannedDayTable {
  /** Of days `from` to `to`, both included, in order of day and display; some at a time as they are asked for. */
  between(from: LocalDate, to: LocalDate): Iterable<PlannedDay>;
}

export function plannedDayTable(db: Database): PlannedDayTable {
  const page = `SELECT id, version, body FROM record WHERE record = 'plannedDay' AND id > ? AND id < ? ORDER BY id LIMIT ${PAGE}`;
  return {
    *between(from, to) {
      // ';' is the character after ':'.
      for (let after = from; ; ) {
        const rows = db.all<StoredRow & { id: string }>(page, after, `${to};`);
        for (const row of rows) yield parseRow('plannedDay', row);
        const last = rows.at(-1);
        if (!last || rows.length < PAGE) return;
        after = last.id;
      }
    },
  };
}
