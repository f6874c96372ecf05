/** The library's rows, its search index, tags and media references. */
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { AssetQuery } from '../../contract/api/library';
import { type Asset, assetRecord, isProbed } from '../../contract/records/asset';
import { sortName } from '../../domain/smart';
import { finderOf } from './asset-finder';
import { mediaOf } from './asset-media';
import type { Database, SqlValue } from './database';
import { parseRow, type RowKeeper, type StoredRow } from './rows';
import type { AssetTable, WordsSearched } from './types';

type Query = z.output<typeof AssetQuery>;
const COLUMNS = 'version, body';
/** Compiling a day asks for the same few hundred assets again and again. */
const REMEMBERED = 2000;

export function assetRows(db: Database): RowKeeper<Asset> & AssetTable {
  const remembered = new Map<string, Asset>();
  const finder = finderOf(db);
  const parse = (rows: StoredRow[]) => rows.map((row) => parseRow('asset', row));
  const some = (where: string, ...values: SqlValue[]) =>
    parse(db.all<StoredRow>(`SELECT ${COLUMNS} FROM asset ${where}`, ...values));

  function get(id: string): Asset | undefined {
    const asset = remembered.get(id) ?? some('WHERE id = ?', id)[0];
    if (asset) remember(remembered, asset);
    return asset;
  }

  return {
    get,
    put(asset) {
      const before = remembered.get(asset.id);
      remembered.delete(asset.id);
      finder.forget();
      writeAsset(db, asset, before);
    },
    remove(id) {
      remembered.delete(id);
      finder.forget();
      removeAsset(db, id);
    },
    all: () => some('ORDER BY id'),
    list: (query, words = 'all') => listAssets(db, query, words),
    byHash: (hash) => some('WHERE hash = ? ORDER BY trashed_at IS NOT NULL, id', hash),
    byState: (states) => some(`WHERE state IN (${states.map(() => '?').join(', ')}) ORDER BY id`, ...states),
    tags: (words = 'all') =>
      db.all<{ tag: string; count: number }>(
        `SELECT tag, count(*) AS count FROM asset_tag WHERE binned = 0 ${words === 'all' ? '' : `AND asset NOT IN (${EXEMPT})`}
           GROUP BY tag ORDER BY tag COLLATE NOCASE`,
      ),
    trashedBefore: (instant) => some('WHERE trashed_at < ? ORDER BY trashed_at', instant),
    after: (id, limit) => some('WHERE id > ? ORDER BY id LIMIT ?', id, limit),
    subjectsAfter: (id, limit) =>
      db.all<{ id: string; subject: string | null; ppid: string }>(
        `SELECT id, json_extract(body, '$.subject') AS subject, json_extract(body, '$.ppid') AS ppid FROM asset WHERE id > ? AND trashed_at IS NULL ORDER BY id LIMIT ?`,
        ...[id, limit],
      ),
    pending: () => some(`WHERE shelf = 'current' AND instr(body, '"approval":"pending"') > 0 ORDER BY id`),
    uses: (hash) => db.get('SELECT 1 FROM asset_media WHERE hash = ? LIMIT 1', hash) !== undefined,
    // By id first: who asks for media asks again and again, and its assets are remembered.
    holding(hash) {
      const sql = 'SELECT id FROM asset WHERE number IN (SELECT asset FROM asset_media WHERE hash = ?) ORDER BY id';
      return db.all<{ id: string }>(sql, hash).flatMap(({ id }) => get(id) ?? []);
    },
    mended: () =>
      db.all<{ id: string; of: string }>(
        `SELECT id, json_extract(body, '$.mends.assetId') AS "of" FROM asset WHERE instr(body, '"mends":{') > 0`,
      ),
    find: finder.find,
    assetsOf: (agencyId, limit) =>
      db
        .all<{ id: string }>('SELECT id FROM asset WHERE agency = ? ORDER BY id LIMIT ?', agencyId, limit)
        .map(({ id }) => id),
    count: () => db.get<{ n: number }>('SELECT count(*) AS n FROM asset')?.n ?? 0,
  };
}

function remember(remembered: Map<string, Asset>, asset: Asset): void {
  remembered.delete(asset.id);
  remembered.set(asset.id, asset);
  if (remembered.size <= REMEMBERED) return;
  const [oldest] = remembered.keys();
  if (oldest) remembered.delete(oldest);
}

/** `before` as it lies there, where that is known: what did not change beside it is not written again. */
function writeAsset(db: Database, asset: Asset, before: Asset | undefined): void {
  const known = db.get<{ number: number; words: string }>('SELECT number, words FROM asset WHERE id = ?', asset.id);
  const words = [asset.name, asset.originalName, ...asset.tags, asset.notes].join('\n');
  const number = known?.number ?? nextNumber(db);
  db.run(
    `INSERT OR REPLACE INTO asset (number, id, version, hash, shelf, kind, state, sort_name, created_at, duration_ms,
       bytes, trashed_at, words, agency, category, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    number,
    asset.id,
    assetRecord.version,
    asset.hash,
    shelfOf(asset),
    probeOf(asset)?.kind ?? null,
    asset.state,
    sortName(asset.name),
    asset.createdAt,
    probeOf(asset)?.durationMs ?? 0,
    asset.bytes,
    asset.trashedAt,
    words,
    asset.agencyId,
    asset.category,
    JSON.stringify(asset),
  );
  if (known?.words !== words) {
    if (known) db.run('DELETE FROM asset_search WHERE rowid = ?', number);
    db.run('INSERT INTO asset_search (rowid, words) VALUES (?, ?)', number, words);
  }
  if (!before || !isDeepStrictEqual(tagsOf(before), tagsOf(asset))) writeTags(db, number, asset);
  if (!before || !isDeepStrictEqual(mediaOf(before), mediaOf(asset))) writeMedia(db, number, asset);
}

function nextNumber(db: Database): number {
  return (db.get<{ top: number | null }>('SELECT max(number) AS top FROM asset')?.top ?? 0) + 1;
}

function writeTags(db: Database, number: number, asset: Asset): void {
  db.run('DELETE FROM asset_tag WHERE asset = ?', number);
  const { tags, binned } = tagsOf(asset);
  for (const tag of new Set(tags)) {
    db.run('INSERT INTO asset_tag (tag, binned, asset) VALUES (?, ?, ?)', tag, Number(binned), number);
  }
}

/** What is in the bin is found by its tag there, and not counted. */
const tagsOf = ({ tags, trashedAt }: Asset) => ({ tags, binned: trashedAt !== null });

function writeMedia(db: Database, number: number, asset: Asset): void {
  db.run('DELETE FROM asset_media WHERE asset = ?', number);
  for (const hash of mediaOf(asset)) db.run('INSERT INTO asset_media (asset, hash) VALUES (?, ?)', number, hash);
}

function removeAsset(db: Database, id: string): void {
  const number = db.get<{ number: number }>('SELECT number FROM asset WHERE id = ?', id)?.number;
  if (number === undefined) return;
  db.run('DELETE FROM asset_search WHERE rowid = ?', number);
  db.run('DELETE FROM asset_tag WHERE asset = ?', number);
  db.run('DELETE FROM asset_media WHERE asset = ?', number);
  db.run('DELETE FROM asset WHERE number = ?', number);
}

function probeOf(asset: Asset) {
  if (isProbed(asset)) return asset.probe;
  return asset.state === 'failed' ? asset.probe : null;
}

function shelfOf(asset: Asset): Query['shelf'] {
  if (asset.trashedAt !== null) return 'bin';
  return asset.archivedAt !== null ? 'archived' : 'current';
}

const ORDER: Record<Query['sort'], string> = {
  newest: 'created_at DESC, id DESC',
  oldest: 'created_at, id',
  name: 'sort_name, id',
  longest: 'duration_ms DESC, id DESC',
  largest: 'bytes DESC, id DESC',
};

function listAssets(db: Database, query: Query, words: WordsSearched) {
  const { where, values } = conditions(query, words);
  const from = `FROM asset WHERE ${where.join(' AND ')}`;
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${from}`, ...values)?.n ?? 0;
  const rows = db.all<{ id: string }>(
    `SELECT id ${from} ORDER BY ${ORDER[query.sort]} LIMIT ? OFFSET ?`,
    ...values,
    query.limit,
    query.offset,
  );
  return { total, ids: rows.map(({ id }) => id) };
}

/** Numbers of what is exempt. */
const EXEMPT = `SELECT number FROM asset WHERE instr(body, '"ppid":"exempt"') > 0`;

function conditions(query: Query, words: WordsSearched): { where: string[]; values: SqlValue[] } {
  const where = ['shelf = ?'];
  const values: SqlValue[] = [query.shelf];
  const add = (condition: string, value: SqlValue | undefined) => {
    if (value === undefined) return;
    where.push(condition);
    values.push(value);
  };
  add('kind = ?', query.kind);
  add('state = ?', query.state);
  add('number IN (SELECT asset FROM asset_tag WHERE tag = ?)', query.tag);
  const isSearched = query.search.trim() !== '';
  if (isSearched) add('number IN (SELECT rowid FROM asset_search WHERE words MATCH ?)', match(query.search));
  if (words === 'all') return { where, values };
  if (query.tag !== undefined) where.push(`number NOT IN (${EXEMPT})`);
  else if (isSearched) {
    const named = wordsIn(query.search).map((word) => {
      values.push(sortName(word));
      return 'instr(sort_name, ?) > 0';
    });
    where.push(`(number NOT IN (${EXEMPT}) OR (${['TRUE', ...named].join(' AND ')}))`);
  }
  return { where, values };
}

/** Every word as a prefix. A search with no letter or digit finds nothing. */
function match(search: string): string {
  return wordsIn(search)
    .map((word) => `"${word}"*`)
    .join(' ');
}

const wordsIn = (search: string): string[] => search.match(/[\p{L}\p{N}\p{M}]+/gu) ?? ['\u{10FFFD}'];
