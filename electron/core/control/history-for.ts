/** The history as its reader may see it: what the desk keeps to itself is not read out of what it did. */
import { z } from 'zod';
import type { AuditEntry } from '../../contract/records/audit';
import { mayDo, type Role } from '../../contract/records/user';
import type { Store } from '../store';

/**
 * Who told of a rumour, what a consequence test found, what is said in material: their own pages show of it what each reader may see,
 * and know of each whether it is exempt. Here there is left that they were changed, by whom and when.
 */
const OF_THE_DESK: ReadonlySet<string> = new Set([
  ...['hoaxCase', 'exemption', 'submission', 'card'],
  ...['previewCaptions', 'previewComment'],
]);

/** Said of material, or found in it: told of what is not exempt. */
const OF_MATERIAL: ReadonlySet<string> = new Set(['asset', 'qualityReport', 'recall', 'contestEntry']);

const Image = z.object({
  ppid: z.string().optional(),
  hash: z.string().default(''),
  hashes: z.array(z.string()).default([]),
  assetId: z.string().nullable().default(null),
});

export function historyFor(store: Pick<Store, 'get'>, role: Role, entries: readonly AuditEntry[]): AuditEntry[] {
  if (mayDo(role, 'desk')) return [...entries];
  return entries.map((entry) => ({
    ...entry,
    changes: entry.changes.map((change) =>
      OF_THE_DESK.has(change.record) || (OF_MATERIAL.has(change.record) && isOfExempt(store, change))
        ? { ...change, before: withoutWords(change.before), after: withoutWords(change.after) }
        : change,
    ),
  }));
}

/** As it was then, or as its content is now. */
function isOfExempt({ get }: Pick<Store, 'get'>, { before, after }: AuditEntry['changes'][number]): boolean {
  return [before, after].some((image) => {
    const { ppid, hash, hashes, assetId } = Image.parse(image ?? {});
    const isHeld = ppid === 'exempt' || (assetId !== null && get('asset', assetId)?.ppid === 'exempt');
    return isHeld || [hash, ...hashes].some((one) => get('exemption', one)?.declassified === null);
  });
}

/** Null is that there was none. */
const withoutWords = (image: unknown): unknown =>
  image === null ? null : { id: Object(image).id, rev: Object(image).rev };
