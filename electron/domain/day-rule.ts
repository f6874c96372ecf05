/** The days of an RFC 5545 rule, counted from a first day. The one place that knows the library. */
import { RRuleTemporal } from 'rrule-temporal';
import type { LocalDate } from '../contract/scalars';
import { DAY_MS, dateOf } from './calendar';

/** Rules expanded at a time, a year of one rule each: a network's bookings and a few drafts. */
const REMEMBERED = 2000;
const years = new Map<string, ReadonlySet<number>>();

/** Whether the rule, begun on `from`, names a day. `day` is a day number. A rule that cannot be read names none. */
export function ruleNames(rule: string, from: LocalDate, day: number): boolean {
  return daysOfYear(rule, from, Number(dateOf(day).slice(0, 4))).has(day);
}

/** Null for a rule that can be read; else what the library says of it, in English. */
export function ruleFault(rule: string, from: LocalDate): string | null {
  try {
    parse(rule, from);
    return null;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

function daysOfYear(rule: string, from: LocalDate, year: number): ReadonlySet<number> {
  const key = `${rule} ${from} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const days = expand(rule, from, year);
  const [oldest] = years.keys();
  if (years.size >= REMEMBERED && oldest) years.delete(oldest);
  years.set(key, days);
  return days;
}

function expand(rule: string, from: LocalDate, year: number): ReadonlySet<number> {
  try {
    const first = new Date(Date.UTC(year, 0, 1));
    const last = new Date(Date.UTC(year + 1, 0, 1) - 1);
    const found = parse(rule, from).between(first, last, true);
    return new Set(found.map((at) => Math.floor(at.epochMilliseconds / DAY_MS)));
  } catch {
    return new Set();
  }
}

/** Days have no zone: they are counted in UTC. A rule that names no day at all gives up after so many periods. */
function parse(rule: string, from: LocalDate): RRuleTemporal {
  const rruleString = `DTSTART;VALUE=DATE:${from.replaceAll('-', '')}\nRRULE:${rule}`;
  return new RRuleTemporal({ rruleString, maxIterations: 2000, cache: false });
}
