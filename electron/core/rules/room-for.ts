/** Whether displays can still take the book: one that they cannot read they pass over, and would go on by an older one. */
import { Failure } from '../../contract/failure';
import { MOST_BOOK_TEXT, MOST_RULES } from '../../contract/records/rulebook';
import { reason } from '../../contract/scalars';
import { rulesIn, type Tx } from '../store';

/** Version and date, and categories that are named later. */
const SPARE = 100_000;

/** @throws Failure refused */
export function refuseTooLarge(tx: Tx): void {
  const book = rulesIn(tx);
  if (book.rules.length <= MOST_RULES && JSON.stringify(book).length <= MOST_BOOK_TEXT - SPARE) return;
  throw new Failure('refused', { record: 'rule' }, [reason('rules.tooLarge', { most: MOST_RULES })]);
}
