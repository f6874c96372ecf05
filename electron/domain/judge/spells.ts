/** An interval cut where a verdict can change by time alone. Caps are not asked about: they depend on what else airs. */
import type { BookRule } from '../../contract/records/rulebook';
import { daySpan, instantOf, localDay } from '../time';
import { judge } from './judge';
import type { Context, Matter, Place, Verdict } from './types';

export interface Spell {
  from: number;
  until: number;
  verdict: Verdict;
}

/** From `from` up to `until`, in order and without a gap; neighbours differ in time, not always in verdict. */
export function spellsOf(matter: Matter, place: Place, from: number, until: number, context: Context): Spell[] {
  const { used: _counts, ...byTime } = context;
  const starts = [from, ...edgesOf(matter, place, from, until, context)];
  return starts.map((start, index) => ({
    from: start,
    until: starts[index + 1] ?? until,
    verdict: judge(matter, place, start, byTime),
  }));
}

/** Whether it may air at any moment of [from, until). */
export function mayEver(spells: readonly Spell[]): boolean {
  return spells.some(({ verdict }) => verdict.allowed);
}

function edgesOf(matter: Matter, place: Place, from: number, until: number, { book }: Context): number[] {
  const rules = book?.rulesFor(matter, place) ?? [];
  const zone = book?.book.zone ?? 'UTC';
  const own = [matter.from, matter.until, matter.reviewBy].filter((edge) => edge !== null);
  const ofDates = rules.flatMap(({ valid, spans, lifted }) => [valid, ...(spans ?? []), ...lifted].flat());
  const daily = rules.filter(({ hours, weekdays }) => hours.length + weekdays.length > 0);
  const ofHours = daily.length > 0 ? hourEdges(daily, from, until, zone) : [];
  const edges = new Set([...own, ...ofDates, ...ofHours].filter((edge) => edge > from && edge < until));
  return [...edges].sort((a, b) => a - b);
}

function hourEdges(rules: readonly BookRule[], from: number, until: number, zone: string): number[] {
  const edges: number[] = [];
  for (let day = localDay(from, zone) - 1; daySpan(day, zone).from < until; day++) {
    edges.push(daySpan(day, zone).from);
    for (const { hours } of rules) {
      for (const [start, end] of hours) edges.push(instantOf(day, start, zone), instantOf(day, end, zone));
    }
  }
  return edges;
}
