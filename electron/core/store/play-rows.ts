/** A play as a row of numbers, and back. */
import { Play, type PlayOutcome } from '../../contract/records/play';
import type { SqlValue } from './database';
import type { Phrases } from './phrases';

/** Stored as their place in this list; never reorder. */
export const OUTCOMES: readonly PlayOutcome[] = ['shown', 'partial', 'skipped', 'interrupted'];

export interface PlayRow {
  number: number;
  id: string;
  display: number;
  display_name: number;
  asset: number | null;
  asset_name: number | null;
  booking: number | null;
  booking_name: number | null;
  hash: number | null;
  revision: number;
  planned_start: number;
  planned_ms: number;
  started_at: number;
  ended_at: number;
  frames: number | null;
  outcome: number;
  because: number | null;
  clock_offset_ms: number | null;
  received_at: number;
}

export const PLAY_COLUMNS =
  'id, display, display_name, asset, asset_name, booking, booking_name, hash, revision, planned_start, planned_ms, started_at, ended_at, frames, outcome, because, clock_offset_ms, received_at, shown_ms';

/** Time a play was on the panel, ms; a skipped one was never seen. */
export function shownMs(play: Play): number {
  return play.outcome === 'skipped' ? 0 : Math.max(0, play.endedAt - play.startedAt);
}

/** In the order of `PLAY_COLUMNS`. */
export function toValues(play: Play, phrases: Phrases): SqlValue[] {
  const phrase = (text: string | null) => (text === null ? null : phrases.numberOf(text));
  return [
    play.id,
    phrase(play.displayId),
    phrase(play.displayName),
    phrase(play.assetId),
    phrase(play.assetName),
    phrase(play.bookingId),
    phrase(play.bookingName),
    phrase(play.hash),
    play.revision,
    play.plannedStart,
    play.plannedMs,
    play.startedAt,
    play.endedAt,
    play.frames,
    OUTCOMES.indexOf(play.outcome),
    phrase(play.because && JSON.stringify(play.because)),
    play.clockOffsetMs,
    play.receivedAt,
    shownMs(play),
  ];
}

export function fromRow(row: PlayRow, phrases: Phrases): Play {
  const text = (number: number | null) => (number === null ? null : phrases.textOf(number));
  const because = text(row.because);
  return Play.parse({
    id: row.id,
    displayId: text(row.display),
    displayName: text(row.display_name),
    assetId: text(row.asset),
    assetName: text(row.asset_name),
    bookingId: text(row.booking),
    bookingName: text(row.booking_name),
    hash: text(row.hash),
    revision: row.revision,
    plannedStart: row.planned_start,
    plannedMs: row.planned_ms,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    frames: row.frames,
    outcome: OUTCOMES[row.outcome],
    because: because === null ? null : JSON.parse(because),
    clockOffsetMs: row.clock_offset_ms,
    receivedAt: row.received_at,
  });
}
