/** What smart playlists find in the library: one indexed query a rule, remembered until an asset changes. */
import type { SmartRule } from '../../contract/records/playlist';
import type { Find } from '../../domain/smart';
import type { Database, SqlValue } from './database';

/** More rules than a station has smart playlists. */
const REMEMBERED = 500;

const ORDER: Record<SmartRule['sort'], string> = {
  newest: 'created_at DESC, id DESC',
  oldest: 'created_at, id',
  name: 'sort_name, id',
};

export function finderOf(db: Database): { find: Find; forget(): void } {
  const known = new Map<string, readonly string[]>();
  return {
    find(rule) {
      const key = JSON.stringify([rule.tags, rule.agencyIds, rule.categories, rule.sort, rule.limit]);
      const found = known.get(key) ?? Object.freeze(ask(db, rule));
      if (known.size >= REMEMBERED) known.clear();
      known.set(key, found);
      return found;
    },
    forget: () => known.clear(),
  };
}

/** The same as `isFoundBy` says of one asset. */
function ask(db: Database, { tags, agencyIds, categories, sort, limit }: SmartRule): string[] {
  const where = ["shelf = 'current'", "state IN ('ready', 'transcoding')", "kind IN ('video', 'image')"];
  const values: SqlValue[] = [];
  const anyOf = (condition: (marks: string) => string, wanted: readonly string[]) => {
    if (wanted.length === 0) return;
    where.push(condition(wanted.map(() => '?').join(', ')));
    values.push(...wanted);
  };
  anyOf((marks) => `number IN (SELECT asset FROM asset_tag WHERE binned = 0 AND tag IN (${marks}))`, tags);
  anyOf((marks) => `agency IN (${marks})`, agencyIds);
  anyOf((marks) => `category IN (${marks})`, categories);
  const rows = db.all<{ id: string }>(
    `SELECT id FROM asset WHERE ${where.join(' AND ')} ORDER BY ${ORDER[sort]} LIMIT ?`,
    ...values,
    limit,
  );
  return rows.map(({ id }) => id);
}
