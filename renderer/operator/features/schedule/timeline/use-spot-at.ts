import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Shown } from '../../../../../electron/contract/api/shown';
import { stationNow } from '../../../../client/station-clock';
import { type Spot, spotIn } from '../spot';
import { tileOf, type View } from '../zoom';
import { shownQuery, timelineQuery } from './row-queries';

/** What is on a display at an instant, out of what has been loaded. */
export type SpotAt = (displayId: string, at: number) => Spot | null;

export function useSpotAt(day: View, view: View): SpotAt {
  const queries = useQueryClient();
  return useMemo(
    () => (displayId, at) => {
      const now = stationNow();
      const plan = queries.getQueryData(timelineQuery(displayId, day).queryKey);
      return spotIn(plan, day.from < now ? shownAround(queries, displayId, day, view, at) : null, at, now);
    },
    [queries, day, view],
  );
}

/** The closest look at the instant that has been loaded. */
function shownAround(queries: QueryClient, displayId: string, day: View, view: View, at: number): Shown | null {
  const tile = tileOf(view, day);
  const close = at >= tile.from && at < tile.until ? queries.getQueryData(shownQuery(displayId, tile).queryKey) : null;
  return close ?? queries.getQueryData(shownQuery(displayId, day).queryKey) ?? null;
}
