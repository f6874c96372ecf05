/** Where the bookings of an open display air nothing, by the days in view that its row has asked for anyway. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Shown } from '../../../../../electron/contract/api/shown';
import type { Plan } from '../../../../../electron/contract/records/timeline';
import type { Zone } from '../../../../../electron/contract/scalars';
import { stationNow } from '../../../../client/station-clock';
import { daysIn, isCoarse } from '../calendar-view';
import { useDraftId } from '../drafts/open-draft';
import { shownQuery, timelineQuery, useOwnedDays } from '../timeline/row-queries';
import type { View } from '../zoom';
import { barsIn, type LaneRow } from './lane-rows';
import { dayOfPlays, type Silence, silenceIn, silentDays } from './silence';

/** `lane` null: none is asked about. `asked`: displays whose sums are asked for together. */
export function useSilence(lane: LaneRow | null, asked: readonly string[], view: View, zone: Zone): readonly Silence[] {
  const coarse = isCoarse(view);
  const near = usePlays(lane?.displayId ?? '', lane && !coarse ? view : null, zone);
  const far = useOwnedDays(lane?.displayId ?? '', asked, view, zone, lane !== null && coarse).days;
  return useMemo(() => {
    if (!lane) return [];
    const meant = lane.bookings.filter(({ paused }) => !paused);
    if (coarse) return meant.flatMap((booking) => silentDays(booking, far, zone));
    const airing = new Set(meant.map(({ id }) => id));
    return silenceIn(
      barsIn(lane, view).filter(({ bookingId }) => airing.has(bookingId)),
      near,
    );
  }, [lane, coarse, near, far, view, zone]);
}

function usePlays(displayId: string, view: View | null, zone: Zone) {
  const draftId = useDraftId();
  const days = useMemo(() => (view ? daysIn(view, zone) : []), [view, zone]);
  const plans = useQueries({
    queries: days.map((day) => timelineQuery(displayId, day, draftId)),
    combine: dataOf<Plan>,
  });
  const shown = useQueries({
    queries: days.map((day) => ({ ...shownQuery(displayId, day), enabled: day.from < stationNow() })),
    combine: dataOf<Shown>,
  });
  return useMemo(
    () =>
      days.flatMap(({ from, until }, index) => {
        const plan = plans[index];
        return plan ? [dayOfPlays({ from, until, plan, shown: shown[index] ?? null })] : [];
      }),
    [days, plans, shown],
  );
}

/** Outside of the hook, so that answers are put together anew only when one has come. */
function dataOf<T>(results: readonly { data: T | undefined }[]): (T | undefined)[] {
  return results.map(({ data }) => data);
}
