/** No single person's change may loosen a lock on its days, by whichever command, and by undo neither. */
import { Failure } from '../../contract/failure';
import type { RecordName } from '../../contract/records';
import type { Reason } from '../../contract/scalars';
import { bookOf } from '../../domain/judge/book';
import { type Book, loosened } from '../../domain/judge/weaker';
import { settingsOf } from './settings-of';
import type { Reader } from './types';

type Ground = Pick<Reader, 'get' | 'all'>;

/** What rules are made of. A change of anything else cannot move them. */
export const OF_RULES: readonly RecordName[] = ['rule', 'stageCalendar', 'settings'];

/** The rules as a reader has them. */
export function rulesIn(reader: Ground): Book {
  const { categories, zone } = settingsOf(reader);
  const [rules, calendars, lifts] = [reader.all('rule'), reader.all('stageCalendar'), reader.all('lockLift')];
  return bookOf({ rules, calendars, lifts, categories, zone });
}

/** @returns why not; empty where the change leaves every lock as it is, or stronger */
export const loosenedBy = (before: Book, after: Ground, now: number): Reason[] => loosened(before, rulesIn(after), now);

/**
 * Asked at the end of a change, with the store as it still stands.
 * @throws Failure refused
 */
export function keepLocks(before: Ground, after: Ground, now: number): void {
  const reasons = loosenedBy(rulesIn(before), after, now);
  if (reasons.length > 0) throw new Failure('refused', {}, reasons);
}
