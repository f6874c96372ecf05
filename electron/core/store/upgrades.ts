/** Numbered upgrades of `plays.db`: entry n brings it from version n to n + 1. Add at the end, never change one. */
import type { Database } from './database';

export const UPGRADES: readonly string[] = [
  `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO meta VALUES ('seq', 0);

  -- Newest image of each document; body NULL once the document was removed.
  CREATE TABLE journal (document TEXT PRIMARY KEY, rev INTEGER NOT NULL, body TEXT);

  -- Records with no table of their own: sessions, stored timelines.
  CREATE TABLE record (
    record TEXT NOT NULL, id TEXT NOT NULL, rev INTEGER NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (record, id));

  CREATE TABLE asset (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, hash TEXT NOT NULL,
    shelf TEXT NOT NULL, kind TEXT, state TEXT NOT NULL, sort_name TEXT NOT NULL, created_at INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL, bytes INTEGER NOT NULL, trashed_at INTEGER, words TEXT NOT NULL, body TEXT NOT NULL);
  CREATE INDEX asset_hash_is ON asset (hash);
  CREATE INDEX asset_state_is ON asset (state);
  CREATE INDEX asset_newest ON asset (shelf, created_at, id);
  CREATE INDEX asset_by_name ON asset (shelf, sort_name, id);
  CREATE INDEX asset_longest ON asset (shelf, duration_ms, id);
  CREATE INDEX asset_largest ON asset (shelf, bytes, id);
  CREATE INDEX asset_trashed ON asset (trashed_at) WHERE trashed_at IS NOT NULL;
  CREATE VIRTUAL TABLE asset_search USING fts5 (
    words, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2');
  CREATE TABLE asset_tag (tag TEXT NOT NULL, asset INTEGER NOT NULL, PRIMARY KEY (tag, asset)) WITHOUT ROWID;
  CREATE INDEX asset_tag_of ON asset_tag (asset);
  CREATE TABLE asset_media (asset INTEGER NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (asset, hash)) WITHOUT ROWID;

  CREATE TABLE job (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, finished INTEGER NOT NULL, priority INTEGER NOT NULL,
    ended_at INTEGER, body TEXT NOT NULL);
  CREATE INDEX job_order ON job (finished, priority DESC, id);
  CREATE INDEX job_ended ON job (finished, ended_at);

  CREATE TABLE audit (
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor_kind TEXT NOT NULL, actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL, command TEXT NOT NULL, kind TEXT NOT NULL, undoable INTEGER NOT NULL,
    undone_by INTEGER, undoes INTEGER, changes TEXT NOT NULL);
  CREATE INDEX audit_undo ON audit (actor_kind, actor_id, seq)
    WHERE undone_by IS NULL AND (undoable = 1 OR kind = 'undo');
  CREATE TABLE audit_record (
    record TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (record, id, seq)) WITHOUT ROWID;
  CREATE INDEX audit_record_seq ON audit_record (record, seq);

  -- Ids, names, hashes and reasons of plays, each written once: a play then takes 100 bytes instead of 400.
  CREATE TABLE phrase (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
  CREATE TABLE play (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, display INTEGER NOT NULL, display_name INTEGER NOT NULL,
    asset INTEGER, asset_name INTEGER, booking INTEGER, booking_name INTEGER, hash INTEGER, revision INTEGER NOT NULL,
    planned_start INTEGER NOT NULL, planned_ms INTEGER NOT NULL, started_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL, frames INTEGER, outcome INTEGER NOT NULL, because INTEGER, clock_offset_ms REAL,
    received_at INTEGER NOT NULL, shown_ms INTEGER NOT NULL);
  CREATE INDEX play_at ON play (started_at);
  CREATE INDEX play_display ON play (display, started_at, asset, booking, outcome, shown_ms);
  CREATE INDEX play_asset ON play (asset, started_at, booking, outcome, shown_ms) WHERE asset IS NOT NULL;
  CREATE INDEX play_booking ON play (booking, started_at, outcome, shown_ms) WHERE booking IS NOT NULL;
  -- What did not play to its end is rare and looked for.
  CREATE INDEX play_amiss ON play (outcome, started_at) WHERE outcome > 0;
  -- Counts by whole hour since 1970, for all plays (key 0) and per display, asset and booking.
  CREATE TABLE play_total (
    of INTEGER NOT NULL, key INTEGER NOT NULL, hour INTEGER NOT NULL, outcome INTEGER NOT NULL,
    plays INTEGER NOT NULL, shown_ms INTEGER NOT NULL, PRIMARY KEY (of, key, hour, outcome)) WITHOUT ROWID;
  `,
  // Whether a file on disk is still needed is asked for each of them.
  'CREATE INDEX asset_media_is ON asset_media (hash)',
  // Counting the assets of each tag outside the bin took 20 ms of the loop at 10,000 assets by joining them, now 2.
  `
  CREATE TABLE tag_of (
    tag TEXT NOT NULL, binned INTEGER NOT NULL, asset INTEGER NOT NULL, PRIMARY KEY (tag, binned, asset)) WITHOUT ROWID;
  INSERT INTO tag_of SELECT tag, shelf = 'bin', asset FROM asset_tag JOIN asset ON number = asset;
  DROP TABLE asset_tag;
  ALTER TABLE tag_of RENAME TO asset_tag;
  CREATE INDEX asset_tag_of ON asset_tag (asset);
  `,
  // What smart playlists go by, and who may not be removed while assets come from them.
  `
  ALTER TABLE asset ADD COLUMN agency TEXT;
  ALTER TABLE asset ADD COLUMN category TEXT;
  UPDATE asset SET agency = json_extract(body, '$.agencyId'), category = json_extract(body, '$.category');
  CREATE INDEX asset_agency ON asset (agency, id) WHERE agency IS NOT NULL;
  CREATE INDEX asset_category ON asset (category, created_at) WHERE category IS NOT NULL;
  `,
  // What days that are over came to, by the ids of planned days; body NULL where nothing was lost or made good.
  `
  CREATE TABLE day_account (
    id TEXT PRIMARY KEY, display TEXT NOT NULL, start INTEGER NOT NULL, until INTEGER NOT NULL, body TEXT) WITHOUT ROWID;
  CREATE INDEX day_account_at ON day_account (display, until);
  `,
  // What is asked at every piece of a clip that goes to whoever has a link, and whenever an asset is looked at.
  `
  CREATE INDEX preview_link_code ON record (json_extract(body, '$.codeHash'), id) WHERE record = 'previewLink';
  CREATE INDEX preview_link_of ON record (json_extract(body, '$.assetId'), id) WHERE record = 'previewLink';
  CREATE INDEX preview_captions_of ON record (json_extract(body, '$.assetId'), id) WHERE record = 'previewCaptions';
  CREATE INDEX preview_comment_of ON record (json_extract(body, '$.assetId'), id) WHERE record = 'previewComment';
  `,
  // Asked at every word that somebody searches the library for who does not keep the desk; the rows themselves are 80 MB at 10,000 assets.
  `CREATE INDEX asset_exempt ON asset (number) WHERE instr(body, '"ppid":"exempt"') > 0`,
];

/** Raised for a data directory of a later Suar; nothing is touched. */
export class NewerVersion extends Error {
  constructor(what: string) {
    super(`${what} was written by a newer Suar. Install that version again, or open another data directory.`);
    this.name = 'NewerVersion';
  }
}

export function upgrade(db: Database): void {
  const at = versionOf(db);
  if (at > UPGRADES.length) throw new NewerVersion(db.path);
  for (let version = at; version < UPGRADES.length; version += 1) {
    db.transaction(() => {
      db.exec(UPGRADES[version] as string);
      db.exec(`PRAGMA user_version=${version + 1}`);
    });
  }
}

/** 0 is an empty file. */
export function versionOf(db: Database): number {
  return db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}
