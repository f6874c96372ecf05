/** Days under a view, how closely they are looked at, and what is asked of them. Pure. */
import type { LocalDate, Zone } from '../../../../electron/contract/scalars';
import { DAY_MS, dateOf, dayNumber } from '../../../../electron/domain/calendar';
import { dateAt, daySpan } from './days';
import { spanOf, type View } from './zoom';

/** A day of the station's calendar, as a span of instants. */
export interface DayView extends View {
  readonly date: LocalDate;
}

/** Wider than this a day is a cell; closer it is its clips. */
export const CELLS_FROM_MS = 2.5 * DAY_MS;
/** Up to this width a cell shows its hours. */
const HOURS_UP_TO_MS = 10 * DAY_MS;

export const isCoarse = (view: View): boolean => spanOf(view) > CELLS_FROM_MS;

/** All that can be come to: what a person plans lies well inside. */
export const REACH: View = { from: Date.UTC(2000, 0, 1), until: Date.UTC(2100, 0, 1) };

/** The days that lie at least partly in the view, in order. */
export function daysIn(view: View, zone: Zone): DayView[] {
  const first = dayNumber(dateAt(view.from, zone));
  const last = dayNumber(dateAt(Math.max(view.until - 1, view.from), zone));
  return Array.from({ length: last - first + 1 }, (_, index) => dayView(dateOf(first + index), zone));
}

export const dayView = (date: LocalDate, zone: Zone): DayView => ({ date, ...daySpan(date, zone) });
export const dayAt = (at: number, zone: Zone): DayView => dayView(dateAt(at, zone), zone);

/** What is asked for at once: so many days of so many displays, so that panning asks seldom and no answer is large. */
export interface Tile {
  from: LocalDate;
  days: number;
  step: 'day' | 'hour';
}
const TILE_DAYS = { day: 16, hour: 8 };
export const TILE_DISPLAYS = 16;

export function tilesOf(view: View, zone: Zone): Tile[] {
  const step = spanOf(view) > HOURS_UP_TO_MS ? 'day' : 'hour';
  const days = TILE_DAYS[step];
  const first = Math.floor(dayNumber(dateAt(view.from, zone)) / days);
  const last = Math.floor(dayNumber(dateAt(Math.max(view.until - 1, view.from), zone)) / days);
  return Array.from({ length: last - first + 1 }, (_, index) => ({ from: dateOf((first + index) * days), days, step }));
}

/** A day, the week or the weeks around it, Monday first. */
export function scaleView(scale: 'day' | 'week' | 'month', date: LocalDate, zone: Zone): View {
  if (scale === 'day') return daySpan(date, zone);
  const day = dayNumber(date);
  if (scale === 'week') {
    const monday = day - ((((day + 3) % 7) + 7) % 7);
    return { from: daySpan(dateOf(monday), zone).from, until: daySpan(dateOf(monday + 6), zone).until };
  }
  const first = dayNumber(`${date.slice(0, 7)}-01`);
  const next = new Date(first * DAY_MS);
  const length = Math.round((Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 1) - first * DAY_MS) / DAY_MS);
  return { from: daySpan(dateOf(first), zone).from, until: daySpan(dateOf(first + length - 1), zone).until };
}

/** How many days `before` and `after` go at this zoom: a day, a week, four weeks. */
export function pageDays(view: View): number {
  if (!isCoarse(view)) return 1;
  return spanOf(view) > HOURS_UP_TO_MS ? 28 : 7;
}
