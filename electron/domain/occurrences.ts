/**
 * When a booking plays: its days and its dayparts as windows of instants.
 *
 * - Days run from `from` to `to`, both included, on the listed weekdays or those a rule names, but for the exceptions, read on
 *   the wall clock of the booking's zone.
 * - A daypart whose end is at or before its start reaches into the next day and belongs to the day it starts on, so the
 *   night from the last day runs on into the morning after it. 06:00-06:00 and 00:00-24:00 are 24 hours.
 * - Windows that touch are one: a booking that plays around the clock has no seam at midnight.
 * - A window that a change of clocks leaves empty (02:00-03:00 on the night that has no such hour) does not play.
 */
import type { Booking } from '../contract/records/booking';
import type { Zone } from '../contract/scalars';
import { append, DAY_MS, dayNumber, spansOf, type Window } from './calendar';
import { ruleNames } from './day-rule';
import { weeklyDays, withinPeriod } from './period';
import { instantOf, localDay } from './time';

export type { Window } from './calendar';

export type BookingDays = Pick<Booking, 'from' | 'to' | 'weekdays' | 'rule' | 'exceptions'>;
export type BookingTimes = BookingDays & Pick<Booking, 'dayparts'>;

/** Whose wall clock a booking is read on. */
export function zoneFor(booking: Pick<Booking, 'zone'>, stationZone: Zone, displayZone: Zone): Zone {
  return booking.zone === 'station' ? stationZone : displayZone;
}

/** The windows that lie at least partly in [from, until), whole (not cut at the interval), in order, never touching. */
export function occurrences(booking: BookingTimes, zone: Zone, from: number, until: number): Window[] {
  return windowsNear(booking, zone, from, until).filter((window) => window.end > from && window.start < until);
}

/**
 * Days without a window after which there is taken to be none: a week, the day a night reaches over, and a
 * week more in case a change of clocks swallowed one.
 */
const REACH_DAYS = 16;
/** Of a rule the next day may be a year off. An edge beyond is found by the daily compile. */
const RULE_REACH_DAYS = 400;
/** No window of a rule is followed further back: a first day in the year 26 was to be 2026. */
const OLDEST = dayNumber('2000-01-01');

/**
 * As `occurrences`, with the nearest window before and after the interval too, however far away they are: the last end
 * before `from` and the first start from `until` on are always among the edges. Of those two windows the far side may be
 * missing. Days are looked at from the interval outwards, so that each booking costs a few of them and no month.
 * Around the clock by a rule may go on to the year 9999: its end is cut a year or so after the interval.
 */
export function windowsNear(booking: BookingTimes, zone: Zone, from: number, until: number): Window[] {
  const first = dayNumber(booking.from);
  const last = dayNumber(booking.to);
  const dayparts = spansOf(booking.dayparts);
  const playsOn = daysOf(booking);
  if (dayparts.some(({ start, end }) => end - start >= DAY_MS) && isDaily(booking)) {
    return aroundTheClock(dayparts, runsNear(booking, localDay(from, zone), localDay(until, zone)), zone);
  }
  const near = (instant: number) => Math.min(Math.max(localDay(instant, zone), first), last);
  const windowsOf = (day: number): Window[] => {
    if (!playsOn(day)) return [];
    const windows = dayparts.map(({ start, end }) => ({
      start: instantOf(day, start, zone),
      end: instantOf(day, end, zone),
    }));
    return windows.filter((window) => window.end > window.start);
  };
  const middle = near(from);
  const windows: Window[] = [];
  const reach = booking.rule === null ? REACH_DAYS : RULE_REACH_DAYS;
  const end = Math.min(last, Math.max(first, localDay(until, zone)) + reach);
  // A window that goes on day after day is followed to its true start, by which turns are counted.
  for (let day = middle, idle = 0; day <= end && idle <= reach && !(startOfLast(windows) >= until); day++) {
    const found = windowsOf(day);
    idle = found.length > 0 ? 0 : idle + 1;
    for (const window of found) append(windows, window);
  }
  // What is not looked at yet ends by the second midnight from it: it can neither lengthen such a window nor end after it.
  const isSettled = (day: number) => {
    const midnight = instantOf(day + 2, 0, zone);
    return windows.some(({ start, end }) => end <= from && start >= midnight);
  };
  const oldest = Math.max(first, OLDEST);
  for (let day = middle - 1, idle = 0; day >= oldest && idle <= reach && !isSettled(day); day--) {
    const found = windowsOf(day);
    idle = found.length > 0 ? 0 : idle + 1;
    for (const window of found.reverse()) prepend(windows, window);
  }
  return windows;
}

const isDaily = ({ weekdays, rule }: BookingDays) => rule === null && new Set(weekdays).size === 7;

/** Day numbers, both included. */
interface Run {
  first: number;
  last: number;
}

/** Of every day but the exceptions: those on which it plays one after another, from the run before `since` to the one after `until`. */
function runsNear({ from, to, exceptions }: BookingDays, since: number, until: number): Run[] {
  const runs: Run[] = [];
  let first = dayNumber(from);
  for (const day of [...exceptions.map(dayNumber).sort((a, b) => a - b), dayNumber(to) + 1]) {
    const last = Math.min(day - 1, dayNumber(to));
    if (first <= last) runs.push({ first, last });
    first = Math.max(first, day + 1);
  }
  // On the day after its last, a night is not over yet.
  const before = runs.findLastIndex((run) => run.last + 2 < since);
  const after = runs.findIndex((run) => run.first > until + 1);
  return runs.slice(Math.max(0, before), after < 0 ? runs.length : after + 1);
}

/** The last daypart reaches to the next day's, and over all that lie before it. */
function aroundTheClock(dayparts: readonly Window[], runs: readonly Run[], zone: Zone): Window[] {
  const windows: Window[] = [];
  for (const { first, last } of runs) {
    for (const part of dayparts) {
      const [start, end] = [instantOf(first, part.start, zone), instantOf(first, part.end, zone)];
      if (end > start)
        append(windows, { start, end: part === dayparts.at(-1) ? instantOf(last, part.end, zone) : end });
    }
  }
  return windows;
}

/** Whether a booking plays on a day, by its number. */
export function daysOf(booking: BookingDays): (day: number) => boolean {
  const { rule, from } = booking;
  return rule === null ? weeklyDays(booking) : withinPeriod(booking, (day) => ruleNames(rule, from, day));
}

/** NaN without a window, which is neither before nor after anything. */
const startOfLast = (windows: readonly Window[]) => windows.at(-1)?.start ?? Number.NaN;

/** A night may reach over several windows of the day after it. */
function prepend(windows: Window[], next: Window): void {
  let { start, end } = next;
  for (let after = windows[0]; after && end >= after.start; after = windows[0]) {
    start = Math.min(start, after.start);
    end = Math.max(end, after.end);
    windows.shift();
  }
  windows.unshift({ start, end });
}
