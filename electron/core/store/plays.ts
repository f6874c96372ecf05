/** The play log: a million rows and more, so everything is asked through an index and nothing is held. */
import type { Play } from '../../contract/records/play';
import type { Database } from './database';
import { Phrases } from './phrases';
import { conditions, type PlayCondition } from './play-conditions';
import { fatesBetween, fatesOfBooking } from './play-fates';
import { fromRow, PLAY_COLUMNS, type PlayRow, toValues } from './play-rows';
import { addToTotals, summarise } from './play-totals';
import { bookingName, LOOK_BACK, tracesOf } from './play-traces';
import type { PlayTable } from './types';

const PAGE = 500;
/** Ids remembered at least; a hundred bytes each. */
const KNOWN = 10_000;

/** @param added is handed plays that are new, in the transaction that adds them */
export function playTable(db: Database, added: (plays: readonly Play[]) => void): PlayTable {
  const phrases = new Phrases(db);
  const known = new Known();
  const list: PlayTable['list'] = (query) => {
    const rows = page(db, conditions(query, phrases), NEWEST_FIRST, query.before, query.limit);
    const last = rows.at(-1);
    const items = rows.map((row) => fromRow(row, phrases));
    return { items, cursor: last && rows.length === query.limit ? cursorOf(last) : null };
  };
  return {
    add: (plays) => addPlays(db, phrases, known, added, plays),
    list,
    summary: (query) => summarise(db, phrases, query),
    *each(query) {
      for (let after = ''; ; ) {
        const rows = page(db, conditions(query, phrases), OLDEST_FIRST, after, PAGE);
        for (const row of rows) yield fromRow(row, phrases);
        const last = rows.at(-1);
        if (!last || rows.length < PAGE) return;
        after = cursorOf(last);
      }
    },
    at: (displayId, instant) => playAt(db, phrases, displayId, instant),
    traces: (displayId, from, until) => tracesOf(db, phrases, displayId, from, until),
    fates: (displayId, from, until) => fatesBetween(db, phrases, displayId, from, until),
    fatesOf: (bookingId) => fatesOfBooking(db, phrases, bookingId),
    assetIds: () => assetIds(db, phrases),
    bookingName: (bookingId) => bookingName(db, phrases, bookingId),
  };
}

const INSERT = `INSERT OR IGNORE INTO play (${PLAY_COLUMNS}) VALUES (${PLAY_COLUMNS.replaceAll(/\w+/g, '?')})`;

/**
 * Ids that are on disk, the newest of them. A display sends its outbox again until it hears an answer, and under load
 * that is most of what it sends: it must cost next to nothing.
 */
class Known {
  private recent = new Set<string>();
  private older = new Set<string>();

  has(id: string): boolean {
    return this.recent.has(id) || this.older.has(id);
  }

  add(plays: readonly Play[]): void {
    for (const { id } of plays) this.recent.add(id);
    if (this.recent.size < KNOWN) return;
    this.older = this.recent;
    this.recent = new Set();
  }
}

/** `Play`s come parsed: from the wire, with names from the store. They are parsed again when they are read. */
function addPlays(
  db: Database,
  phrases: Phrases,
  known: Known,
  added: (plays: readonly Play[]) => void,
  plays: readonly Play[],
): number {
  const unknown = plays.filter(({ id }) => !known.has(id));
  if (unknown.length === 0) return 0;
  try {
    const count = db.transaction(() => {
      const fresh = unknown.filter((play) => db.run(INSERT, ...toValues(play, phrases)).changes === 1);
      addToTotals(db, phrases, fresh);
      added(fresh);
      return fresh.length;
    });
    known.add(unknown);
    return count;
  } catch (fault) {
    phrases.forget();
    throw fault;
  }
}

const NEWEST_FIRST = { order: 'DESC', beyond: '<' } as const;
const OLDEST_FIRST = { order: 'ASC', beyond: '>' } as const;
type Order = typeof NEWEST_FIRST | typeof OLDEST_FIRST;

/** In order, from beyond a cursor `startedAt.number`. */
function page(
  db: Database,
  { where, values }: PlayCondition,
  { order, beyond }: Order,
  from: string | undefined,
  limit: number,
): PlayRow[] {
  const cursor = from?.match(/^(\d+)\.(\d+)$/);
  const below = cursor ? [`(started_at, number) ${beyond} (?, ?)`] : [];
  const position = cursor ? [Number(cursor[1]), Number(cursor[2])] : [];
  const filter = [...where, ...below].join(' AND ') || 'TRUE';
  return db.all<PlayRow>(
    `SELECT * FROM play WHERE ${filter} ORDER BY started_at ${order}, number ${order} LIMIT ?`,
    ...values,
    ...position,
    limit,
  );
}

/** From one to the next through the index: as many steps as there are assets, however many plays. */
const ASSETS = `WITH RECURSIVE each_asset (found) AS (
  SELECT min(asset) FROM play WHERE asset IS NOT NULL
  UNION ALL
  SELECT (SELECT min(asset) FROM play WHERE asset > found) FROM each_asset WHERE found IS NOT NULL
) SELECT found FROM each_asset WHERE found IS NOT NULL`;

const assetIds = (db: Database, phrases: Phrases): string[] =>
  db.all<{ found: number }>(ASSETS).map(({ found }) => phrases.textOf(found));

const cursorOf = (row: PlayRow): string => `${row.started_at}.${row.number}`;

function playAt(db: Database, phrases: Phrases, displayId: string, instant: number): Play | undefined {
  const { where, values } = conditions({ displayId, until: instant + 1 }, phrases);
  const rows = db.all<PlayRow>(
    `SELECT * FROM play WHERE ${where.join(' AND ')} ORDER BY started_at DESC, number DESC LIMIT ${LOOK_BACK}`,
    ...values,
  );
  const plays = rows.map((row) => fromRow(row, phrases));
  const seen = plays.find(({ outcome, endedAt }) => outcome !== 'skipped' && endedAt > instant);
  return seen ?? plays.find((play) => play.outcome === 'skipped' && play.plannedStart + play.plannedMs > instant);
}
