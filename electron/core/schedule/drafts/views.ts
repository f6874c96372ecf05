/** The schedule as published, and as each draft has it; what is worked out of a draft is kept while it is looked at. */
import { Failure } from '../../../contract/failure';
import type { Booking } from '../../../contract/records/booking';
import type { DraftEdit } from '../../../contract/records/schedule-draft';
import { withEdits } from '../../../domain/drafts';
import { madeAnew, type Reader, type Store } from '../../store';
import { createDaySums } from '../desk/day-sums';
import { type Network, readNetwork } from '../network';
import { stampOf } from '../one-moment';
import { type Sources, withBookings } from '../sources';
import type { ScheduleView, ViewOf } from '../view';

/** Drafts whose days are remembered, a few MB each. */
const REMEMBERED = 4;

export function createViewOf(store: Store, network: () => Network): ViewOf {
  const published = { sources: store, network, sums: createDaySums({ sources: store, network }) };
  const drafts = new Map<string, ScheduleView>();
  return (draftId) => {
    if (draftId === undefined) return published;
    requireDraft(store, draftId);
    const view = drafts.get(draftId) ?? draftView(store, draftId);
    // Asked for last, forgotten last.
    drafts.delete(draftId);
    drafts.set(draftId, view);
    const [oldest] = drafts.keys();
    if (drafts.size > REMEMBERED && oldest) drafts.delete(oldest);
    return view;
  };
}

export function requireDraft(reader: Reader, id: string) {
  const draft = reader.get('scheduleDraft', id);
  if (!draft) throw new Failure('notFound', { record: 'scheduleDraft' });
  return draft;
}

export const editsOf = (reader: Reader, draftId: string): DraftEdit[] =>
  reader.all('draftEdit').filter((edit) => edit.draftId === draftId);

/** The bookings as a draft has them now. */
export const bookingsIn = (reader: Reader, draftId: string): Booking[] =>
  withEdits(reader.all('booking'), editsOf(reader, draftId));

/** What the bookings of a draft are made of. */
export const DRAFTED = ['booking', 'draftEdit'] as const;

function draftView(store: Store, draftId: string): ScheduleView {
  const stamp = () => stampOf(store, DRAFTED);
  const bookings = madeAnew(stamp, () => {
    const all = bookingsIn(store, draftId);
    return { all, byId: new Map(all.map((booking) => [booking.id, booking])) };
  });
  const sources = withBookings(store, {
    get: (id) => bookings().byId.get(id),
    all: () => bookings().all,
    lastChange: stamp,
  });
  return viewing(sources);
}

/** What a network is read from. */
const NETWORK = ['booking', 'display', 'displayGroup', 'loopPolicy'] as const;

export function viewing(sources: Sources, memory?: Parameters<typeof createDaySums>[0]['memory']): ScheduleView {
  const network = madeAnew(
    () => stampOf(sources, NETWORK),
    () => readNetwork(sources),
  );
  return { sources, network, sums: createDaySums({ sources, network, ...(memory ? { memory } : {}) }) };
}
