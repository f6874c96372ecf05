/**
 * Counts of plays by whole hour, kept with each insert, so that a summary over a million plays reads a few thousand
 * rows. An hour that a question cuts in two, and a question for two things at once, is counted from the log.
 */
import type { PlayQuery } from '../../contract/api/displays';
import type { Play, PlayOutcome } from '../../contract/records/play';
import type { Database } from './database';
import type { Phrases } from './phrases';
import { conditions } from './play-conditions';
import { OUTCOMES, shownMs } from './play-rows';

const HOUR_MS = 3_600_000;
/** What a total is of; stored, so never renumber. */
const OF = { all: 0, display: 1, asset: 2, booking: 3 } as const;

interface Total {
  key: readonly [of: number, key: number, hour: number, outcome: number];
  plays: number;
  shownMs: number;
}

export function addToTotals(db: Database, phrases: Phrases, plays: readonly Play[]): void {
  const totals = new Map<string, Total>();
  for (const play of plays) {
    for (const [of, key] of keysOf(play, phrases)) addOne(totals, of, key, play);
  }
  for (const { key, plays: count, shownMs: ms } of totals.values()) {
    db.run(
      `INSERT INTO play_total (of, key, hour, outcome, plays, shown_ms) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET plays = plays + excluded.plays, shown_ms = shown_ms + excluded.shown_ms`,
      ...key,
      count,
      ms,
    );
  }
}

function keysOf(play: Play, phrases: Phrases): [of: number, key: number][] {
  const keys: [number, number][] = [
    [OF.all, 0],
    [OF.display, phrases.numberOf(play.displayId)],
  ];
  if (play.assetId) keys.push([OF.asset, phrases.numberOf(play.assetId)]);
  if (play.bookingId) keys.push([OF.booking, phrases.numberOf(play.bookingId)]);
  return keys;
}

function addOne(totals: Map<string, Total>, of: number, key: number, play: Play): void {
  const whole = [of, key, Math.floor(play.startedAt / HOUR_MS), OUTCOMES.indexOf(play.outcome)] as const;
  const name = whole.join(' ');
  const total = totals.get(name) ?? { key: whole, plays: 0, shownMs: 0 };
  total.plays += 1;
  total.shownMs += shownMs(play);
  totals.set(name, total);
}

export interface Summary {
  total: number;
  shownMs: number;
  byOutcome: Record<PlayOutcome, number>;
}

export function summarise(db: Database, phrases: Phrases, query: PlayQuery): Summary {
  const { from = 0, until = Number.MAX_SAFE_INTEGER } = query;
  const firstHour = Math.ceil(from / HOUR_MS);
  const lastHour = Math.floor(until / HOUR_MS);
  const things = [query.displayId, query.assetId, query.bookingId].filter((id) => id !== undefined);
  if (things.length > 1 || firstHour >= lastHour) return sum(fromLog(db, phrases, query));
  return sum([
    ...edge(db, phrases, query, from, firstHour * HOUR_MS),
    ...fromTotals(db, phrases, query, firstHour, lastHour),
    ...(query.until === undefined ? [] : edge(db, phrases, query, lastHour * HOUR_MS, until)),
  ]);
}

interface Counted {
  outcome: number;
  plays: number;
  shown_ms: number;
}

function sum(rows: readonly Counted[]): Summary {
  const summary: Summary = { total: 0, shownMs: 0, byOutcome: { shown: 0, partial: 0, skipped: 0, interrupted: 0 } };
  for (const { outcome, plays, shown_ms } of rows) {
    summary.total += plays;
    summary.shownMs += shown_ms;
    summary.byOutcome[OUTCOMES[outcome] as PlayOutcome] += plays;
  }
  return summary;
}

function edge(db: Database, phrases: Phrases, query: PlayQuery, from: number, until: number): Counted[] {
  return from < until ? fromLog(db, phrases, { ...query, from, until }) : [];
}

function fromLog(db: Database, phrases: Phrases, query: PlayQuery): Counted[] {
  const { where, values } = conditions(query, phrases);
  return db.all<Counted>(
    `SELECT outcome, count(*) AS plays, sum(shown_ms) AS shown_ms FROM play
     WHERE ${where.join(' AND ') || 'TRUE'} GROUP BY outcome`,
    ...values,
  );
}

function fromTotals(db: Database, phrases: Phrases, query: PlayQuery, firstHour: number, lastHour: number): Counted[] {
  const [of, key] = totalKey(query, phrases);
  const outcome = query.outcome === undefined ? [] : [OUTCOMES.indexOf(query.outcome)];
  return db.all<Counted>(
    `SELECT outcome, sum(plays) AS plays, sum(shown_ms) AS shown_ms FROM play_total
     WHERE of = ? AND key = ? AND hour >= ? AND hour < ? ${outcome.length > 0 ? 'AND outcome = ?' : ''} GROUP BY outcome`,
    of,
    key,
    firstHour,
    lastHour,
    ...outcome,
  );
}

function totalKey({ displayId, assetId, bookingId }: PlayQuery, phrases: Phrases): [number, number] {
  if (displayId !== undefined) return [OF.display, phrases.find(displayId) ?? -1];
  if (assetId !== undefined) return [OF.asset, phrases.find(assetId) ?? -1];
  if (bookingId !== undefined) return [OF.booking, phrases.find(bookingId) ?? -1];
  return [OF.all, 0];
}
