/** A play query as SQL conditions and their values. */
import type { PlayQuery } from '../../contract/api/displays';
import type { SqlValue } from './database';

const CONDITIONS: readonly [keyof PlayQuery, string][] = [
  ['displayId', 'display_id = ?'],
  ['assetId', 'asset_id = ?'],
  ['bookingId', 'booking_id = ?'],
  ['outcome', 'outcome = ?'],
  ['from', 'started_at >= ?'],
  ['until', 'started_at < ?'],
];

export function conditions(query: PlayQuery): { where: string[]; values: SqlValue[] } {
  const asked = CONDITIONS.filter(([field]) => query[field] !== undefined);
  return { where: asked.map(([, sql]) => sql), values: asked.map(([field]) => query[field] as SqlValue) };
}
