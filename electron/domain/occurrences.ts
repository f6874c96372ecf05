/**
 * When a booking plays: its days and its daypart as windows of instants.
 *
 * - Days run from `from` to `to`, both included, on the listed weekdays, read on the wall clock of the booking's zone.
 * - A daypart whose end is at or before its start reaches into the next day and belongs to the day it starts on, so the
 *   night from the last day runs on into the morning after it. 06:00-06:00 and 00:00-24:00 are 24 hours.
 * - Windows that touch are one: a booking that plays around the clock has no seam at midnight.
 * - A window that a change of clocks leaves empty (02:00-03:00 on the night that has no such hour) does not play.
 */
import type { Booking } from '../contract/records/booking';
import type { Zone } from '../contract/scalars';
import { DAY_MS, dayNumber, HOUR_MS, timeMs, weekdayOf } from './calendar';
import { instantOf, localDay } from './time';

/** From `start` up to, not including, `end`; epoch ms. */
export interface Window {
  start: number;
  end: number;
}

export type BookingTimes = Pick<Booking, 'from' | 'to' | 'weekdays' | 'daypart'>;

/** Whose wall clock a booking is read on. */
export function zoneFor(booking: Pick<Booking, 'zone'>, stationZone: Zone, displayZone: Zone): Zone {
  return booking.zone === 'station' ? stationZone : displayZone;
}

/** A day is over everywhere on Earth (UTC-12), and the night it began too, this long after its midnight in UTC. */
const OVER_EVERYWHERE_MS = 60 * HOUR_MS;

/** Whether a booking has played for the last time, in whatever zone. */
export function isOver(booking: Pick<Booking, 'to'>, now: number): boolean {
  return dayNumber(booking.to) * DAY_MS + OVER_EVERYWHERE_MS <= now;
}

/** The windows that lie at least partly in [from, until), whole (not cut at the interval), in order, never touching. */
export function occurrences(booking: BookingTimes, zone: Zone, from: number, until: number): Window[] {
  return windowsNear(booking, zone, from, until).filter((window) => window.end > from && window.start < until);
}

/**
 * Days looked at on either side for a neighbouring window before giving up: a week, the day a night reaches over, and a
 * week more in case a change of clocks swallowed one.
 */
const REACH_DAYS = 16;

/**
 * As `occurrences`, with the nearest window before and after the interval too, however far away they are: the last end
 * before `from` and the first start from `until` on are always among the edges. Of those two windows the far side may be
 * missing. Days are looked at from the interval outwards, so that each booking costs a few of them and no month.
 */
export function windowsNear(booking: BookingTimes, zone: Zone, from: number, until: number): Window[] {
  const first = dayNumber(booking.from);
  const last = dayNumber(booking.to);
  const { startMs, endMs } = daypartMs(booking);
  if (endMs - startMs === DAY_MS && new Set(booking.weekdays).size === 7) {
    return [{ start: instantOf(first, startMs, zone), end: instantOf(last, endMs, zone) }];
  }
  const near = (instant: number) => Math.min(Math.max(localDay(instant, zone), first), last);
  const windowOf = (day: number): Window | null => {
    if (!booking.weekdays.includes(weekdayOf(day))) return null;
    const window = { start: instantOf(day, startMs, zone), end: instantOf(day, endMs, zone) };
    return window.end > window.start ? window : null;
  };
  const middle = near(from);
  const windows: Window[] = [];
  const stop = Math.min(near(until) + REACH_DAYS, last);
  for (let day = middle; day <= stop && !(startOfLast(windows) >= until); day++) append(windows, windowOf(day));
  const back = Math.max(middle - REACH_DAYS, first);
  for (let day = middle - 1; day >= back && !(endOfFirst(windows) <= from); day--) prepend(windows, windowOf(day));
  return windows;
}

/** Milliseconds since the midnight of the day a window starts on. */
function daypartMs(booking: BookingTimes): { startMs: number; endMs: number } {
  const startMs = timeMs(booking.daypart.start);
  const endMs = timeMs(booking.daypart.end);
  return { startMs, endMs: endMs <= startMs ? endMs + DAY_MS : endMs };
}

/** NaN without a window, which is neither before nor after anything. */
const startOfLast = (windows: readonly Window[]) => windows.at(-1)?.start ?? Number.NaN;
const endOfFirst = (windows: readonly Window[]) => windows[0]?.end ?? Number.NaN;

function append(windows: Window[], next: Window | null): void {
  const before = windows.at(-1);
  if (next === null) return;
  if (before && next.start <= before.end) before.end = Math.max(before.end, next.end);
  else windows.push(next);
}

function prepend(windows: Window[], next: Window | null): void {
  const after = windows[0];
  if (next === null) return;
  if (after && next.end >= after.start) after.start = Math.min(after.start, next.start);
  else windows.unshift(next);
}
