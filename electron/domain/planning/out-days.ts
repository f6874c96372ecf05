/** Other days: before or after what is in the way, without those that are closed, or on those that are open. */
import { reason, type Weekday } from '../../contract/scalars';
import { dateOf, dayNumber, weekdayOf } from '../calendar';
import { daysOf } from '../occurrences';
import { closedDays } from './find-hours';
import { openHours } from './out-hours';
import { rivalsIn } from './out-slots';
import { dayParam, LABELS, type Laid } from './stage';
import { countOf } from './tally';
import type { Asked, Candidate, Trial } from './trial';

/** Ends the day before the conflict begins. */
export function* before({ finding: { day }, ground, trial: { draft } }: Asked): Iterable<Candidate> {
  if (day === null || day <= dayNumber(draft.from)) return;
  yield { label: LABELS.to(day - 1, ground.zone), change: { to: dateOf(day - 1) } };
}

/** What frees its place only after so long is no way out of today's trouble, days. */
const WAITED_DAYS = 366;

/** Begins once one or all of those in the way have ended: the part that is left of it, else as long as it was to be. */
export function* after(asked: Asked): Iterable<Candidate> {
  const { ground, trial } = asked;
  const first = Math.max(dayNumber(trial.draft.from), dayNumber(ground.today));
  const free = [...new Set(endsOf(asked))].filter((day) => day > first && day <= first + WAITED_DAYS);
  free.sort((a, b) => a - b);
  const some = [free[0], free[free.length >> 1], free.at(-1)].filter((day) => day !== undefined);
  for (const day of new Set(some)) yield begunOn(day, asked);
}

/** The days after bookings in its way end, and after closures. */
function endsOf({ trial }: Asked): number[] {
  const { draft, laid } = trial;
  const closures = laid.flatMap(({ stage }) => stage.question.policy?.closures ?? []);
  const rivals =
    draft.how.kind === 'slot'
      ? rivalsIn(trial, draft.how.slot)
      : laid.flatMap(({ stage, looks }) =>
          stage.question.bookings.filter(({ id }) => looks.some((look) => countOf(look.without, id).plays > 0)),
        );
  return [...closures, ...rivals].map(({ to }) => dayNumber(to) + 1);
}

/** Begins on `day`, and ends later where nothing would be left of it. */
export function begunOn(day: number, { ground: { zone }, trial: { draft } }: Asked): Candidate {
  const [from, to] = [dayNumber(draft.from), dayNumber(draft.to)];
  if (day <= to) return { label: LABELS.from(day, zone), change: { from: dateOf(day) } };
  const last = day + to - from;
  const label = reason('plan.out.period', { from: dayParam(day, zone), to: dayParam(last, zone) });
  return { label, change: { from: dateOf(day), to: dateOf(last) } };
}

export function* fromToday(asked: Asked): Iterable<Candidate> {
  yield begunOn(dayNumber(asked.ground.today), asked);
}

/** On to the first day that is named, where the period is over before it. */
export function* untilNamed({ ground, trial: { draft } }: Asked): Iterable<Candidate> {
  const first = Math.max(dayNumber(draft.from), dayNumber(ground.today));
  const playsOn = daysOf({ ...draft, to: dateOf(first + WAITED_DAYS) });
  for (let day = first; day <= first + WAITED_DAYS; day++) {
    if (!playsOn(day)) continue;
    yield { label: LABELS.to(day, ground.zone), change: { to: dateOf(day) } };
    return;
  }
}

export function* everyDay(): Iterable<Candidate> {
  yield {
    label: reason('plan.out.everyDay'),
    change: { rule: null, weekdays: [1, 2, 3, 4, 5, 6, 7], exceptions: [] },
  };
}

/** Weekdays that are always closed are left out; single days become exceptions. */
export function* withoutClosed({ trial: { draft, laid } }: Asked): Iterable<Candidate> {
  const closed = [...new Set(laid.flatMap(closedDays))];
  const open = new Set(laid.flatMap(({ looks }) => looks.flatMap(({ kind }) => kind.days)));
  const playsOn = daysOf(draft);
  const never = closed.filter((day) => playsOn(day) && !open.has(day)).map(dateOf);
  const exceptions = [...new Set([...draft.exceptions, ...never])].sort();
  if (exceptions.length > 1000) return;
  yield { label: reason('plan.out.exceptions', { count: never.length }), change: { exceptions } };
}

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const NAMED = new RegExp(`(${CODES.join('|')})`, 'g');

/** The nearest weekday on which all of its displays open, in place of each on which they never do. */
export function* nearestOpenDay(asked: Asked): Iterable<Candidate> {
  const { draft, laid } = asked.trial;
  const open = openWeekdays(laid);
  const moved = new Set(weekdaysOf(asked.trial).map((weekday) => nearest(weekday, open)));
  const [weekday] = moved;
  if (!weekday || moved.size > 1) return;
  const label = reason('plan.out.weekday', { context: String(weekday) });
  const { rule } = draft;
  if (rule === null) yield { label, change: { weekdays: [weekday] } };
  else yield { label, change: { rule: onWeekday(rule, weekday) } };
}

/** `BYDAY=1SU` of a month is then its first Saturday. */
const onWeekday = (rule: string, weekday: Weekday): string =>
  rule.replace(/BYDAY=[^;]+/, (part) => {
    const named = part.slice(6).replace(NAMED, CODES[weekday - 1] ?? '');
    return `BYDAY=${[...new Set(named.split(','))].join(',')}`;
  });

/** On the weekdays that are open; at the open hours, too, where it is neither. */
export function* openDays(asked: Asked): Iterable<Candidate> {
  const weekdays = openWeekdays(asked.trial.laid);
  if (weekdays.length === 0) return;
  const change = { rule: null, weekdays };
  yield { label: reason('plan.out.openDays'), change };
  for (const { label, change: hours } of openHours(asked))
    yield { label: reason('plan.out.openDaysAndHours', label.params), change: { ...change, ...hours } };
}

/** On which all displays open at some hour; every weekday where none goes by a loop. */
function openWeekdays(laid: readonly Laid[]): Weekday[] {
  const hours = laid.flatMap(({ stage }) => (stage.question.policy ? [stage.question.policy.hours] : []));
  return [1, 2, 3, 4, 5, 6, 7].filter((weekday) =>
    hours.every((lines) => lines.some((one) => one.weekday === weekday)),
  );
}

/** On which it would play. */
function weekdaysOf({ draft, reach }: Trial): Weekday[] {
  if (!reach) return [];
  const playsOn = daysOf(draft);
  const found = new Set<Weekday>();
  for (let day = reach.first; day <= reach.last; day++) if (playsOn(day)) found.add(weekdayOf(day));
  return [...found];
}

function nearest(weekday: Weekday, open: readonly Weekday[]): Weekday | undefined {
  const apart = (other: Weekday) => Math.min((other - weekday + 7) % 7, (weekday - other + 7) % 7);
  return [...open].sort((a, b) => apart(a) - apart(b))[0];
}
