/** The places of takeovers in the frame: the bars, and the sheet while it is open. Both are fetched only when there is use for them. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { orpc } from '../../client/client';
import { stationNow } from '../../client/station-clock';
import { useTakeoverSheet } from '../features/takeovers/open';
import { stageOf } from '../features/takeovers/stage';
import { fetched } from '../shared/fetched';

export const fetchTakeoverSheet = () => fetched(import('../features/takeovers/sheet'));
const Sheet = lazy(() => fetchTakeoverSheet().then((feature) => ({ default: feature.TakeoverSheet })));
const Bars = lazy(() =>
  fetched(import('../features/takeovers/bars')).then((feature) => ({ default: feature.TakeoverBars })),
);

export function TakeoverBarsSlot() {
  const all = useQuery(orpc.takeovers.list.queryOptions()).data ?? [];
  // Those that are planned too: their bar has to come at its second.
  if (all.every((takeover) => stageOf(takeover, stationNow()) === 'over')) return null;
  return (
    <Suspense>
      <Bars />
    </Suspense>
  );
}

export function TakeoverSheetSlot() {
  if (!useTakeoverSheet()) return null;
  return (
    <Suspense>
      <Sheet />
    </Suspense>
  );
}
