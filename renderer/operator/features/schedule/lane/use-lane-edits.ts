/** Edits of bookings on the timeline: each, of however many bookings, is one command, shown at once and taken back where refused. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking, BookingDraft } from '../../../../../electron/contract/records/booking';
import { client, orpc } from '../../../../client/client';
import { failureOf } from '../../../../client/failure';
import { toastFault } from '../../../../ui/toasts';
import { faultText } from '../../../i18n/say';
import { useCommand } from '../../../shared/use-command';
import { draftOf } from './shift';

export interface Edit {
  /** Bookings as they are to be, with the revision they were read at. */
  changed?: readonly Booking[];
  made?: readonly BookingDraft[];
  removed?: readonly Booking[];
}

export interface LaneEdits {
  apply: (edit: Edit) => void;
  /** What was refused because someone else had changed it meanwhile; null when nothing waits for a choice. */
  stale: Edit | null;
  settle: () => void;
}

export function useLaneEdits(): LaneEdits {
  const { t } = useTranslation('schedule');
  const queries = useQueryClient();
  const [stale, setStale] = useState<Edit | null>(null);
  const key = orpc.bookings.list.queryKey();
  const own = useRef(new Map<string, number>());
  const save = useCommand({
    scope: 'schedule.lane',
    run: ({ changed = [], made = [], removed = [] }: Edit) =>
      client.bookings.updateMany({
        changed: changed.map((booking) => ({
          id: booking.id,
          rev: ownRev(own.current, booking),
          draft: draftOf(booking),
        })),
        made: [...made],
        removed: removed.map((booking) => ({ id: booking.id, rev: ownRev(own.current, booking) })),
      }),
    optimistic: ({ changed = [], removed = [] }) => {
      const before = queries.getQueryData(key);
      const gone = new Set(removed.map(({ id }) => id));
      const next = new Map(changed.map((booking) => [booking.id, booking]));
      queries.setQueryData(key, (all) =>
        all?.filter(({ id }) => !gone.has(id)).map((each) => next.get(each.id) ?? each),
      );
      return () => queries.setQueryData(key, before);
    },
    done: (_, edit) => t(`lane.done.${nameOf(edit)}`, { count: countOf(edit) }),
    undo: true,
    onDone: (saved, { changed = [] }) => {
      const byId = new Map(saved.map((booking) => [booking.id, booking]));
      for (const each of changed) {
        const rev = byId.get(each.id)?.rev;
        if (rev !== undefined) own.current.set(`${each.id} ${ownRev(own.current, each)}`, rev);
      }
      queries.setQueryData(key, (all) => all && withSaved(all, byId));
    },
    onFault: (fault, edit) => {
      const newest = queries.invalidateQueries({ queryKey: key });
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

function withSaved(all: readonly Booking[], saved: ReadonlyMap<string, Booking>): Booking[] {
  const known = new Set(all.map(({ id }) => id));
  return [...all.map((each) => saved.get(each.id) ?? each), ...[...saved.values()].filter(({ id }) => !known.has(id))];
}

const countOf = ({ changed = [], made = [], removed = [] }: Edit) => changed.length + made.length + removed.length;

function nameOf({ made = [], removed = [] }: Edit): 'changed' | 'made' | 'removed' {
  return made.length > 0 ? 'made' : removed.length > 0 ? 'removed' : 'changed';
}
