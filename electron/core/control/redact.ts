/** What an audit entry may show: everything but secrets, hashed ones too. */
import type { AuditEntry, Change } from '../../contract/records/audit';

/** Field of a record -> it is replaced by this when it holds anything. */
const SECRETS: Readonly<Record<string, readonly string[]>> = { user: ['passwordHash'], display: ['token'] };
const HIDDEN = '***';

export function redact(entry: AuditEntry): AuditEntry {
  return { ...entry, changes: entry.changes.filter(({ record }) => record !== 'session').map(redactChange) };
}

function redactChange(change: Change): Change {
  const fields = SECRETS[change.record];
  return fields ? { ...change, before: hide(change.before, fields), after: hide(change.after, fields) } : change;
}

function hide(value: unknown, fields: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = { ...value };
  for (const field of fields) if (copy[field] !== null && copy[field] !== undefined) copy[field] = HIDDEN;
  return copy;
}
