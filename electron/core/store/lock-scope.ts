/**
 * What a lock is about is not taken out of it by one person: material said to be of another category or agency, an agency of another
 * kind, a panel moved or taken out of its group.
 */
import type { Asset } from '../../contract/records/asset';
import type { Display } from '../../contract/records/display';
import type { Agency } from '../../contract/records/partner';
import type { BookRule } from '../../contract/records/rulebook';
import { type Reason, reason } from '../../contract/scalars';
import { isAt, names } from '../../domain/judge/open';
import { overAt } from '../../domain/judge/weaker';
import { groupsByDisplay } from './lookups';
import type { RecordChange } from './overlay';
import type { Reader } from './types';

type Ground = Pick<Reader, 'get' | 'all'>;

interface Change {
  before: Ground;
  after: Ground;
}

/** @param moved changes that `mayMove` something */
export function leaving(
  locks: readonly BookRule[],
  { before, after }: Change,
  moved: readonly RecordChange[],
): Reason[] {
  return locks.flatMap((lock) =>
    [
      ...moved.flatMap((change) => (leaves(change, lock, before, after) ? [nameOf(change)] : [])),
      ...(moved.some(({ record }) => record === 'display' || record === 'displayGroup')
        ? panelsLeaving(lock, before, after)
        : []),
    ].map((name): Reason => reason('rules.leavesLock', { name, rule: lock.name, until: overAt(lock) })),
  );
}

const asset = ({ before, after }: RecordChange) => [before, after] as [Asset | undefined, Asset | undefined];
const agency = ({ before, after }: RecordChange) => [before, after] as [Agency | undefined, Agency | undefined];
const display = ({ before, after }: RecordChange) => [before, after] as [Display | undefined, Display | undefined];

/** Cheap, for it is asked of every commit; what is deleted airs nowhere. */
export function mayMove(change: RecordChange): boolean {
  if (!change.before) return false;
  switch (change.record) {
    case 'asset': {
      const [was, is] = asset(change);
      return was !== undefined && is !== undefined && (was.category !== is.category || was.agencyId !== is.agencyId);
    }
    case 'agency': {
      const [was, is] = agency(change);
      return was?.kind !== is?.kind;
    }
    case 'display': {
      const [was, is] = display(change);
      return is !== undefined && was?.place !== is.place;
    }
    case 'displayGroup':
      return true;
    default:
      return false;
  }
}

function nameOf({ before, id }: RecordChange): string {
  return before && 'name' in before ? before.name : id;
}

function leaves(change: RecordChange, lock: BookRule, before: Ground, after: Ground): boolean {
  if (change.record === 'agency') {
    const [was, is] = agency(change);
    const has = (kind: Agency['kind'] | undefined) => kind !== undefined && lock.agencyKinds.includes(kind);
    return has(was?.kind) && !has(is?.kind);
  }
  if (change.record !== 'asset') return false;
  const [was, is] = asset(change);
  return was !== undefined && is !== undefined && isNamed(lock, was, before) && !isNamed(lock, is, after);
}

function isNamed(lock: BookRule, { category, agencyId }: Asset, reader: Ground): boolean {
  return names(lock, { category, agencyKind: reader.get('agency', agencyId ?? '')?.kind ?? null });
}

function panelsLeaving(lock: BookRule, before: Ground, after: Ground): string[] {
  if (lock.displayIds.length + lock.groupIds.length + lock.places.length === 0) return [];
  const [then, now] = [groupsByDisplay(before), groupsByDisplay(after)];
  return before
    .all('display')
    .filter(({ id }) => after.get('display', id) && stands(lock, id, before, then) && !stands(lock, id, after, now))
    .map(({ name }) => name);
}

function stands(lock: BookRule, id: string, reader: Ground, groupsOf: ReturnType<typeof groupsByDisplay>): boolean {
  return isAt(lock, { id, groupIds: [...groupsOf(id)], site: reader.get('display', id)?.place ?? '' });
}
