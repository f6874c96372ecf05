/** Plays of one display as the numbers that its index holds: no row of the log is read. */
import type { Database, SqlValue } from './database';
import type { Phrases } from './phrases';
import { OUTCOMES } from './play-rows';
import type { PlayTrace } from './types';

/** Plays of one display hardly overlap, so the newest few before an instant hold the one that covers it. */
export const LOOK_BACK = 5;

interface TraceRow {
  started_at: number;
  shown_ms: number;
  outcome: number;
  booking: number | null;
  asset: number | null;
}

const COLUMNS = 'started_at, shown_ms, outcome, booking, asset';

export function tracesOf(db: Database, phrases: Phrases, displayId: string, from: number, until: number): PlayTrace[] {
  const display = phrases.find(displayId);
  if (display === undefined) return [];
  const rows = (sql: string, ...values: SqlValue[]) =>
    db.all<TraceRow>(
      `SELECT ${COLUMNS} FROM play INDEXED BY play_display WHERE display = ? AND ${sql}`,
      display,
      ...values,
    );
  const before = rows(`started_at < ? ORDER BY started_at DESC LIMIT ${LOOK_BACK}`, from);
  const inside = rows('started_at >= ? AND started_at < ? ORDER BY started_at', from, until);
  const reaching = before.filter(({ started_at, shown_ms }) => started_at + shown_ms > from).reverse();
  return [...reaching, ...inside].map((row) => traceOf(row, phrases));
}

function traceOf({ started_at, shown_ms, outcome, booking, asset }: TraceRow, phrases: Phrases): PlayTrace {
  const text = (number: number | null) => (number === null ? null : phrases.textOf(number));
  return {
    startedAt: started_at,
    shownMs: shown_ms,
    outcome: OUTCOMES[outcome] ?? 'interrupted',
    bookingId: text(booking),
    assetId: text(asset),
  };
}

export function bookingName(db: Database, phrases: Phrases, bookingId: string): string | null {
  const booking = phrases.find(bookingId);
  if (booking === undefined) return null;
  const newest = 'SELECT booking_name AS name FROM play WHERE booking = ? ORDER BY started_at DESC LIMIT 1';
  const name = db.get<{ name: number | null }>(newest, booking)?.name ?? null;
  return name === null ? null : phrases.textOf(name);
}
