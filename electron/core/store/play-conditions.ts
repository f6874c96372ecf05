/** A play query as SQL conditions and their values. */
import type { PlayQuery } from '../../contract/api/displays';
import type { SqlValue } from './database';
import type { Phrases } from './phrases';
import { OUTCOMES } from './play-rows';

export interface PlayCondition {
  where: string[];
  values: SqlValue[];
}

/** No row has it: what a text finds that no play ever used. */
const NEVER = -1;

export function conditions(query: PlayQuery, phrases: Phrases): PlayCondition {
  const found: PlayCondition = { where: [], values: [] };
  const add = (sql: string, value: number | undefined) => {
    if (value === undefined) return;
    found.where.push(sql);
    found.values.push(value);
  };
  const phrase = (text: string | undefined) => (text === undefined ? undefined : (phrases.find(text) ?? NEVER));
  add('display = ?', phrase(query.displayId));
  add('asset = ?', phrase(query.assetId));
  add('booking = ?', phrase(query.bookingId));
  add('outcome = ?', query.outcome === undefined ? undefined : OUTCOMES.indexOf(query.outcome));
  add('started_at >= ?', query.from);
  add('started_at < ?', query.until);
  // Said in words, since a bound value cannot show SQLite that the partial index serves.
  if (query.outcome !== undefined && query.outcome !== 'shown') found.where.push('outcome > 0');
  return found;
}
