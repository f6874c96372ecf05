/** The rulebook of rules, stages and lifts: every date becomes an instant on the station's clock. */
import type { LockLift, Rule, StageCalendar } from '../../contract/records/rule';
import { type BookRule, FOREVER, type Rulebook, type Span } from '../../contract/records/rulebook';
import type { LocalDate, Zone } from '../../contract/scalars';
import { spansOf } from '../calendar';
import { dayEnd, dayStart } from '../time';
import { stageNamed } from './stage-ref';
import { EMERGENCY_CATEGORY } from './types';

export interface BookSources {
  rules: readonly Rule[];
  calendars: readonly StageCalendar[];
  lifts: readonly LockLift[];
  /** The station's own list. */
  categories: readonly string[];
  zone: Zone;
}

/** In the order in which rules were made, so that equal sources make equal books. */
export function bookOf(sources: BookSources): Omit<Rulebook, 'version' | 'madeAt'> {
  const active = sources.rules.filter((rule) => rule.active).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    zone: sources.zone,
    // Not those that rules name: a rule more must never make known, and so allow, what a lock refuses as unknown.
    categories: [...new Set([...sources.categories, EMERGENCY_CATEGORY])].sort(),
    rules: active.map((rule) => bookRule(rule, sources)),
  };
}

function bookRule({ id, name, source, does, scope, time, validFrom, validTo }: Rule, sources: BookSources): BookRule {
  return {
    ...{ id, name, source, does, ...scope },
    valid: daysSpan(validFrom, validTo, sources.zone),
    spans: datesOf(time, sources),
    hours: spansOf(time.hours).map(({ start, end }) => [start, end]),
    weekdays: time.weekdays,
    outside: time.outside,
    lifted: liftsOf(id, sources.lifts),
  };
}

/** Its days, and its stages, both where both are said. */
function datesOf({ from, to, stages }: Rule['time'], { calendars, zone }: BookSources): Span[] | null {
  const days = from === null && to === null ? null : [daysSpan(from, to, zone)];
  if (stages.length === 0) return days;
  const spans = stages.flatMap((ref) => stageSpan(ref, calendars, zone)).sort(([a], [b]) => a - b);
  return days === null ? united(spans) : common(united(spans), days);
}

function stageSpan(ref: string, calendars: readonly StageCalendar[], zone: Zone): Span[] {
  const { stage } = stageNamed(ref, (calendarId) => calendars.find(({ id }) => id === calendarId));
  return stage ? [daysSpan(stage.from, stage.to, zone)] : [];
}

function daysSpan(from: LocalDate | null, to: LocalDate | null, zone: Zone): Span {
  return [from === null ? 0 : dayStart(from, zone), to === null ? FOREVER : dayEnd(to, zone)];
}

function united(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const [from, until] of spans) {
    const before = all.at(-1);
    if (before && from <= before[1]) before[1] = Math.max(before[1], until);
    else all.push([from, until]);
  }
  return all;
}

const common = (a: readonly Span[], b: readonly Span[]): Span[] =>
  a.flatMap(([from, until]) =>
    b.map(([first, last]): Span => [Math.max(from, first), Math.min(until, last)]).filter(([x, y]) => x < y),
  );

/** Two different people have said so, and nobody has taken it back; what was taken back stays lifted until then. */
function liftsOf(ruleId: string, lifts: readonly LockLift[]): Span[] {
  return lifts
    .filter((lift) => lift.ruleId === ruleId && lift.confirmedBy !== null && lift.confirmedBy.id !== lift.askedBy.id)
    .map(
      (lift): Span => [
        Math.max(lift.from, lift.confirmedAt ?? lift.from),
        Math.min(lift.until, lift.endedAt ?? FOREVER),
      ],
    )
    .filter(([from, until]) => from < until)
    .sort(([a], [b]) => a - b);
}
