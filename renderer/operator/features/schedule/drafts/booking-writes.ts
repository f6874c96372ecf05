/** Where an edit of bookings goes: to what is published, or into the draft that is open. Every way of editing writes here. */
import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Booking, BookingDraft } from '../../../../../electron/contract/records/booking';
import { type DraftEdit, draftEditId } from '../../../../../electron/contract/records/schedule-draft';
import { client, orpc } from '../../../../client/client';
import { useDraftId } from './open-draft';

interface RevId {
  id: string;
  rev: number;
}

interface Many {
  changed?: (RevId & { draft: BookingDraft })[];
  made?: BookingDraft[];
  removed?: RevId[];
}

export interface BookingWrites {
  /** One, as the form has it; `of` null for a new one. */
  save(of: RevId | null, draft: BookingDraft): Promise<Booking>;
  /** Answers those changed and made, in that order. */
  many(edit: Many): Promise<Booking[]>;
  /** Shows an edit before the station has it, or what the station made of it; answers how to put it back. */
  show(next: readonly Booking[], gone: readonly string[]): () => void;
  /** Resolves when what is saved now is there. */
  askAgain(): Promise<void>;
}

export function useBookingWrites(): BookingWrites {
  const queries = useQueryClient();
  const draftId = useDraftId();
  return useMemo(() => (draftId === undefined ? published(queries) : inDraft(queries, draftId)), [queries, draftId]);
}

function published(queries: QueryClient): BookingWrites {
  const queryKey = orpc.bookings.list.queryKey();
  return {
    save: (of, draft) => (of ? client.bookings.update({ ...of, draft }) : client.bookings.create(draft)),
    many: (edit) => client.bookings.updateMany(edit),
    show(next, gone) {
      forgetOlder(queries, queryKey);
      const before = queries.getQueryData(queryKey);
      queries.setQueryData(queryKey, (all) => all && placed(all, next, gone));
      return () => queries.setQueryData(queryKey, before);
    },
    askAgain: () => queries.invalidateQueries({ queryKey }),
  };
}

function inDraft(queries: QueryClient, id: string): BookingWrites {
  const queryKey = orpc.drafts.get.queryKey({ input: { id } });
  return {
    async save(of, draft) {
      const [saved] = await client.drafts.edit(of ? { id, changed: [{ ...of, draft }] } : { id, made: [draft] });
      if (!saved) throw new TypeError('the station answers every booking that was saved');
      return saved;
    },
    many: (edit) => client.drafts.edit({ id, ...edit }),
    show(next, gone) {
      forgetOlder(queries, queryKey);
      const before = queries.getQueryData(queryKey);
      const bases = queries.getQueryData(orpc.bookings.list.queryKey()) ?? [];
      queries.setQueryData(queryKey, (now) => now && { ...now, edits: edited(now.edits, id, bases, next, gone) });
      return () => queries.setQueryData(queryKey, before);
    },
    async askAgain() {
      await Promise.all([
        queries.invalidateQueries({ queryKey }),
        queries.invalidateQueries({ queryKey: orpc.bookings.list.queryKey() }),
      ]);
    },
  };
}

/** An answer that is still on its way was asked for before the edit: coming after it, it would show what was, and the next key would go by that. */
function forgetOlder(queries: QueryClient, queryKey: QueryKey): void {
  void queries.cancelQueries({ queryKey });
}

function placed(all: readonly Booking[], next: readonly Booking[], gone: readonly string[]): Booking[] {
  const byId = new Map(next.map((booking) => [booking.id, booking]));
  const known = new Set(all.map(({ id }) => id));
  const kept = all.filter(({ id }) => !gone.includes(id)).map((each) => byId.get(each.id) ?? each);
  return [...kept, ...next.filter(({ id }) => !known.has(id))];
}

function edited(
  edits: readonly DraftEdit[],
  draftId: string,
  bases: readonly Booking[],
  next: readonly Booking[],
  gone: readonly string[],
): DraftEdit[] {
  const all = new Map(edits.map((edit) => [edit.bookingId, edit]));
  const put = (bookingId: string, value: Booking | null) => {
    const known = all.get(bookingId);
    const base = known ? known.base : (bases.find(({ id }) => id === bookingId) ?? null);
    const id = draftEditId(draftId, bookingId);
    if (base || value) all.set(bookingId, { id, rev: known?.rev ?? 0, draftId, bookingId, base, value, by: '' });
    else all.delete(bookingId);
  };
  for (const booking of next) put(booking.id, booking);
  for (const id of gone) put(id, null);
  return [...all.values()];
}
