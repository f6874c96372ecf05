/**
 * Under a lock what is unknown is kept off. Whoever says what it is does not also let it air: material whose category one person named
 * while the lock was near is let through by another.
 */
import type { Asset } from '../../contract/records/asset';
import type { Actor } from '../../contract/records/audit';
import type { BookRule } from '../../contract/records/rulebook';
import { type Reason, reason } from '../../contract/scalars';
import { nearSince, overAt } from '../../domain/judge/weaker';
import { auditPages } from './audit-pages';
import type { RecordChange } from './overlay';
import type { AuditTable, Reader } from './types';
import { airs } from './undo-approval';

type History = Pick<AuditTable, 'list'>;

interface Ground {
  history: History;
  before: Pick<Reader, 'get'>;
  actor: Actor;
  now: number;
}

/** Cheap, for it is asked of every commit. */
export function letsThrough({ record, before, after }: RecordChange): boolean {
  if (record !== 'asset' || !before || !after) return false;
  const [was, is] = [before, after] as [Asset, Asset];
  return !airs(was) && airs(is) && is.category !== null;
}

/** @param let changes that `letsThrough` something */
export function namedByOne(
  near: readonly BookRule[],
  letIn: readonly RecordChange[],
  { history, before: reader, actor, now }: Ground,
): Reason[] {
  const lock = [...near].sort((a, b) => nearSince(a, now) - nearSince(b, now))[0];
  if (!lock) return [];
  return letIn
    .filter(
      (change) =>
        isRenamed(change) ||
        sourcesOf(change.after as Asset, reader).some((id) => hasNamed(history, id, actor, nearSince(lock, now))),
    )
    .map(({ after }) =>
      reason('rules.namedByOne', { name: (after as Asset).name, rule: lock.name, until: overAt(lock) }),
    );
}

/** Itself, and what it is a repaired copy of: a copy is made with the name that its original has. */
function sourcesOf({ id, mends }: Asset, reader: Ground['before']): string[] {
  const ids = [id];
  for (let of = mends?.assetId; of && !ids.includes(of); of = reader.get('asset', of)?.mends?.assetId) ids.push(of);
  return ids;
}

const isRenamed = ({ before, after }: { before?: unknown; after?: unknown }): boolean =>
  categoryOf(before) !== categoryOf(after);

const categoryOf = (image: unknown): unknown =>
  typeof image === 'object' && image !== null && 'category' in image ? image.category : null;

function hasNamed(history: History, id: string, actor: Actor, since: number): boolean {
  for (const page of auditPages(history, 'asset', id)) {
    const late = page.filter(({ at }) => at >= since);
    if (late.length === 0) return false;
    const isMine = late.some(
      (entry) =>
        maySpeakFor(entry.actor, actor) &&
        entry.changes.some((change) => change.record === 'asset' && change.id === id && isRenamed(change)),
    );
    if (isMine) return true;
  }
  return false;
}

/** A program is somebody's, nobody knows whose. */
const maySpeakFor = (one: Actor, other: Actor): boolean =>
  one.id === other.id || one.kind === 'token' || (one.kind === 'user' && other.kind === 'token');
