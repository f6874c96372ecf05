/** The days of a calendar, asked for by the week and by so many displays, so that they fill in as they come. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CalendarDays } from '../../../../../electron/contract/api/planner';
import { MOST_SUMMED } from '../../../../../electron/contract/bounds';
import type { LocalDate } from '../../../../../electron/contract/scalars';
import { orpc } from '../../../../client/client';
import { useDraftId } from '../drafts/open-draft';
import { bookedDays } from './booked';

interface Answers {
  /** Of days that all displays have answered for. */
  days: CalendarDays[];
  pending: boolean;
  fault: Error | null;
  retry: () => void;
}

type Result = { data: CalendarDays | undefined; isPending: boolean; error: Error | null; refetch: () => unknown };

function together(results: readonly Result[]): Answers {
  return {
    days: results.flatMap(({ data }) => data ?? []),
    pending: results.some(({ isPending }) => isPending),
    fault: results.find(({ data, error }) => error && data === undefined)?.error ?? null,
    retry: () => {
      for (const each of results) if (each.error) void each.refetch();
    },
  };
}

/** `weeks`: their first days. */
export function useBookedDays(displayIds: readonly string[], weeks: readonly LocalDate[]) {
  const draftId = useDraftId();
  const count = Math.ceil(displayIds.length / MOST_SUMMED.displays);
  const some = Array.from({ length: count }, (_, part) =>
    displayIds.slice(part * MOST_SUMMED.displays, (part + 1) * MOST_SUMMED.displays),
  );
  const queries = weeks.flatMap((from) =>
    some.map((ids) => orpc.planner.calendar.queryOptions({ input: { displayIds: ids, from, days: 7, draftId } })),
  );
  const { days: answers, ...state } = useQueries({ queries, combine: together });
  const days = useMemo(() => bookedDays(answers), [answers]);
  return { days, ...state };
}
