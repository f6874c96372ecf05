/**
 * Local days and times of a zone to instants and back: the one place that asks what a zone's clock shows. A question costs
 * some us, so each (day, zone) is asked once and kept; an ordinary day (24 h, no change of offset) is arithmetic
 * from then on.
 */
import { LAST_INSTANT, type LocalDate, type LocalTime, type Weekday, type Zone } from '../contract/scalars';
import { DAY_MS, dateOf, dayNumber, timeMs, timeOf, weekdayOf } from './calendar';
import { instantAt, offsetAt } from './zone-offset';

interface ZoneDay {
  /** Instants of 00:00 on this day and on the next. */
  start: number;
  end: number;
  /** Wall times of a day that is not 24 h long, already asked: ms since midnight to instant. */
  odd: Map<number, number> | null;
}

const MAX_DAYS_PER_ZONE = 10_000;
const zones = new Map<Zone, Map<number, ZoneDay>>();

/**
 * The instant, epoch ms, at which a wall clock in `zone` shows `date` `time`. `24:00:00` is the next day's midnight.
 * Temporal's 'compatible' rule (RFC 5545 3.3.5): a time inside the hour that is skipped in spring lies as far after the
 * change as it would have; of an hour that comes twice in autumn the first is meant.
 */
export function toInstant(date: LocalDate, time: LocalTime, zone: Zone): number {
  return instantOf(dayNumber(date), timeMs(time), zone);
}

/**
 * When a day begins and when it is over, no earlier and no later than an `Instant` says: a day of the year 202, mistyped, or of 9999, for
 * "without an end", is in what every display is sent, and one that cannot be read is a timeline, or a rulebook, that none of them takes.
 */
export const dayStart = (date: LocalDate, zone: Zone): number => bounded(toInstant(date, '00:00:00', zone));
export const dayEnd = (date: LocalDate, zone: Zone): number => bounded(toInstant(date, '24:00:00', zone));

const bounded = (instant: number): number => Math.min(LAST_INSTANT, Math.max(0, instant));

/** As `toInstant`, on a day number and ms since midnight, which may run past 24 h into the days after. */
export function instantOf(day: number, ms: number, zone: Zone): number {
  if (ms >= DAY_MS) return instantOf(day + 1, ms - DAY_MS, zone);
  const known = zoneDay(day, zone);
  if (!known.odd) return known.start + ms;
  const cached = known.odd.get(ms);
  if (cached !== undefined) return cached;
  const instant = ask(day, ms, zone);
  known.odd.set(ms, instant);
  return instant;
}

/** A day, by its number, as a wall clock in `zone` has it: from midnight up to, not including, the next. Epoch ms. */
export function daySpan(day: number, zone: Zone): { from: number; until: number } {
  return { from: instantOf(day, 0, zone), until: instantOf(day + 1, 0, zone) };
}

export interface LocalParts {
  date: LocalDate;
  /** `HH:mm:ss`, never `24:00:00`. */
  time: LocalTime;
  weekday: Weekday;
}

/** What a calendar and a wall clock in `zone` show at an instant. */
export function localParts(instant: number, zone: Zone): LocalParts {
  const day = localDay(instant, zone);
  return { date: dateOf(day), time: timeOn(day, instant, zone), weekday: weekdayOf(day) };
}

/** What a wall clock in `zone` shows at an instant: `HH:mm:ss`, never `24:00:00`. */
export function localTime(instant: number, zone: Zone): LocalTime {
  return timeOn(localDay(instant, zone), instant, zone);
}

function timeOn(day: number, instant: number, zone: Zone): LocalTime {
  const known = zoneDay(day, zone);
  return timeOf(known.odd ? wallAt(instant, zone) - day * DAY_MS : instant - known.start);
}

/** The number of the calendar day it is in `zone` at an instant. */
export function localDay(instant: number, zone: Zone): number {
  const near = Math.floor(instant / DAY_MS);
  for (const day of [near, near + 1, near - 1]) {
    const { start, end } = zoneDay(day, zone);
    if (start <= instant && instant < end) return day;
  }
  return Math.floor(wallAt(instant, zone) / DAY_MS);
}

function zoneDay(day: number, zone: Zone): ZoneDay {
  let days = zones.get(zone);
  if (!days) {
    days = new Map();
    zones.set(zone, days);
  }
  const known = days.get(day);
  if (known) return known;
  if (days.size >= MAX_DAYS_PER_ZONE) days.clear();
  const start = days.get(day - 1)?.end ?? ask(day, 0, zone);
  const end = days.get(day + 1)?.start ?? ask(day + 1, 0, zone);
  const fresh: ZoneDay = { start, end, odd: end - start === DAY_MS ? null : new Map() };
  days.set(day, fresh);
  return fresh;
}

function ask(day: number, ms: number, zone: Zone): number {
  return instantAt(day * DAY_MS + ms, zone);
}

/** What a wall clock shows, as if it were UTC. */
function wallAt(instant: number, zone: Zone): number {
  return instant + offsetAt(instant, zone);
}
