/**
 * What of a draft cannot be published as it is, and what would air at no moment to come were it published now: material may have been
 * recalled, rejected or become exempt since.
 */
import { MOST_TOLD, type Publishing } from '../../../contract/api/drafts';
import type { Booking } from '../../../contract/records/booking';
import type { DraftEdit } from '../../../contract/records/schedule-draft';
import type { Reason } from '../../../contract/scalars';
import { standing } from '../../../domain/drafts';
import { isOver } from '../../../domain/period';
import type { Steps } from '../../../domain/steps';
import { inTurns } from '../../loop';
import { dayAt, type Reader } from '../../store';
import { allAgainst, checkDraft, faultsOf } from '../check-draft';
import type { PublishNeed } from './publish';
import { editsOf, requireDraft } from './views';

/** @throws Failure notFound */
export async function lookAtDraft({ store, clock }: PublishNeed, id: string): Promise<Publishing> {
  return inTurns(told(store, editsOf(store, requireDraft(store, id).id), clock.now()));
}

function* told(reader: Reader, edits: readonly DraftEdit[], now: number): Steps<Publishing> {
  const today = dayAt(reader, now);
  const said: Publishing = { refused: [], silent: [], more: 0 };
  for (const edit of edits) {
    const { base, value } = edit;
    if (!value || standing(edit, reader.get('booking', edit.bookingId)) !== 'open') continue;
    const { name } = value;
    const refused = faultsOf(() => checkDraft(reader, value, base));
    if (refused.length > 0) said.refused.push({ name, because: refused });
    else if (!value.paused && !isOver(value, now)) {
      const because = against(reader, value.from < today ? { ...value, from: today } : value);
      if (because.length > 0) said.silent.push({ name, because });
    }
    yield;
  }
  said.more = [said.refused, said.silent].reduce((sum, list) => sum + list.splice(MOST_TOLD).length, 0);
  return said;
}

/** As the plan says it, also where the rest of a list airs. Each reason once. */
function against(reader: Reader, booking: Booking): Reason[] {
  const byWords = new Map(allAgainst(reader, booking).map((each) => [JSON.stringify(each), each]));
  return [...byWords.values()].slice(0, MOST_REASONS);
}

const MOST_REASONS = 10;
