/** The audit: written with each commit, read newest first, and what undo goes by. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type RecordName, recordTypes } from '../../contract/records';
import { type Actor, AuditEntry } from '../../contract/records/audit';
import type { Database, SqlValue } from './database';
import type { RecordChange } from './overlay';
import type { AuditTable } from './types';

/** `command` is a person's; `undo` takes one back; `redo` does it again and may be taken back itself. */
export type EntryKind = 'command' | 'undo' | 'redo';

/** A change as stored: with the version its images were written in. */
export const StoredChange = z.object({
  record: z.enum(Object.keys(recordTypes) as [RecordName, ...RecordName[]]),
  id: z.string(),
  version: z.int().min(1),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type StoredChange = z.infer<typeof StoredChange>;

const REDACTED = '[redacted]';

/** `afterBody`: what comes after as it is stored, where that was made ready before the commit. */
type WrittenChange = StoredChange & { afterBody?: string };

export interface NewEntry {
  seq: number;
  at: number;
  actor: Actor;
  command: string;
  kind: EntryKind;
  undoable: boolean;
  undoes: number | null;
  changes: readonly WrittenChange[];
}

/**
 * Before and after as kept. A waveform is most of an asset and nobody's edit: where the pictures did not change both images
 * go without, and as undo puts back only what changed it never misses them.
 */
export function imagesOf({ record, before, after }: RecordChange): Pick<StoredChange, 'before' | 'after'> {
  if (record === 'guest') return { before: withoutContact(before), after: withoutContact(after) };
  const untold = UNTOLD[record];
  if (untold) return { before: without(before, untold), after: without(after, untold) };
  const same =
    before && after && isPictured(before) && isPictured(after) && isDeepStrictEqual(before.pictures, after.pictures);
  if (!same) return { before: before ?? null, after: after ?? null };
  const pictures = { ...before.pictures, waveform: null };
  return { before: { ...before, pictures }, after: { ...after, pictures } };
}

/** How to reach somebody is to be forgotten one day, and a history that cannot forget must never have known. No undo needs it. */
function withoutContact(image: RecordChange['after']): StoredChange['before'] {
  return image ? { ...image, phone: REDACTED, email: REDACTED, notes: REDACTED } : null;
}

/** Who asked, who entered; and a jury's scores, which are nobody's to read before all are given. No undo needs them. */
const UNTOLD: Partial<Record<RecordName, readonly string[]>> = {
  // They are in the history in full once they are made; until then they may hold what is nobody's to read out.
  lockChange: ['changes'],
  informationRequest: ['applicant'],
  contestEntry: ['entrant', 'scores'],
};

function without(image: RecordChange['after'], fields: readonly string[]): StoredChange['before'] {
  return image ? { ...image, ...Object.fromEntries(fields.map((field) => [field, REDACTED])) } : null;
}

type Pictured = Extract<RecordChange['after'], { pictures: unknown }>;
const isPictured = (image: NonNullable<RecordChange['after']>): image is Pictured => 'pictures' in image;

export function writeEntry(db: Database, entry: NewEntry): void {
  db.run(
    `INSERT INTO audit (seq, at, actor_kind, actor_id, actor_name, command, kind, undoable, undone_by, undoes, changes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)`,
    entry.seq,
    entry.at,
    entry.actor.kind,
    entry.actor.id,
    entry.actor.name,
    entry.command,
    entry.kind,
    entry.undoable ? 1 : 0,
    entry.undoes,
    `[${entry.changes.map(textOf).join()}]`,
  );
  writeNames(db, entry);
  if (entry.undoes !== null) db.run('UPDATE audit SET undone_by = ? WHERE seq = ?', entry.seq, entry.undoes);
}

/** Names of records to a statement. */
const NAMES = 200;

function writeNames(db: Database, { seq, changes }: NewEntry): void {
  for (let at = 0; at < changes.length; at += NAMES) {
    const some = changes.slice(at, at + NAMES);
    const rows = some.map(() => '(?, ?, ?)').join();
    const values = some.flatMap(({ record, id }) => [record, id, seq]);
    db.run(`INSERT OR IGNORE INTO audit_record (record, id, seq) VALUES ${rows}`, ...values);
  }
}

function textOf({ afterBody, ...change }: WrittenChange): string {
  const text = JSON.stringify(change);
  return afterBody === undefined ? text : text.replace(/"after":null}$/, () => `"after":${afterBody}}`);
}

interface AuditRow {
  seq: number;
  at: number;
  actor_kind: string;
  actor_id: string;
  actor_name: string;
  command: string;
  kind: EntryKind;
  undoable: number;
  undone_by: number | null;
  undoes: number | null;
  changes: string;
}

export interface Reversible {
  seq: number;
  command: string;
  changes: StoredChange[];
}

/** The actor's newest command, or redone command, that an undo may take back. */
export function nextUndo(db: Database, actor: Actor): Reversible | undefined {
  return newest(db, actor, "kind <> 'undo'");
}

/** The actor's newest undo, unless the actor has done something else since. */
export function nextRedo(db: Database, actor: Actor): Reversible | undefined {
  const undone = newest(db, actor, "kind = 'undo'");
  const command = newest(db, actor, "kind = 'command'");
  return undone && (command?.seq ?? 0) < undone.seq ? undone : undefined;
}

function newest(db: Database, actor: Actor, condition: string): Reversible | undefined {
  const row = db.get<Pick<AuditRow, 'seq' | 'command' | 'changes'>>(
    `SELECT seq, command, changes FROM audit
     WHERE actor_kind = ? AND actor_id = ? AND undone_by IS NULL AND (undoable = 1 OR kind = 'undo') AND ${condition}
     ORDER BY seq DESC LIMIT 1`,
    actor.kind,
    actor.id,
  );
  return row && { seq: row.seq, command: row.command, changes: z.array(StoredChange).parse(JSON.parse(row.changes)) };
}

export function auditTable(db: Database): AuditTable {
  return {
    list({ before, limit, record, id }) {
      const where = ['seq < ?'];
      const values: SqlValue[] = [before ?? Number.MAX_SAFE_INTEGER];
      if (record !== undefined || id !== undefined) {
        where.push(`seq IN (SELECT seq FROM audit_record WHERE ${recordConditions(record, id)})`);
        values.push(...[record, id].filter((value) => value !== undefined));
      }
      const sql = `SELECT * FROM audit WHERE ${where.join(' AND ')} ORDER BY seq DESC LIMIT ?`;
      return db.all<AuditRow>(sql, ...values, limit).map(toEntry);
    },
    next: (kind, actor) => (kind === 'undo' ? nextUndo : nextRedo)(db, actor) ?? null,
    passOver: (seq) => void db.run('UPDATE audit SET undoable = 0 WHERE seq = ?', seq),
  };
}

function recordConditions(record: string | undefined, id: string | undefined): string {
  return [record === undefined ? '' : 'record = ?', id === undefined ? '' : 'id = ?'].filter(Boolean).join(' AND ');
}

function toEntry(row: AuditRow): AuditEntry {
  return AuditEntry.parse({
    seq: row.seq,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    command: row.command,
    changes: z
      .array(StoredChange)
      .parse(JSON.parse(row.changes))
      .filter(({ record }) => record !== 'session')
      .map(redact),
    undoable: row.undoable === 1,
    undoneBy: row.undone_by,
    undoes: row.undoes,
  });
}

/** Hashes of passwords and tokens, and secrets, are in the images that undo needs and in nothing that is read out. Sessions are not told. */
function redact(change: StoredChange): StoredChange {
  return {
    ...change,
    before: redactImage(change.record, change.before),
    after: redactImage(change.record, change.after),
  };
}

function redactImage(record: RecordName, image: StoredChange['before']): StoredChange['before'] {
  if (image === null) return null;
  if (record === 'user') return { ...image, passwordHash: image.passwordHash === null ? null : REDACTED };
  if (record === 'display' && image.token) return { ...image, token: { ...image.token, hash: REDACTED } };
  if (record === 'uploadLink' || record === 'previewLink') return { ...image, codeHash: REDACTED };
  if (record === 'calendarFeed') return { ...image, secret: REDACTED };
  return image;
}
