/**
 * Calendar days as integers: days since 1970-01-01 in the proleptic Gregorian calendar. No zone, no clock. Days are
 * counted rather than held as objects because a compile looks at tens of thousands of them.
 */
import type { LocalDate, LocalTime, Weekday } from '../contract/scalars';

export const SECOND_MS = 1000;
export const HOUR_MS = 3600 * SECOND_MS;
export const DAY_MS = 24 * HOUR_MS;

/** `YYYY-MM-DD` to its day number. */
export function dayNumber(date: LocalDate): number {
  return Date.parse(date) / DAY_MS;
}

/** A day number to `YYYY-MM-DD`. */
export function dateOf(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** ISO weekday of a day number: 1 Monday .. 7 Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): Weekday {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Every day from `first` to `last`, both included; empty when `last` is earlier. */
export function listDays(first: LocalDate, last: LocalDate): LocalDate[] {
  const from = dayNumber(first);
  const count = Math.max(0, dayNumber(last) - from + 1);
  return Array.from({ length: count }, (_, index) => dateOf(from + index));
}

/** `HH:mm:ss` to milliseconds since midnight; `24:00:00` is 86,400,000. */
export function timeMs(time: LocalTime): number {
  return (Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60 + Number(time.slice(6, 8))) * SECOND_MS;
}

/** Milliseconds since midnight, below 24 h, to `HH:mm:ss`; fractions of a second are dropped. */
export function timeOf(ms: number): LocalTime {
  const seconds = Math.floor(ms / SECOND_MS);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** From `start` up to, not including, `end`; of instants in epoch ms, of hours in ms since midnight. */
export interface Window {
  start: number;
  end: number;
}

/** Adds a window that starts no earlier than those before it; those that touch become one. */
export function append(windows: Window[], next: Window): void {
  const before = windows.at(-1);
  if (before && next.start <= before.end) before.end = Math.max(before.end, next.end);
  else windows.push(next);
}

/** Hours of a day, in order, never touching. An end at or before its start reaches into the next day. */
export function spansOf(hours: readonly { start: LocalTime; end: LocalTime }[]): Window[] {
  const spans = hours.map(({ start, end }) => {
    const [from, until] = [timeMs(start), timeMs(end)];
    return { start: from, end: until <= from ? until + DAY_MS : until };
  });
  const united: Window[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) append(united, span);
  return united;
}
