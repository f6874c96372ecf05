/** A version made into what airs again, in one commit, and what is told before. A version of material that another took the place of stays out. */
import { MOST_TOLD, type Restoring } from '../../../contract/api/drafts';
import type { Actor } from '../../../contract/records/audit';
import type { Booking } from '../../../contract/records/booking';
import { type Reason, reason } from '../../../contract/scalars';
import { type Change, type Counts, changesBetween, countsOf } from '../../../domain/drafts';
import { isOver } from '../../../domain/period';
import { booksOnlyWhatIsThere } from '../../../domain/references';
import type { Steps } from '../../../domain/steps';
import { bookingWith } from '../../../domain/submission/replacement';
import { successorsIn } from '../../../domain/submission/successor';
import { inTurns } from '../../loop';
import { dayAt, type Reader, requireRecord, type Tx } from '../../store';
import { checkDraft, faultsOf } from '../check-draft';
import { insist } from '../one-moment';
import { pack, packNow } from './pack';
import { type PublishNeed, putBefore, putBooking } from './publish';
import { bookingsOf } from './versions';

interface Restored {
  counts: Counts;
  leftOut: { name: string; because: Reason }[];
}

/** @throws Failure notFound */
export async function restoreVersion({ store, clock }: PublishNeed, id: string, actor: Actor): Promise<Restored> {
  const { name } = requireRecord(store, 'scheduleVersion', id);
  const kept = await bookingsOf(store, id);
  return insist(async (inOneGo) => {
    const stamp = store.lastChange('booking');
    const now = store.all('booking');
    const was = inOneGo ? packNow(now) : await pack(now);
    if (store.lastChange('booking') !== stamp) return null;
    const changes = changesBetween(now, ofToday(store, kept));
    if (changes.length === 0) return { counts: countsOf([]), leftOut: [] };
    return store.commit({ command: 'versions.restore', actor, undoable: true }, (tx) => {
      const at = clock.now();
      putBefore(tx, was, { name, createdAt: at, createdBy: actor.name });
      return bringBack(tx, changes, at);
    });
  });
}

/** With the version of material that took the place of the one they name. */
function ofToday(reader: Reader, kept: readonly Booking[]): Booking[] {
  const successorOf = successorsIn(reader);
  return kept.map((booking) => {
    const from = booking.what.kind === 'asset' ? booking.what.assetId : '';
    const next = successorOf(from);
    return next ? bookingWith(booking, { from, to: next.assetId }) : booking;
  });
}

const leftOutAs = ({ name }: Booking) => ({ name, because: reason('version.materialGone', { booking: name }) });

function bringBack(tx: Tx, changes: readonly Change[], at: number): Restored {
  const leftOut: Restored['leftOut'] = [];
  const done = changes.filter(({ bookingId, after }) => {
    if (after && !booksOnlyWhatIsThere(tx, after)) {
      leftOut.push(leftOutAs(after));
      return false;
    }
    if (after) putBooking(tx, { ...after, rev: at }, at);
    else tx.remove('booking', bookingId);
    return true;
  });
  return { counts: countsOf(done), leftOut };
}

/** What restoring it now would come to. @throws Failure notFound */
export async function lookAt({ store, clock }: PublishNeed, id: string): Promise<Restoring> {
  const kept = await bookingsOf(store, id);
  return inTurns(told(store, kept, clock.now()));
}

function* told(reader: Reader, kept: readonly Booking[], now: number): Steps<Restoring> {
  const successorOf = successorsIn(reader);
  const keptAs = new Map(kept.map((booking) => [booking.id, booking.what]));
  const said: Restoring = {
    counts: { made: 0, changed: 0, removed: 0 },
    replaced: [],
    silent: [],
    leftOut: [],
    more: 0,
  };
  const today = dayAt(reader, now);
  const done: Change[] = [];
  const changes = changesBetween(reader.all('booking'), ofToday(reader, kept));
  for (const change of changes) {
    const { bookingId, after } = change;
    if (after && !booksOnlyWhatIsThere(reader, after)) {
      said.leftOut.push(leftOutAs(after));
      continue;
    }
    done.push(change);
    if (!after || after.paused || isOver(after, now)) continue;
    const what = keptAs.get(bookingId);
    const next = what?.kind === 'asset' ? successorOf(what.assetId) : undefined;
    if (next) said.replaced.push({ name: after.name, n: next.n, by: next.by });
    // What it might have aired on days that are past is no matter.
    const ahead = after.from < today ? { ...after, from: today } : after;
    const because = faultsOf(() => checkDraft(reader, ahead, null));
    if (because.length > 0) said.silent.push({ name: after.name, because });
    yield;
  }
  const lists = [said.replaced, said.silent, said.leftOut];
  said.more = lists.reduce((sum, list) => sum + Math.max(0, list.splice(MOST_TOLD).length), 0);
  return { ...said, counts: countsOf(done) };
}
