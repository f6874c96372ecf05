import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { entryAt } from '../blocks';
import type { View } from '../zoom';
import type { Spot } from './HoverCard';
import { timelineQuery } from './Row';

/** What is on a display at an instant, out of what has been loaded. */
export type SpotAt = (displayId: string, at: number) => Spot | null;

export function useSpotAt(day: View): SpotAt {
  const queries = useQueryClient();
  return useMemo(
    () => (displayId, at) => {
      const timeline = queries.getQueryData(timelineQuery(displayId, day).queryKey);
      const entry = timeline?.entries[entryAt(timeline.entries, at)];
      const clip = entry && timeline?.clips[entry[0]];
      return entry && clip && entry[1] <= at ? { displayId, clip, start: entry[1], end: entry[1] + entry[2] } : null;
    },
    [queries, day],
  );
}
