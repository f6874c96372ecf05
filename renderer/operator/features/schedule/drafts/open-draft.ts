/** The draft that is open on the schedule, if one is: what it changes, and how it stands to what is published. */
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import type { Booking } from '../../../../../electron/contract/records/booking';
import type { DraftEdit } from '../../../../../electron/contract/records/schedule-draft';
import { type Counts, countsOf, standing, withEdits } from '../../../../../electron/domain/drafts';
import { orpc } from '../../../../client/client';

export interface OpenDraft {
  id: string;
  /** Undefined until it is known. */
  name: string | undefined;
  edits: readonly DraftEdit[];
  /** Published otherwise since their edit was begun. */
  stale: readonly DraftEdit[];
  counts: Counts;
  /** Ids of bookings it makes or changes. */
  touched: ReadonlySet<string>;
}

/** Null: what is published is shown. */
export const DraftContext = createContext<OpenDraft | null>(null);
export const useOpenDraft = (): OpenDraft | null => useContext(DraftContext);
/** As questions about the schedule take it. */
export const useDraftId = (): string | undefined => useContext(DraftContext)?.id;

const NONE: readonly DraftEdit[] = [];

/** The draft of that id, and the bookings as it has them; the published ones where no draft is named. */
export function useDraft(id: string | undefined, published: readonly Booking[]) {
  const query = useQuery({
    ...orpc.drafts.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
    retry: false,
  });
  const { data } = query;
  const edits = (id !== undefined && data?.edits) || NONE;
  const bookings = useMemo(() => (edits.length > 0 ? withEdits(published, edits) : published), [published, edits]);
  const draft = useMemo(() => {
    if (id === undefined) return null;
    return { id, name: data?.draft.name, edits, ...standingOf(edits, published) };
  }, [id, data, edits, published]);
  return { draft, bookings, query };
}

function standingOf(edits: readonly DraftEdit[], published: readonly Booking[]) {
  const byId = new Map(published.map((booking) => [booking.id, booking]));
  return {
    stale: edits.filter((edit) => standing(edit, byId.get(edit.bookingId)) === 'stale'),
    counts: countsOf(edits.map(({ base, value }) => ({ before: base, after: value }))),
    touched: new Set(edits.flatMap(({ bookingId, value }) => (value ? [bookingId] : []))),
  };
}
