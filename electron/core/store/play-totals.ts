/**
 * Counts of plays by whole hour, kept with each insert, so that a summary over a million plays reads a few thousand
 * rows. An hour that a question cuts in two is counted from the log itself.
 */
import type { PlayQuery } from '../../contract/api/displays';
import type { Play, PlayOutcome } from '../../contract/records/play';
import type { Database, SqlValue } from './database';
import { conditions } from './play-conditions';

const HOUR_MS = 3_600_000;
const ALL = '';

interface Total {
  of: string;
  key: string;
  hour: number;
  outcome: PlayOutcome;
  plays: number;
  shownMs: number;
}
export interface Summary {
  total: number;
  shownMs: number;
  byOutcome: Record<PlayOutcome, number>;
}

/** Time a play was on the panel; a skipped one was never seen. */
function shownMs(play: Play): number {
  return play.outcome === 'skipped' ? 0 : Math.max(0, play.endedAt - play.startedAt);
}

export function addToTotals(db: Database, plays: readonly Play[]): void {
  const totals = new Map<string, Total>();
  for (const play of plays) {
    for (const [of, key] of keysOf(play)) addOne(totals, of, key, play);
  }
  for (const { of, key, hour, outcome, plays: count, shownMs: ms } of totals.values()) {
    db.run(
      `INSERT INTO play_total (of, key, hour, outcome, plays, shown_ms) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET plays = plays + excluded.plays, shown_ms = shown_ms + excluded.shown_ms`,
      of,
      key,
      hour,
      outcome,
      count,
      ms,
    );
  }
}

function keysOf(play: Play): [string, string][] {
  const keys: [string, string][] = [
    ['all', ALL],
    ['display', play.displayId],
  ];
  if (play.assetId) keys.push(['asset', play.assetId]);
  if (play.bookingId) keys.push(['booking', play.bookingId]);
  return keys;
}

function addOne(totals: Map<string, Total>, of: string, key: string, play: Play): void {
  const hour = Math.floor(play.startedAt / HOUR_MS);
  const name = `${of} ${key} ${hour} ${play.outcome}`;
  const total = totals.get(name) ?? { of, key, hour, outcome: play.outcome, plays: 0, shownMs: 0 };
  total.plays += 1;
  total.shownMs += shownMs(play);
  totals.set(name, total);
}

export function summarise(db: Database, query: PlayQuery): Summary {
  const summary: Summary = { total: 0, shownMs: 0, byOutcome: { shown: 0, partial: 0, skipped: 0, interrupted: 0 } };
  const ids = [query.displayId, query.assetId, query.bookingId].filter((id) => id !== undefined);
  if (ids.length > 1) {
    addCounted(summary, fromLog(db, query));
    return summary;
  }
  const { from, until } = query;
  const firstHour = from === undefined ? 0 : Math.ceil(from / HOUR_MS);
  const lastHour = until === undefined ? Number.MAX_SAFE_INTEGER : Math.floor(until / HOUR_MS);
  if (firstHour >= lastHour) {
    addCounted(summary, fromLog(db, query));
    return summary;
  }
  addCounted(summary, fromTotals(db, query, firstHour, lastHour));
  if (from !== undefined) addCounted(summary, edge(db, query, from, firstHour * HOUR_MS));
  if (until !== undefined) addCounted(summary, edge(db, query, lastHour * HOUR_MS, until));
  return summary;
}

interface Counted {
  outcome: PlayOutcome;
  plays: number;
  shown_ms: number;
}

function addCounted(summary: Summary, rows: readonly Counted[]): void {
  for (const { outcome, plays, shown_ms } of rows) {
    summary.total += plays;
    summary.shownMs += shown_ms;
    summary.byOutcome[outcome] += plays;
  }
}

function edge(db: Database, query: PlayQuery, from: number, until: number): Counted[] {
  return from < until ? fromLog(db, { ...query, from, until }) : [];
}

function fromLog(db: Database, query: PlayQuery): Counted[] {
  const { where, values } = conditions(query);
  const filter = where.length > 0 ? `WHERE ${where.join(' AND ')}` : '';
  return db.all<Counted>(
    `SELECT outcome, count(*) AS plays,
       sum(CASE WHEN outcome = 'skipped' THEN 0 ELSE max(0, ended_at - started_at) END) AS shown_ms
     FROM play ${filter} GROUP BY outcome`,
    ...values,
  );
}

function fromTotals(db: Database, query: PlayQuery, firstHour: number, lastHour: number): Counted[] {
  const [of, key] = totalKey(query);
  const values: SqlValue[] = [of, key, firstHour, lastHour];
  const outcome = query.outcome === undefined ? '' : 'AND outcome = ?';
  if (query.outcome !== undefined) values.push(query.outcome);
  return db.all<Counted>(
    `SELECT outcome, sum(plays) AS plays, sum(shown_ms) AS shown_ms FROM play_total
     WHERE of = ? AND key = ? AND hour >= ? AND hour < ? ${outcome} GROUP BY outcome`,
    ...values,
  );
}

function totalKey(query: PlayQuery): [string, string] {
  if (query.displayId !== undefined) return ['display', query.displayId];
  if (query.assetId !== undefined) return ['asset', query.assetId];
  if (query.bookingId !== undefined) return ['booking', query.bookingId];
  return ['all', ALL];
}
