/** What differs between a record before and after, field by field, as short text. Pure. */

export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

/** Fields every change moves and nobody asks about. */
const QUIET = new Set(['rev', 'updatedAt', 'id']);
const LONGEST = 200;

/** `before` or `after` may be null: made, or gone. */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
  return names
    .filter((name) => !QUIET.has(name) && JSON.stringify(old[name]) !== JSON.stringify(fresh[name]))
    .map((field) => ({ field, before: short(old[field]), after: short(fresh[field]) }));
}

/** What a person calls the record. */
export function nameOf(record: unknown): string | undefined {
  const { name } = fieldsOf(record);
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function fieldsOf(record: unknown): Record<string, unknown> {
  return typeof record === 'object' && record !== null ? { ...record } : {};
}

function short(value: unknown): string {
  if (value === undefined || value === null) return '–';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
