/** What differs between a record before and after, field by field, as short text. Pure. */
import type { AuditEntry, Change } from '../../../../electron/contract/records/audit';

export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

/** What the reader's language has for values that are no text. */
export interface ValueWords {
  flag(value: boolean): string;
  /** An instant, epoch ms. */
  at(value: number): string;
}

/** Fields every change moves and nobody asks about. */
export const QUIET_FIELDS: ReadonlySet<string> = new Set(['rev', 'updatedAt', 'id']);
/** Records of the station's own work: they move with what people change, and nobody edits their fields. */
export const OWN_RECORDS: ReadonlySet<string> = new Set([
  'job',
  'session',
  'storedTimeline',
  'plannedDay',
  'takeoverReceipt',
  'draftEdit',
  'versionContent',
  'step',
  'recording',
  'watchAlarm',
  'previewCaptions',
  'previewLink',
  'qualityReport',
  'ruleVersion',
  'rulebookState',
]);
/** The station tells nobody what it is; that there is one is enough. */
const SECRETS: ReadonlySet<string> = new Set(['passwordHash', 'secret']);
const LONGEST = 200;

export function changesOf(entry: Pick<AuditEntry, 'changes'>, words: ValueWords): FieldChange[] {
  return entry.changes
    .filter(({ record }) => !OWN_RECORDS.has(record))
    .flatMap(({ before, after }) => fieldChanges(before, after, words));
}

/** What the records of a change are called, each once. */
export function namesOf(changes: readonly Change[]): string[] {
  return [...new Set(changes.flatMap(({ before, after }) => nameOf(after) ?? nameOf(before) ?? []))];
}

/** `before` or `after` may be null: made, or gone. */
export function fieldChanges(before: unknown, after: unknown, words: ValueWords): FieldChange[] {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
  return names
    .filter((name) => !QUIET_FIELDS.has(name) && JSON.stringify(old[name]) !== JSON.stringify(fresh[name]))
    .map((field) => ({ field, before: short(field, old[field], words), after: short(field, fresh[field], words) }));
}

/** What a person calls the record; a job is called by its title, its name is the kind of work. */
export function nameOf(record: unknown): string | undefined {
  const { title, name } = fieldsOf(record);
  const called = title ?? name;
  return typeof called === 'string' && called !== '' ? called : undefined;
}

function fieldsOf(record: unknown): Record<string, unknown> {
  return typeof record === 'object' && record !== null ? { ...record } : {};
}

function short(field: string, value: unknown, words: ValueWords): string {
  if (value === undefined || value === null) return '–';
  if (SECRETS.has(field)) return '••••••';
  if (typeof value === 'boolean') return words.flag(value);
  if (typeof value === 'number' && field.endsWith('At')) return words.at(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
