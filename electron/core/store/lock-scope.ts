/**
 * What a lock is about is not taken out of it by one person: material said to be of another category or agency, an agency of another
 * kind, a panel moved, removed or taken out of its group, or set up anew beside it. Nor is it brought under a permit, which lets the
 * unknown through.
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
export function leaving(locks: readonly BookRule[], change: Change, moved: readonly RecordChange[]): Reason[] {
  const { before, after } = change;
  return locks.flatMap((lock): Reason[] => {
    const of = { rule: lock.name, until: overAt(lock) };
    const material = moved.flatMap((each) => (leaves(each, lock, before, after) ? [nameOf(each)] : []));
    const panels = panelsOf(lock, change, moved);
    return [
      ...[...material, ...panels.left].map((name) => reason('rules.leavesLock', { name, ...of })),
      // The panel that stands there could be removed or be paired as another, and the lock names none that is made later.
      ...panels.madeBeside.map((name) => reason('rules.newBesideLock', { name, ...of })),
    ];
  });
}

/** What comes under a permit that did not let it through before. @param knows the categories that need none */
export function entering(
  permits: readonly BookRule[],
  change: Change,
  moved: readonly RecordChange[],
  knows: (category: string | null) => boolean,
): Reason[] {
  const { before, after } = change;
  return permits.flatMap((permit) => {
    const material = moved.flatMap((each) => (enters(each, permit, before, after, knows) ? [nameOf(each)] : []));
    return [...material, ...panelsOf(permit, change, moved).entered].map((name) =>
      reason('rules.entersPermit', { name, rule: permit.name }),
    );
  });
}

const asset = ({ before, after }: RecordChange) => [before, after] as [Asset | undefined, Asset | undefined];
const agency = ({ before, after }: RecordChange) => [before, after] as [Agency | undefined, Agency | undefined];
const display = ({ before, after }: RecordChange) => [before, after] as [Display | undefined, Display | undefined];

/** Cheap, for it is asked of every commit; what is deleted airs nowhere. */
export function mayMove(change: RecordChange): boolean {
  switch (change.record) {
    case 'asset': {
      const [was, is] = asset(change);
      return was !== undefined && is !== undefined && (was.category !== is.category || was.agencyId !== is.agencyId);
    }
    case 'agency': {
      const [was, is] = agency(change);
      return was !== undefined && was.kind !== is?.kind;
    }
    case 'display': {
      // Of one that is made or removed too.
      const [was, is] = display(change);
      return was?.place !== is?.place;
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

function enters(
  change: RecordChange,
  permit: BookRule,
  before: Ground,
  after: Ground,
  knows: (category: string | null) => boolean,
): boolean {
  if (change.record === 'agency') {
    const [was, is] = agency(change);
    const has = (kind: Agency['kind'] | undefined) => kind !== undefined && permit.agencyKinds.includes(kind);
    return has(is?.kind) && !has(was?.kind);
  }
  if (change.record !== 'asset') return false;
  const [was, is] = asset(change);
  if (!was || !is || knows(is.category)) return false;
  return isNamed(permit, is, after) && !isNamed(permit, was, before);
}

function isNamed(lock: BookRule, { category, agencyId }: Asset, reader: Ground): boolean {
  return names(lock, { category, agencyKind: reader.get('agency', agencyId ?? '')?.kind ?? null });
}

interface Panels {
  left: string[];
  entered: string[];
  madeBeside: string[];
}

/** The names of panels that came to stand otherwise by a rule that names panels, groups or places. */
function panelsOf(rule: BookRule, { before, after }: Change, moved: readonly RecordChange[]): Panels {
  const found: Panels = { left: [], entered: [], madeBeside: [] };
  const isOfPanels = rule.displayIds.length + rule.groupIds.length + rule.places.length > 0;
  if (!isOfPanels || !moved.some(({ record }) => record === 'display' || record === 'displayGroup')) return found;
  const [then, now] = [groupsByDisplay(before), groupsByDisplay(after)];
  for (const [id, name] of new Map(
    [...after.all('display'), ...before.all('display')].map((each) => [each.id, each.name]),
  )) {
    const isNew = before.get('display', id) === undefined;
    const stood = !isNew && stands(rule, id, before, then);
    const standsNow = after.get('display', id) !== undefined && stands(rule, id, after, now);
    if (stood && !standsNow) found.left.push(name);
    if (!stood && standsNow) found.entered.push(name);
    if (isNew && !standsNow) found.madeBeside.push(name);
  }
  return found;
}

function stands(lock: BookRule, id: string, reader: Ground, groupsOf: ReturnType<typeof groupsByDisplay>): boolean {
  return isAt(lock, { id, groupIds: [...groupsOf(id)], site: reader.get('display', id)?.place ?? '' });
}
