import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Shown } from '../../../../../electron/contract/api/shown';
import type { Zone } from '../../../../../electron/contract/scalars';
import { stationNow } from '../../../../client/station-clock';
import { dayAt, isCoarse, tilesOf } from '../calendar-view';
import { useDraftId } from '../drafts/open-draft';
import { type Spot, spotIn } from '../spot';
import type { View } from '../zoom';
import { closeTile, ownedDays, shownQuery, summaryQuery, timelineQuery } from './row-queries';

/** What is on a display at an instant, out of what has been loaded: a day where days are cells. */
export type SpotAt = (displayId: string, at: number) => Spot | null;

/** `askedWith`: the displays whose sums are asked for with a display's. */
export function useSpotAt(view: View, zone: Zone, askedWith: (displayId: string) => readonly string[]): SpotAt {
  const queries = useQueryClient();
  const draftId = useDraftId();
  return useMemo(() => {
    const cellAt: SpotAt = (displayId, at) => {
      for (const tile of tilesOf(view, zone)) {
        const answer = queries.getQueryData(summaryQuery(askedWith(displayId), tile, draftId).queryKey);
        const owned = ownedDays(answer, displayId).find(({ day }) => day.from <= at && at < day.until);
        if (owned) return { kind: 'cell', displayId, owned, start: owned.day.from, end: owned.day.until };
      }
      return null;
    };
    const clipAt: SpotAt = (displayId, at) => {
      const now = stationNow();
      const day = dayAt(at, zone);
      const plan = queries.getQueryData(timelineQuery(displayId, day, draftId).queryKey);
      return spotIn(plan, day.from < now ? shownAround(queries, displayId, day, view, at) : null, at, now);
    };
    return isCoarse(view) ? cellAt : clipAt;
  }, [queries, view, zone, askedWith, draftId]);
}

/** The closest look at the instant that has been loaded. */
function shownAround(queries: QueryClient, displayId: string, day: View, view: View, at: number): Shown | null {
  const tile = closeTile(view, day);
  const close = at >= tile.from && at < tile.until ? queries.getQueryData(shownQuery(displayId, tile).queryKey) : null;
  return close ?? queries.getQueryData(shownQuery(displayId, day).queryKey) ?? null;
}
