/** Taking a command back, or doing it again: its before-images are put anew, unless others moved the records since. */
import { isDeepStrictEqual } from 'node:util';
import { Failure } from '../../contract/failure';
import { parseRecord, type RecordType } from '../../contract/record-type';
import { type RecordName, type Records, recordTypes } from '../../contract/records';
import { rundownOf } from '../../contract/records/part-id';
import { type Reason, reason } from '../../contract/scalars';
import { namedThoughGone, namesOnlyWhatIsThere } from '../../domain/references';
import { type Reversible, StoredChange } from './audit';
import { refuseSigned } from './signed';
import type { Tx } from './types';
import { lettingThrough } from './undo-approval';
import { isTooLate, putTakeoverBack } from './undo-takeover';

/**
 * Records whose fields several hands write: jobs add renditions to an asset while a person renames it, pairing
 * gives a display its token, an episode gets its file. Of these only the fields that the command changed are compared and put back.
 */
const FIELD_BY_FIELD: readonly RecordName[] = ['asset', 'display', 'episode'];

/**
 * What the law reads of them besides. A change that was agreed to is of this content, so approved and so named: what airs by it was
 * weighed as it was, and is another matter when any of this has moved.
 */
const READ_BY_LAW: Partial<Record<RecordName, readonly string[]>> = {
  asset: [
    ...['hash', 'approval', 'approvedHash', 'ppid', 'ppidReviewBy', 'recalledAt', 'trashedAt'],
    ...['category', 'agencyId', 'subject', 'validFrom', 'validTo'],
  ],
  display: ['place'],
};

type Image = Record<string, unknown>;
type AnyRecord = Records[RecordName];

/** @throws Failure refused under a signed log; undoConflict, naming the records that moved, whose time is over, or the places that would be left with a hole */
export function reverse(tx: Tx, entry: Reversible, now: number): void {
  const moved = movedSince(tx, entry.changes);
  if (moved.length > 0) throw new Failure('undoConflict', { command: entry.command }, moved);
  for (const rundownId of rundownsOf(entry)) refuseSigned(tx, rundownId);
  const late = entry.changes.flatMap((change) => tooLate(tx, change, now));
  if (late.length > 0) throw new Failure('undoConflict', { command: entry.command }, late);
  const through = entry.changes.flatMap((change) => {
    const was = change.record === 'asset' ? tx.get('asset', change.id) : undefined;
    putBack(tx, change, now);
    return lettingThrough(tx, change, was);
  });
  if (through.length > 0) throw new Failure('undoConflict', { command: entry.command }, through);
  const holes = entry.changes.flatMap(({ record, id }) => holesOf(tx, record, id, now));
  if (holes.length > 0) throw new Failure('undoConflict', { command: entry.command }, holes);
}

/**
 * Makes a change that was refused before, as it was.
 * @throws Failure refused, naming what moved since or what it would now leave with a hole
 */
export function replay(tx: Tx, changes: readonly unknown[], now: number): void {
  const wanted = changes.map((change) => StoredChange.parse(change));
  // What was to come after is what is put back; what was before must still be there.
  const swapped = wanted.map(({ before, after, ...of }): StoredChange => ({ ...of, before: after, after: before }));
  const moved = movedSince(tx, swapped, READ_BY_LAW);
  if (moved.length > 0) throw new Failure('refused', {}, moved);
  for (const change of swapped) putBack(tx, change, now);
  const holes = swapped.flatMap(({ record, id }) => holesOf(tx, record, id, now));
  if (holes.length > 0) throw new Failure('refused', {}, holes);
}

/** @param beside fields that must stand although the command did not change them */
function movedSince(tx: Tx, changes: readonly StoredChange[], beside: typeof READ_BY_LAW = {}): Reason[] {
  const moved = changes.filter((change) => !stands(tx, change, beside[change.record]));
  return moved.map(({ record, id }) => reason('store.movedSince', { record, id, name: nameOf(tx, record, id) }));
}

const WRITTEN: readonly RecordName[] = ['rundownItem', 'script', 'attachment'];

/** Rundowns of which something written is moved. */
function rundownsOf({ changes }: Reversible): Set<string> {
  const ids = changes.flatMap(({ record, id }) => {
    if (record === 'rundown') return [id];
    return WRITTEN.includes(record) ? [rundownOf(id)] : [];
  });
  return new Set(ids);
}

/** A takeover whose time has passed cannot be brought back: its record would tell of a showing that never was. */
function tooLate(tx: Tx, change: StoredChange, now: number): Reason[] {
  if (change.record !== 'takeover' || change.before === null) return [];
  const before = parseRecord(recordTypes.takeover, change.before, change.version);
  return isTooLate(before, tx.get('takeover', change.id), now)
    ? [reason('store.takeoverOver', { name: before.name })]
    : [];
}

/** What others built since on what would go, and what a record that comes back would miss. */
function holesOf(tx: Tx, record: RecordName, id: string, now: number): Reason[] {
  const dangling = namedThoughGone(tx, record, id, now);
  if (namesOnlyWhatIsThere(tx, record, id)) return dangling;
  return [...dangling, reason('store.missesMaterial', { name: nameOf(tx, record, id) })];
}

function nameOf(tx: Tx, record: RecordName, id: string): string {
  const now = tx.get(record, id);
  return now && 'name' in now ? now.name : id;
}

/** Whether the record is still as the command left it. */
function stands(tx: Tx, change: StoredChange, beside: readonly string[] = []): boolean {
  const now = tx.get(change.record, change.id);
  const after = read(change, change.after);
  if (!now || !after) return now === undefined && after === undefined;
  const before = read(change, change.before);
  const [held, left] = [imageOf(now), imageOf(after)];
  return [...fieldsOf(change.record, before, after), ...beside].every((field) =>
    isDeepStrictEqual(held[field], left[field]),
  );
}

function putBack(tx: Tx, change: StoredChange, at: number): void {
  if (change.record === 'takeover') return putTakeoverBack(tx, change, at);
  const before = read(change, change.before);
  const now = tx.get(change.record, change.id);
  if (!before) tx.remove(change.record, change.id);
  else if (!now) tx.put(change.record, before);
  else {
    const fields = fieldsOf(change.record, before, read(change, change.after));
    const restored = imageOf(
      now,
      Object.keys(now).filter((field) => !fields.includes(field)),
    );
    // The schema drops what the restored state of a union does not know and refuses what it lacks.
    tx.put(change.record, { ...restored, ...imageOf(before, fields) } as AnyRecord);
  }
}

/** Fields to compare and put back; all but `rev`, or only those that changed. */
function fieldsOf(record: RecordName, before: AnyRecord | undefined, after: AnyRecord | undefined): string[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  fields.delete('rev');
  if (!before || !after || !FIELD_BY_FIELD.includes(record)) return [...fields];
  return [...fields].filter((field) => !isDeepStrictEqual(imageOf(before)[field], imageOf(after)[field]));
}

function imageOf(value: AnyRecord, fields?: readonly string[]): Image {
  if (!fields) return { ...value };
  return Object.fromEntries(Object.entries(value).filter(([field]) => fields.includes(field)));
}

function read(change: StoredChange, image: StoredChange['before']): AnyRecord | undefined {
  if (image === null) return undefined;
  const type: RecordType<AnyRecord> = recordTypes[change.record];
  return parseRecord(type, image, change.version);
}
