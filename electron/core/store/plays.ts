/** The play log: a million rows and more, so everything is asked through an index and nothing is held. */
import type { PlayQuery } from '../../contract/api/displays';
import { Play, type PlayOutcome } from '../../contract/records/play';
import type { Database } from './database';
import { conditions } from './play-conditions';
import { addToTotals, summarise } from './play-totals';
import type { PlayTable } from './types';

const PAGE = 500;

interface PlayRow {
  number: number;
  id: string;
  display_id: string;
  display_name: string;
  asset_id: string | null;
  asset_name: string | null;
  booking_id: string | null;
  booking_name: string | null;
  hash: string | null;
  revision: number;
  planned_start: number;
  planned_ms: number;
  started_at: number;
  ended_at: number;
  frames: number | null;
  outcome: PlayOutcome;
  because: string | null;
  clock_offset_ms: number | null;
  received_at: number;
}

export function playTable(db: Database): PlayTable {
  const list: PlayTable['list'] = (query) => {
    const rows = page(db, query, query.before, query.limit);
    const last = rows.at(-1);
    return { items: rows.map(fromRow), cursor: last && rows.length === query.limit ? cursorOf(last) : null };
  };
  return {
    add: (plays) => addPlays(db, plays),
    list,
    summary: (query) => summarise(db, query),
    *each(query) {
      let before: string | undefined;
      do {
        const { items, cursor } = list({ ...query, before, limit: PAGE });
        yield* items;
        before = cursor ?? undefined;
      } while (before !== undefined);
    },
    at(displayId, instant) {
      const rows = db.all<PlayRow>(
        `SELECT * FROM play WHERE display_id = ? AND started_at <= ? AND outcome <> 'skipped'
         ORDER BY started_at DESC, number DESC LIMIT 5`,
        displayId,
        instant,
      );
      const found = rows.find((row) => row.ended_at > instant);
      return found && fromRow(found);
    },
  };
}

function addPlays(db: Database, plays: readonly Play[]): number {
  if (plays.length === 0) return 0;
  return db.transaction(() => {
    const fresh = plays.filter((play) => insert(db, Play.parse(play)));
    addToTotals(db, fresh);
    return fresh.length;
  });
}

/** False when this id was there already. */
function insert(db: Database, play: Play): boolean {
  const { changes } = db.run(
    `INSERT OR IGNORE INTO play (id, display_id, display_name, asset_id, asset_name, booking_id, booking_name, hash,
       revision, planned_start, planned_ms, started_at, ended_at, frames, outcome, because, clock_offset_ms, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    play.id,
    play.displayId,
    play.displayName,
    play.assetId,
    play.assetName,
    play.bookingId,
    play.bookingName,
    play.hash,
    play.revision,
    play.plannedStart,
    play.plannedMs,
    play.startedAt,
    play.endedAt,
    play.frames,
    play.outcome,
    play.because && JSON.stringify(play.because),
    play.clockOffsetMs,
    play.receivedAt,
  );
  return changes === 1;
}

/** Newest first, from below a cursor `startedAt.number`. */
function page(db: Database, query: PlayQuery, before: string | undefined, limit: number): PlayRow[] {
  const { where, values } = conditions(query);
  const cursor = before?.match(/^(\d+)\.(\d+)$/);
  if (cursor) {
    where.push('(started_at, number) < (?, ?)');
    values.push(Number(cursor[1]), Number(cursor[2]));
  }
  const filter = where.length > 0 ? `WHERE ${where.join(' AND ')}` : '';
  return db.all<PlayRow>(
    `SELECT * FROM play ${filter} ORDER BY started_at DESC, number DESC LIMIT ?`,
    ...values,
    limit,
  );
}

const cursorOf = (row: PlayRow): string => `${row.started_at}.${row.number}`;

function fromRow(row: PlayRow): Play {
  return Play.parse({
    id: row.id,
    displayId: row.display_id,
    displayName: row.display_name,
    assetId: row.asset_id,
    assetName: row.asset_name,
    bookingId: row.booking_id,
    bookingName: row.booking_name,
    hash: row.hash,
    revision: row.revision,
    plannedStart: row.planned_start,
    plannedMs: row.planned_ms,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    frames: row.frames,
    outcome: row.outcome,
    because: row.because === null ? null : JSON.parse(row.because),
    clockOffsetMs: row.clock_offset_ms,
    receivedAt: row.received_at,
  });
}
