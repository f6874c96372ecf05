/**
 * Bookings of one display as bars: whole periods over days, single dayparts over hours, exact times over both; on tracks that stay;
 * and what is hit. Pure.
 */
import type { Booking } from '../../../../../electron/contract/records/booking';
import type { Zone } from '../../../../../electron/contract/scalars';
import { DAY_MS, dayNumber, timeMs } from '../../../../../electron/domain/calendar';
import { weeklyDays, withinPeriod } from '../../../../../electron/domain/period';
import { instantOf } from '../../../../../electron/domain/time';
import { daysIn, isCoarse } from '../calendar-view';
import { type View, xOf } from '../zoom';
import type { Edge } from './shift';

export interface Bar {
  readonly bookingId: string;
  readonly from: number;
  readonly until: number;
  /** Which daypart or exact time it is; null for the whole period. */
  readonly part: number | null;
  readonly track: number;
  /** Of a booking at exact times: their marks, and the line of days that they stand on. */
  readonly exact: boolean;
}
export const isMark = ({ exact, part }: Bar): boolean => exact && part !== null;

export type Laned = Pick<
  Booking,
  'id' | 'from' | 'to' | 'weekdays' | 'rule' | 'exceptions' | 'dayparts' | 'how' | 'zone'
>;
export interface Clocks {
  station: Zone;
  display: Zone;
}

/** Day numbers that rules name near the view, by `ruleKey`; a rule that is not there is not known yet. */
export type NamedDays = ReadonlyMap<string, ReadonlySet<number>>;
export const ruleKey = ({ rule, from }: Pick<Laned, 'rule' | 'from'>): string => `${from} ${rule}`;

export const TRACK_PX = 22;
/** So near an end of a bar, px, a press stretches it; of a narrow bar a third. */
const GRIP_PX = 7;
/** An exact time is drawn and hit at least so wide, however short its play. */
export const MARK_PX = 10;

/** A track for each booking such that no two of a track share a day; older ones above. Stays the same at every zoom. */
export function tracksOf(bookings: readonly Laned[]): Map<string, number> {
  const ends: number[] = [];
  const sorted = [...bookings].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));
  return new Map(
    sorted.map(({ id, from, to }) => {
      const free = ends.findIndex((end) => end < dayNumber(from));
      const track = free < 0 ? ends.length : free;
      ends[track] = dayNumber(to);
      return [id, track];
    }),
  );
}

export const zoneOf = (booking: Pick<Laned, 'zone'>, clocks: Clocks): Zone => clocks[booking.zone];

/** The bars of a booking that lie in the view, whole, its parts in the order of time. `exactMs`: how long a play at an exact time takes. */
export function barsOf(
  booking: Laned,
  track: number,
  view: View,
  clocks: Clocks,
  named: NamedDays,
  exactMs: number | null = null,
): Bar[] {
  const zone = zoneOf(booking, clocks);
  const { id: bookingId, how, from: first, to: last } = booking;
  const exact = how.kind === 'exact';
  const period = {
    from: instantOf(dayNumber(first), 0, zone),
    until: instantOf(dayNumber(last) + 1, 0, zone),
    part: null,
  };
  const coarse = isCoarse(view);
  const parts = coarse && !exact ? [] : partsOf(booking, view, zone, named, exactMs ?? 1000);
  const bars = [...(coarse ? [period] : []), ...parts].map((each): Bar => ({ bookingId, ...each, track, exact }));
  return bars.filter(({ from, until }) => until > from && until > view.from && from < view.until);
}

function partsOf(booking: Laned, view: View, zone: Zone, named: NamedDays, exactMs: number) {
  const { how, dayparts } = booking;
  const spans =
    how.kind === 'exact'
      ? how.times.map((time) => [timeMs(time), timeMs(time) + exactMs] as const)
      : dayparts.map(({ start, end }) => [timeMs(start), timeMs(end) + (end <= start ? DAY_MS : 0)] as const);
  // A night of the day before may reach in.
  const days = daysIn({ from: view.from - DAY_MS, until: view.until }, zone).map(({ date }) => dayNumber(date));
  const parts = days.filter(daysOf(booking, named)).flatMap((day) =>
    spans.map(([from, until], part) => ({
      from: instantOf(day, from, zone),
      until: instantOf(day, until, zone),
      part,
    })),
  );
  return parts.sort((a, b) => a.from - b.from);
}

function daysOf(booking: Laned, named: NamedDays): (day: number) => boolean {
  if (booking.rule === null) return weeklyDays(booking);
  const days = named.get(ruleKey(booking));
  return withinPeriod(booking, (day) => days?.has(day) ?? false);
}

export interface Hit {
  bar: Bar;
  /** Which end of it; null for its middle. */
  edge: Edge | null;
}

/** What lies at a place of the lane; of several the one drawn last. */
export function hitAt(bars: readonly Bar[], x: number, y: number, view: View, width: number): Hit | null {
  const track = Math.floor(y / TRACK_PX);
  for (const bar of [...bars].reverse()) {
    if (bar.track !== track) continue;
    const [left, right] = [xOf(bar.from, view, width), xOf(bar.until, view, width)];
    if (x < left || x >= Math.max(right, left + (isMark(bar) ? MARK_PX : 3))) continue;
    if (isMark(bar)) return { bar, edge: null };
    const grip = Math.min(GRIP_PX, (right - left) / 3);
    return { bar, edge: x < left + grip ? 'start' : x >= right - grip ? 'end' : null };
  }
  return null;
}

/** Everything that a rectangle of the lane touches, each booking once. */
export function barsWithin(bars: readonly Bar[], time: View, top: number, bottom: number): string[] {
  const within = bars.filter(
    ({ from, until, track }) =>
      until > time.from && from < time.until && (track + 1) * TRACK_PX > top && track * TRACK_PX < bottom,
  );
  return [...new Set(within.map(({ bookingId }) => bookingId))];
}
