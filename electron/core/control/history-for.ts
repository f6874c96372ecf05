/** The history as its reader may see it: what the desk keeps to itself is not read out of what it did. */
import type { AuditEntry } from '../../contract/records/audit';
import { mayDo, type Role } from '../../contract/records/user';

/**
 * Who told of a rumour, what a consequence test found, what is said in material: their own pages show of it what each reader may see,
 * and know of each whether it is exempt. Here there is left that they were changed, by whom and when.
 */
const OF_THE_DESK: ReadonlySet<string> = new Set([
  ...['hoaxCase', 'exemption', 'submission', 'card'],
  ...['previewCaptions', 'previewComment'],
]);

export function historyFor(role: Role, entries: readonly AuditEntry[]): AuditEntry[] {
  if (mayDo(role, 'desk')) return [...entries];
  return entries.map((entry) => ({
    ...entry,
    changes: entry.changes.map((change) =>
      OF_THE_DESK.has(change.record)
        ? { ...change, before: withoutWords(change.before), after: withoutWords(change.after) }
        : change,
    ),
  }));
}

/** Null is that there was none. */
const withoutWords = (image: unknown): unknown =>
  image === null ? null : { id: Object(image).id, rev: Object(image).rev };
