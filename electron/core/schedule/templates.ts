/** Handlers of `templatesApi`. */
import type { ImportRow } from '../../contract/api/exchange';
import type { HandlersOf } from '../../contract/api/handlers';
import type { templatesApi } from '../../contract/api/templates';
import { Failure, refusalFor } from '../../contract/failure';
import type { Booking, BookingDraft } from '../../contract/records/booking';
import type { Template, TemplateItem, TemplateSpan } from '../../contract/records/template';
import { type LocalDate, reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { dayNumber, weekdayOf } from '../../domain/calendar';
import { distinct } from '../../domain/distinct';
import { daysOf } from '../../domain/occurrences';
import { type Clock, requireRecord, type Store } from '../store';
import { cellWordOf, checkDraft, faultsOf } from './check-draft';
import { checkRows } from './check-rows';
import type { Network } from './network';

export function createTemplates(store: Store, clock: Clock, network: () => Network): HandlersOf<typeof templatesApi> {
  return {
    list: () => [...store.all('template')],

    save: ({ name, displayId, day, span }, { actor }) => {
      const display = store.get('display', displayId);
      if (!display) throw new Failure('notFound', { record: 'display' });
      const bookings = itemsOf(network().bookingsOn(displayId), day, span);
      if (bookings.length === 0) throw new Failure('invalidInput', {}, [reason('template.nothing')]);
      const now = clock.now();
      const made = { id: newId(now), rev: 0, name, span, bookings, createdAt: now, createdBy: actor.name };
      return store.commit({ command: 'templates.save', actor, undoable: true }, (tx) =>
        tx.put('template', { ...made, takenFrom: { display: display.name, day } }),
      );
    },

    async preview(asked) {
      const drafts = draftsOf(requireRecord(store, 'template', asked.id), asked);
      const refused = drafts.map((draft) => faultsOf(() => checkDraft(store, draft, null)));
      const good = drafts.filter((_, index) => refused[index]?.length === 0).map((draft) => ({ draft, held: null }));
      const { said, notes } = await checkRows({ sources: store, network, now: clock.now() }, good);
      const next = said.values();
      const rows = drafts.map(({ name }, index): ImportRow => {
        const problems = (refused[index] ?? []).map(cellWordOf);
        const row = { row: index + 1, name, bookingId: null, columns: [], problems };
        const told = problems.length === 0 ? next.next().value : undefined;
        return told
          ? { ...row, action: 'create', ...told }
          : { ...row, action: 'wrong', verdict: 'wrong', conflicts: [], notes: [] };
      });
      return { rows, notes };
    },

    apply: ({ leaveOut, ...asked }, { actor }) => {
      const out = new Set(leaveOut);
      const drafts = draftsOf(requireRecord(store, 'template', asked.id), asked).filter(
        (_, index) => !out.has(index + 1),
      );
      return store.commit({ command: 'templates.apply', actor, undoable: true }, (tx) => {
        const now = clock.now();
        const faults = drafts.flatMap((draft) => faultsOf(() => checkDraft(tx, draft, null)));
        if (faults.length > 0) throw refusalFor('invalidInput', { record: 'booking' }, distinct(faults));
        for (const draft of drafts) {
          tx.put('booking', { id: newId(now), rev: 0, ...draft, createdAt: now, createdBy: actor.name });
        }
        return { made: drafts.length };
      });
    },

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'templates.remove', actor, undoable: true }, (tx) => {
        tx.remove('template', requireRecord(tx, 'template', id).id);
        return null;
      }),
  };
}

interface Asked extends Pick<BookingDraft, 'from' | 'to'> {
  displayIds: readonly string[];
  groupIds: readonly string[];
}

/** @throws Failure invalidInput where no day of it lies between the dates */
function draftsOf({ bookings }: Template, { displayIds, groupIds, from, to }: Asked): BookingDraft[] {
  const place = { where: { displayIds: [...new Set(displayIds)], groupIds: [...new Set(groupIds)] }, from, to };
  const drafts = bookings.filter((item) => playsWithin(item, from, to)).map((item) => draftOf(item, place));
  if (drafts.length === 0) throw new Failure('invalidInput', {}, [reason('template.noDay')]);
  return drafts;
}

function itemsOf(bookings: readonly Booking[], day: LocalDate, span: TemplateSpan): TemplateItem[] {
  const asked = dayNumber(day);
  const monday = asked - weekdayOf(asked) + 1;
  const days = span === 'day' ? [asked] : Array.from({ length: 7 }, (_, index) => monday + index);
  return bookings.flatMap((booking) => {
    const playsOn = daysOf(booking);
    // A make-good pays one debt on one day; elsewhere it would owe nobody.
    const played = booking.paused || booking.makeGoodFor ? [] : days.filter(playsOn);
    if (played.length === 0) return [];
    const { name, what, how, priority, agreementId, purpose, dayparts, zone } = booking;
    const weekdays = span === 'day' ? [1, 2, 3, 4, 5, 6, 7] : played.map(weekdayOf);
    return [{ name, what, how, priority, agreementId, purpose, dayparts, zone, weekdays }];
  });
}

/** A short stay may have none of an item's weekdays. */
function playsWithin({ weekdays }: TemplateItem, from: LocalDate, to: LocalDate): boolean {
  const first = dayNumber(from);
  const count = Math.min(7, dayNumber(to) - first + 1);
  return Array.from({ length: count }, (_, index) => weekdayOf(first + index)).some((day) => weekdays.includes(day));
}

function draftOf(item: TemplateItem, place: Pick<BookingDraft, 'where' | 'from' | 'to'>): BookingDraft {
  return { ...item, ...place, rule: null, exceptions: [], paused: false, makeGoodFor: null };
}
