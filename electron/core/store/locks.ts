/** No single person's change may loosen a lock until the last of its days is over, by whichever command, and by undo neither. */
import type { RecordName } from '../../contract/records';
import type { Asset } from '../../contract/records/asset';
import type { Actor } from '../../contract/records/audit';
import type { BookRule } from '../../contract/records/rulebook';
import type { Reason } from '../../contract/scalars';
import { bookOf } from '../../domain/judge/book';
import { type Book, daysOf, isAhead, isNear, isYetToBegin, loosened } from '../../domain/judge/weaker';
import { letsThrough, namedByOne } from './let-through';
import { entering, leaving, mayMove } from './lock-scope';
import type { RecordChange } from './overlay';
import { settingsOf } from './settings-of';
import type { AuditTable, Reader } from './types';

type Ground = Pick<Reader, 'get' | 'all'>;

/** A lock made by mistake may be taken back for so long by whoever made it, while its days have not begun. */
const MISTAKE_MS = 15 * 60_000;

/** What rules are made of. A change of anything else cannot move them. */
const OF_RULES: readonly RecordName[] = ['rule', 'stageCalendar', 'settings'];

/** The rules as a reader has them. */
export function rulesIn(reader: Ground): Book {
  const { categories, zone } = settingsOf(reader);
  const [rules, calendars, lifts] = [reader.all('rule'), reader.all('stageCalendar'), reader.all('lockLift')];
  return bookOf({ rules, calendars, lifts, categories, zone });
}

interface Weighed {
  before: Ground;
  after: Ground;
  actor: Actor;
  now: number;
  /** Who named what before. */
  history: Pick<AuditTable, 'list'>;
}

/** What a commit would loosen. Asked of every commit, so it is cheap where nothing of it can. */
export function looseningOf(weighed: Weighed, changes: readonly RecordChange[]): Reason[] {
  const { before, after, now } = weighed;
  const ofRules = changes.some(({ record }) => OF_RULES.includes(record));
  const moved = changes.filter(mayMove);
  const letIn = changes.filter(letsThrough);
  if (!ofRules && moved.length + letIn.length === 0) return [];
  const { book, locks, near } = locksFor(weighed);
  if (locks.length === 0) return [];
  return [
    ...(ofRules ? loosened(book, rulesIn(after), locks, now) : []),
    // What material, agencies and panels are is said anew every day: it gets round a lock that is near, not one of next year.
    ...(moved.length > 0 ? leaving(near, { before, after }, moved) : []),
    ...(moved.length > 0 && near.length > 0 ? entered(book, weighed, moved) : []),
    ...(letIn.length > 0 ? namedByOne(near, letIn, weighed) : []),
  ];
}

/** What the commit of this person alone would be told that lets material air as it is; the locks are read once. */
export function lettingAlone(weighed: Omit<Weighed, 'after'>): (asset: Asset) => Reason[] {
  const { near } = locksFor(weighed);
  return (asset) => {
    const after: Asset = { ...asset, approval: 'approved', approvedHash: asset.hash };
    const change: RecordChange = { record: 'asset', id: asset.id, before: asset, after };
    return letsThrough(change) ? namedByOne(near, [change], weighed) : [];
  };
}

/** Those that this person does not loosen alone, and of them those that hold or come within a week. */
function locksFor({ before, actor, now }: Omit<Weighed, 'after' | 'history'>) {
  const book = rulesIn(before);
  const locks = book.rules.filter((rule) => isAhead(rule, now) && !isOwnMistake(rule, before, actor, now));
  return { book, locks, near: locks.filter((lock) => isNear(lock, now)) };
}

/** The permits that two people know of, as they knew them. */
function entered(book: Book, change: Weighed, moved: readonly RecordChange[]): Reason[] {
  const permits = book.rules.filter(
    (rule) => rule.does.kind === 'permit' && daysOf(rule).some(([, until]) => until > change.now),
  );
  return entering(permits, change, moved, (category) => category !== null && book.categories.includes(category));
}

/** Made a moment ago by the same person, touched by nobody else, and not holding yet. */
function isOwnMistake(lock: BookRule, reader: Ground, { id, name }: Actor, now: number): boolean {
  const rule = reader.get('rule', lock.id);
  if (!rule || rule.createdBy !== id || !isYetToBegin(lock, now)) return false;
  // One that is said to be made later than now was made while the clock was ahead: nobody knows how long ago.
  if (now < rule.createdAt || now - rule.createdAt > MISTAKE_MS) return false;
  return reader.all('ruleVersion').every(({ ruleId, by }) => ruleId !== rule.id || by === name);
}
