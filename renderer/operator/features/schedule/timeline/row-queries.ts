/** What a row asks: the plan of a day, what was reported of it or of the part in view, and days in sums. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Summary } from '../../../../../electron/contract/api/planner';
import type { Shown } from '../../../../../electron/contract/api/shown';
import type { Plan } from '../../../../../electron/contract/records/timeline';
import type { Zone } from '../../../../../electron/contract/scalars';
import { orpc } from '../../../../client/client';
import { type DayView, daysIn, type Tile, tilesOf } from '../calendar-view';
import type { OwnedDay } from '../cells';
import { useDraftId } from '../drafts/open-draft';
import { spanOf, tileOf, type View } from '../zoom';

/** `draftId`: of a draft of the schedule instead of what is published. */
export const timelineQuery = (displayId: string, day: View, draftId: string | undefined) =>
  orpc.schedule.timeline.queryOptions({ input: { displayId, from: day.from, until: day.until, draftId } });

export const shownQuery = (displayId: string, { from, until }: View) =>
  orpc.proof.shown.queryOptions({ input: { displayId, from, until } });

export const summaryQuery = (displayIds: readonly string[], { from, days, step }: Tile, draftId: string | undefined) =>
  orpc.planner.summary.queryOptions({ input: { displayIds: [...displayIds], from, days, step, draftId } });

interface Answers<T> {
  data: (T | undefined)[];
  pending: boolean;
  fault: Error | null;
}

/** Kept outside of components, so that answers are put together anew only when one has come. */
function together<T>(results: readonly { data: T | undefined; isPending: boolean; error: Error | null }[]): Answers<T> {
  return {
    data: results.map(({ data }) => data),
    pending: results.some(({ isPending }) => isPending),
    fault: results.find(({ data, error }) => error && data === undefined)?.error ?? null,
  };
}

/** The days in view of one display, out of answers for `ids`, the displays that are asked for with it; none where they are not `wanted`. */
export function useOwnedDays(displayId: string, ids: readonly string[], view: View, zone: Zone, wanted = true) {
  const draftId = useDraftId();
  const queries = (wanted ? tilesOf(view, zone) : []).map((tile) => summaryQuery(ids, tile, draftId));
  const { data, pending, fault } = useQueries({ queries, combine: together<Summary> });
  const days = useMemo(() => data.flatMap((answer) => ownedDays(answer, displayId)), [data, displayId]);
  return { days, pending, fault };
}

export function ownedDays(answer: Summary | undefined, displayId: string): OwnedDay[] {
  const days = answer?.displays.find((each) => each.displayId === displayId)?.days ?? [];
  return days.map((day) => ({ day, owners: answer?.owners ?? [], reasons: answer?.reasons ?? [] }));
}

export interface PlannedDay {
  day: DayView;
  plan: Plan | undefined;
  shown: Shown | null;
}

/** How often the reported past is asked anew, ms: about when it has grown by a pixel. */
const ASK_PIXELS = 1000;
const ASK_AGAIN_MS = [10_000, 60_000] as const;

function askAgainMs(part: View, now: number): number | false {
  return part.until > now && Math.min(Math.max(spanOf(part) / ASK_PIXELS, ASK_AGAIN_MS[0]), ASK_AGAIN_MS[1]);
}

/** The part of a day that is looked at closely. */
export const closeTile = (view: View, day: View): View =>
  tileOf({ from: Math.max(view.from, day.from), until: Math.min(view.until, day.until) }, day);

/** The days in view clip by clip; reported of each the part in view, and the whole day until that is there. */
export function usePlannedDays(displayId: string, view: View, zone: Zone, now: number) {
  const days = useMemo(() => daysIn(view, zone), [view, zone]);
  const draftId = useDraftId();
  const plans = useQueries({
    queries: days.map((day) => timelineQuery(displayId, day, draftId)),
    combine: together<Plan>,
  });
  const ask = (part: View) => ({
    ...shownQuery(displayId, part),
    enabled: part.from < now,
    refetchInterval: askAgainMs(part, now),
  });
  const whole = useQueries({ queries: days.map((day) => ask(day)), combine: together<Shown> });
  const close = useQueries({ queries: days.map((day) => ask(closeTile(view, day))), combine: together<Shown> });
  const planned = useMemo(
    () =>
      days.map((day, index): PlannedDay => {
        const near = closeTile(view, day).from < now ? close.data[index] : undefined;
        return { day, plan: plans.data[index], shown: near ?? whole.data[index] ?? null };
      }),
    [days, view, now, plans.data, whole.data, close.data],
  );
  return { days: planned, pending: plans.pending, fault: plans.fault };
}
