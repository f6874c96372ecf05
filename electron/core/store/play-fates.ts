/** What became of plays, as numbers and reasons: what counting them needs and no more. */
import type { Reason } from '../../contract/scalars';
import type { Database, SqlValue } from './database';
import type { Phrases } from './phrases';
import { OUTCOMES } from './play-rows';
import type { PlayFate } from './types';

interface FateRow {
  number: number;
  booking: number | null;
  planned_start: number;
  planned_ms: number;
  shown_ms: number;
  outcome: number;
  because: number | null;
}

const COLUMNS = 'number, booking, planned_start, planned_ms, shown_ms, outcome, because';
/** A play begins no more than so much beside its plan, ms: the log is found by its real start. */
const ASIDE_MS = 3_600_000;

export function fatesBetween(db: Database, phrases: Phrases, displayId: string, from: number, until: number) {
  const display = phrases.find(displayId);
  if (display === undefined) return [];
  return fatesWhere(
    db,
    phrases,
    'display = ? AND started_at >= ? AND started_at < ? AND planned_start >= ? AND planned_start < ?',
    ...[display, from - ASIDE_MS, until + ASIDE_MS, from, until],
  );
}

export function fatesOfBooking(db: Database, phrases: Phrases, bookingId: string): PlayFate[] {
  const booking = phrases.find(bookingId);
  return booking === undefined ? [] : fatesWhere(db, phrases, 'booking = ?', booking);
}

function fatesWhere(db: Database, phrases: Phrases, where: string, ...values: SqlValue[]): PlayFate[] {
  const rows = db.all<FateRow>(`SELECT ${COLUMNS} FROM play WHERE ${where} ORDER BY started_at`, ...values);
  return rows.map((row) => ({
    key: row.number,
    bookingId: row.booking === null ? null : phrases.textOf(row.booking),
    plannedStart: row.planned_start,
    plannedMs: row.planned_ms,
    shownMs: row.shown_ms,
    outcome: OUTCOMES[row.outcome] ?? 'interrupted',
    because: row.because === null ? null : (JSON.parse(phrases.textOf(row.because)) as Reason),
  }));
}
