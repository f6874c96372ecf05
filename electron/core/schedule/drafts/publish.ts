/** A draft made into what airs: in one commit, with versions before and after. */
import { Failure } from '../../../contract/failure';
import type { Actor } from '../../../contract/records/audit';
import type { Booking } from '../../../contract/records/booking';
import type { DraftEdit } from '../../../contract/records/schedule-draft';
import { type Reason, reason } from '../../../contract/scalars';
import { type Counts, countsOf, standing, withEdits } from '../../../domain/drafts';
import type { Clock, Store, Tx } from '../../store';
import { checkDraft } from '../check-draft';
import { insist, stampOf } from '../one-moment';
import { staleAmong } from './edits';
import { type Packed, pack, packNow } from './pack';
import { isKnown, putVersion } from './versions';
import { DRAFTED, editsOf, requireDraft } from './views';

export interface PublishNeed {
  store: Store;
  clock: Clock;
}

interface Published {
  versionId: string;
  counts: Counts;
}

/** @throws Failure stale, invalidInput, notFound */
export function publishDraft({ store, clock }: PublishNeed, id: string, actor: Actor): Promise<Published> {
  return insist(async (inOneGo) => {
    const stamp = stampOf(store, DRAFTED);
    const edits = editsOf(store, id);
    const name = requireDraft(store, id).name;
    refuse(store, edits);
    const now = store.all('booking');
    const open = edits.filter((edit) => standing(edit, store.get('booking', edit.bookingId)) === 'open');
    const after = withEdits(now, open);
    const [was, will] = inOneGo ? [packNow(now), packNow(after)] : [await pack(now), await pack(after)];
    if (stampOf(store, DRAFTED) !== stamp) return null;
    return store.commit({ command: 'drafts.publish', actor, undoable: true }, (tx) => {
      const made = { name, createdAt: clock.now(), createdBy: actor.name };
      putBefore(tx, was, made);
      for (const edit of open) apply(tx, edit, made.createdAt);
      for (const edit of edits) tx.remove('draftEdit', edit.id);
      tx.remove('scheduleDraft', id);
      const { id: versionId } = putVersion(tx, will, { ...made, reason: 'published' });
      return { versionId, counts: countsOf(open.map(({ base, value }) => ({ before: base, after: value }))) };
    });
  });
}

function refuse(store: Store, edits: readonly DraftEdit[]): void {
  if (edits.length === 0) throw new Failure('invalidInput', {}, [reason('draft.empty')]);
  const stale = staleAmong(store, edits).map(({ value, base }) => (value ?? base)?.name ?? '');
  if (stale.length === 0) return;
  const details = stale.map((booking) => reason('booking.changedMeanwhile', { booking }));
  throw new Failure('stale', { record: 'booking', name: stale.join(', ') }, details);
}

function apply(tx: Tx, { bookingId, base, value }: DraftEdit, at: number): void {
  if (value === null) return tx.remove('booking', bookingId);
  const faults = faultsOf(tx, value, base);
  if (faults.length === 0) return putBooking(tx, value, at);
  throw new Failure('invalidInput', { record: 'booking' }, [
    reason('draft.cannot', { booking: value.name }),
    ...faults,
  ]);
}

/** What the draft was allowed to name may have gone meanwhile. */
function faultsOf(tx: Tx, value: Booking, base: Booking | null): Reason[] {
  try {
    checkDraft(tx, value, base);
    return [];
  } catch (fault) {
    if (fault instanceof Failure) return fault.data.details;
    throw fault;
  }
}

/**
 * One that comes back under its id must not repeat a revision it had: an instant is beyond all of them. It is in force from now on,
 * if it was not already.
 */
export function putBooking(tx: Tx, booking: Booking, at: number): void {
  const published = tx.get('booking', booking.id);
  const since = published ? published.since : at;
  tx.put('booking', { ...booking, since, rev: published?.rev ?? booking.rev });
}

export function putBefore(tx: Tx, was: Packed, made: { name: string; createdAt: number; createdBy: string }): void {
  // It stood until the moment before.
  if (!isKnown(tx, was.digest)) putVersion(tx, was, { ...made, createdAt: made.createdAt - 1, reason: 'before' });
}
