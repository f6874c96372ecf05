/** The days that rules of bookings name near the view. The station counts them out: the console does not carry the library. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LocalDate, Zone } from '../../../../../electron/contract/scalars';
import { dateOf, dayNumber } from '../../../../../electron/domain/calendar';
import { orpc } from '../../../../client/client';
import { isCoarse } from '../calendar-view';
import { dateAt } from '../days';
import type { View } from '../zoom';
import { type Laned, type NamedDays, ruleKey } from './bars';

/** So many days are asked for at once, and anew when the view comes near their ends: six weeks have room in them. */
const ASKED_DAYS = 84;
const STEP_DAYS = 28;
const NEAR_DAYS = 7;
/** Of one question. */
const MOST_RULES = 200;

type Ruled = Pick<Laned, 'rule' | 'from' | 'how'>;

export function useNamedDays(bookings: readonly Ruled[], view: View, zone: Zone): NamedDays {
  // From afar exact times alone are drawn on the days they play.
  const asking = bookings.filter(({ rule, how }) => rule !== null && (how.kind === 'exact' || !isCoarse(view)));
  const rules = new Map(asking.map((each) => [ruleKey(each), each]));
  const keys = [...rules.keys()].sort();
  const from = askedFrom(view, zone);
  const parts = Array.from({ length: Math.ceil(keys.length / MOST_RULES) }, (_, part) =>
    keys.slice(part * MOST_RULES, (part + 1) * MOST_RULES),
  );
  const answers = useQueries({
    queries: parts.map((part) =>
      namedQuery(
        part.flatMap((key) => rules.get(key) ?? []),
        from,
      ),
    ),
    combine: together,
  });
  const asked = keys.join('\n');
  return useMemo(() => {
    const named = answers.flatMap((days) => days ?? []);
    const complete = answers.every((days) => days !== undefined);
    return new Map(complete && asked ? asked.split('\n').map((key, index) => [key, daySet(named[index])]) : []);
  }, [answers, asked]);
}

/** Outside of the hook, so that answers are put together anew only when one has come. */
const together = (results: readonly { data: LocalDate[][] | undefined }[]) => results.map(({ data }) => data);

const daySet = (days: readonly LocalDate[] = []): ReadonlySet<number> => new Set(days.map(dayNumber));

function askedFrom(view: View, zone: Zone): LocalDate {
  const day = dayNumber(dateAt(view.from, zone)) - NEAR_DAYS;
  return dateOf(Math.floor(day / STEP_DAYS) * STEP_DAYS);
}

/** Of the rules alone: periods and exceptions are the lane's own to look at. */
function namedQuery(rules: readonly Ruled[], from: LocalDate) {
  const bookings = rules.map((each) => ({ ...each, to: '9999-12-31', weekdays: [], exceptions: [] }));
  return orpc.planning.days.queryOptions({
    input: { bookings, from, days: ASKED_DAYS, most: ASKED_DAYS },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
