/** The loop of a display on the days in view, out of what has been loaded: what a drag falls on. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Zone } from '../../../../../electron/contract/scalars';
import { tilesOf } from '../calendar-view';
import { useDraftId } from '../drafts/open-draft';
import type { Loop } from '../snap';
import type { View } from '../zoom';
import { ownedDays, summaryQuery } from './row-queries';

export function useLoopOf(view: View, zone: Zone, askedWith: (displayId: string) => readonly string[]) {
  const queries = useQueryClient();
  const draftId = useDraftId();
  return useCallback(
    (displayId: string): Loop | null => {
      const loops = tilesOf(view, zone)
        .flatMap((tile) =>
          ownedDays(queries.getQueryData(summaryQuery(askedWith(displayId), tile, draftId).queryKey), displayId),
        )
        .flatMap(({ day }) => day.loop ?? []);
      const [first] = loops;
      return first ? { ms: first.ms, openings: loops.flatMap(({ openings }) => openings) } : null;
    },
    [queries, view, zone, askedWith, draftId],
  );
}
