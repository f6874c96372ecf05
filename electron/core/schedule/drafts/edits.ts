/** Edits of a draft: bookings as it has them, changed under the same rules as published ones. */
import { MOST_EDITS } from '../../../contract/api/drafts';
import { Failure } from '../../../contract/failure';
import type { Booking, BookingDraft } from '../../../contract/records/booking';
import { type DraftEdit, draftEditId } from '../../../contract/records/schedule-draft';
import { reason } from '../../../contract/scalars';
import { newId } from '../../../contract/ulid';
import { sameBooking, standing } from '../../../domain/drafts';
import type { Tx } from '../../store';
import { tidy } from '../bookings';
import { checkDraft } from '../check-draft';
import { editsOf } from './views';

interface Wanted {
  changed: readonly { id: string; rev: number; draft: BookingDraft }[];
  made: readonly BookingDraft[];
  removed: readonly { id: string; rev: number }[];
}

interface Desk {
  tx: Tx;
  draftId: string;
  now: number;
  by: string;
}

/** @throws Failure stale, notFound, invalidInput. Answers those changed and made, in that order. */
export function editDraft(desk: Desk, { changed, made, removed }: Wanted): Booking[] {
  refuseStale(desk, [...changed, ...removed]);
  for (const { id } of removed) put(desk, id, null);
  const saved = [...changed.map(({ id, draft }) => change(desk, id, draft)), ...made.map((draft) => make(desk, draft))];
  if (editsOf(desk.tx, desk.draftId).length > MOST_EDITS) {
    throw new Failure('invalidInput', {}, [reason('draft.tooManyEdits', { most: MOST_EDITS })]);
  }
  return saved;
}

/** A booking as the draft has it. */
function held({ tx, draftId }: Desk, id: string): Booking {
  const edit = tx.get('draftEdit', draftEditId(draftId, id));
  const booking = edit ? edit.value : tx.get('booking', id);
  if (!booking) throw new Failure('notFound', { record: 'booking' });
  return booking;
}

function refuseStale(desk: Desk, edited: readonly { id: string; rev: number }[]): void {
  const stale = edited.map(({ id, rev }) => ({ now: held(desk, id), rev })).filter(({ now, rev }) => now.rev !== rev);
  if (stale.length === 0) return;
  const names = stale.map(({ now }) => now.name);
  const details = names.map((booking) => reason('booking.changedMeanwhile', { booking }));
  throw new Failure('stale', { record: 'booking', name: names.join(', ') }, details.length > 1 ? details : []);
}

function change(desk: Desk, id: string, draft: BookingDraft): Booking {
  const before = held(desk, id);
  checkDraft(desk.tx, draft, before);
  return put(desk, id, { ...before, ...tidy(draft) }) ?? before;
}

function make(desk: Desk, draft: BookingDraft): Booking {
  checkDraft(desk.tx, draft, null);
  const { now, by } = desk;
  const id = newId(now);
  const made = { id, rev: 0, ...tidy(draft), createdAt: now, createdBy: by };
  return put(desk, id, made) ?? made;
}

/** Answers the booking as the draft has it now; an edit that changes nothing in the end is none. */
function put({ tx, draftId, now, by }: Desk, bookingId: string, wanted: Booking | null): Booking | null {
  const id = draftEditId(draftId, bookingId);
  const published = tx.get('booking', bookingId) ?? null;
  const known = tx.get('draftEdit', id);
  const base = known ? known.base : published;
  const rev = Math.max(now, (known?.value?.rev ?? 0) + 1);
  const value = wanted && { ...wanted, rev };
  const isNothing = value === null ? base === null : sameBooking(value, base) && sameBooking(base, published);
  if (isNothing) tx.remove('draftEdit', id);
  else tx.put('draftEdit', { id, rev: known?.rev ?? 0, draftId, bookingId, base, value, by });
  return isNothing ? published : value;
}

export interface Choice {
  bookingId: string;
  rev: number | null;
  keep: 'theirs' | 'mine';
}

/** @throws Failure stale when a booking was published yet again since it was seen */
export function settleEdits(tx: Tx, draftId: string, choices: readonly Choice[]): void {
  for (const { bookingId, rev, keep } of choices) {
    const edit = tx.get('draftEdit', draftEditId(draftId, bookingId));
    if (!edit) continue;
    const published = tx.get('booking', bookingId) ?? null;
    if ((published?.rev ?? null) !== rev) {
      const name = (published ?? edit.value ?? edit.base)?.name ?? '';
      throw new Failure('stale', { record: 'booking', name });
    }
    settleOne(tx, edit, published, keep);
  }
}

function settleOne(tx: Tx, edit: DraftEdit, published: Booking | null, keep: Choice['keep']): void {
  const leaves = keep === 'theirs' || (edit.value === null && published === null);
  if (leaves) tx.remove('draftEdit', edit.id);
  else tx.put('draftEdit', { ...edit, base: published });
}

/** Edits that wait for somebody to choose. */
export const staleAmong = (tx: Pick<Tx, 'get'>, edits: readonly DraftEdit[]): DraftEdit[] =>
  edits.filter((edit) => standing(edit, tx.get('booking', edit.bookingId)) === 'stale');
