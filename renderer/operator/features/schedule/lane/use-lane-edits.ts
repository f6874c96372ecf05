/** Edits of bookings: each, of however many bookings, is one command, shown at once and taken back where refused. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking, BookingDraft } from '../../../../../electron/contract/records/booking';
import { failureOf } from '../../../../client/failure';
import { toastFault } from '../../../../ui/toasts';
import { faultText } from '../../../i18n/say';
import { useCommand } from '../../../shared/use-command';
import { useBookingWrites } from '../drafts/booking-writes';
import { draftOf } from './shift';

export interface Edit {
  /** Bookings as they are to be, with the revision they were read at. */
  changed?: readonly Booking[];
  made?: readonly BookingDraft[];
  removed?: readonly Booking[];
  /** To be said when it is done, instead of how many were changed. */
  said?: string;
}

export interface LaneEdits {
  apply: (edit: Edit) => void;
  /** What was refused because someone else had changed it meanwhile; null when nothing waits for a choice. */
  stale: Edit | null;
  settle: () => void;
}

export function useLaneEdits(): LaneEdits {
  const { t } = useTranslation('schedule');
  const writes = useBookingWrites();
  const [stale, setStale] = useState<Edit | null>(null);
  const own = useRef(new Map<string, number>());
  const save = useCommand({
    scope: 'schedule.lane',
    run: ({ changed = [], made = [], removed = [] }: Edit) =>
      writes.many({
        changed: changed.map((booking) => ({
          id: booking.id,
          rev: ownRev(own.current, booking),
          draft: draftOf(booking),
        })),
        made: [...made],
        removed: removed.map((booking) => ({ id: booking.id, rev: ownRev(own.current, booking) })),
      }),
    optimistic: ({ changed = [], removed = [] }) =>
      writes.show(
        changed,
        removed.map(({ id }) => id),
      ),
    done: (_, edit) => edit.said ?? t(`lane.done.${nameOf(edit)}`, { count: countOf(edit) }),
    undo: true,
    onDone: (saved, { changed = [] }) => {
      const byId = new Map(saved.map((booking) => [booking.id, booking]));
      for (const each of changed) {
        const rev = byId.get(each.id)?.rev;
        if (rev !== undefined) own.current.set(`${each.id} ${ownRev(own.current, each)}`, rev);
      }
      writes.show(saved, []);
    },
    onFault: (fault, edit) => {
      const newest = writes.askAgain();
      // What is saved now has to be there to be shown.
      if (failureOf(fault)?.code === 'stale') void newest.then(() => setStale(edit));
      else toastFault(faultText(fault));
    },
  });
  return { apply: (edit) => save.mutate(edit), stale, settle: () => setStale(null) };
}

/**
 * Edits follow each other faster than the station answers: one made of what the last was to bring about is an edit of what
 * it brought about. `own` leads from a revision that was edited here to the one that came of it.
 */
function ownRev(own: ReadonlyMap<string, number>, { id, rev }: Pick<Booking, 'id' | 'rev'>): number {
  const next = own.get(`${id} ${rev}`);
  return next === undefined ? rev : ownRev(own, { id, rev: next });
}

const countOf = ({ changed = [], made = [], removed = [] }: Edit) => changed.length + made.length + removed.length;

function nameOf({ made = [], removed = [] }: Edit): 'changed' | 'made' | 'removed' {
  return made.length > 0 ? 'made' : removed.length > 0 ? 'removed' : 'changed';
}
