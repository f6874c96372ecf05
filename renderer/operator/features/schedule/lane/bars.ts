/** Bookings of one display as bars: whole periods over days, single dayparts over hours; on tracks that stay; and what is hit. Pure. */
import type { Booking } from '../../../../../electron/contract/records/booking';
import type { Zone } from '../../../../../electron/contract/scalars';
import { dayNumber, timeMs } from '../../../../../electron/domain/calendar';
import { weeklyDays, withinPeriod } from '../../../../../electron/domain/period';
import { instantOf } from '../../../../../electron/domain/time';
import { daysIn, isCoarse } from '../calendar-view';
import { type View, xOf } from '../zoom';
import type { Edge } from './shift';

export interface Bar {
  readonly bookingId: string;
  readonly from: number;
  readonly until: number;
  /** Which daypart it is; null for the whole period. */
  readonly part: number | null;
  readonly track: number;
}

export type Laned = Pick<Booking, 'id' | 'from' | 'to' | 'weekdays' | 'rule' | 'exceptions' | 'dayparts' | 'zone'>;
export interface Clocks {
  station: Zone;
  display: Zone;
}

/** Day numbers that rules name near the view, by `ruleKey`; a rule that is not there is not known yet. */
export type NamedDays = ReadonlyMap<string, ReadonlySet<number>>;
export const ruleKey = ({ rule, from }: Pick<Laned, 'rule' | 'from'>): string => `${from} ${rule}`;

const DAY_MS = 86_400_000;
export const TRACK_PX = 22;
/** So near an end of a bar, px, a press stretches it; of a narrow bar a third. */
const GRIP_PX = 7;

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

/** The bars of a booking that lie in the view, whole. */
export function barsOf(booking: Laned, track: number, view: View, clocks: Clocks, named: NamedDays): Bar[] {
  const zone = zoneOf(booking, clocks);
  const bar = (from: number, until: number, part: number | null): Bar => ({
    bookingId: booking.id,
    from,
    until,
    part,
    track,
  });
  const bars = isCoarse(view)
    ? [bar(instantOf(dayNumber(booking.from), 0, zone), instantOf(dayNumber(booking.to) + 1, 0, zone), null)]
    : dayparts(booking, view, zone, named).map(({ from, until, part }) => bar(from, until, part));
  return bars.filter(({ from, until }) => until > from && until > view.from && from < view.until);
}

function dayparts(booking: Laned, view: View, zone: Zone, named: NamedDays) {
  const playsOn = daysOf(booking, named);
  // A night of the day before may reach in.
  const days = daysIn({ from: view.from - DAY_MS, until: view.until }, zone).map(({ date }) => dayNumber(date));
  return days.filter(playsOn).flatMap((day) =>
    booking.dayparts.map(({ start, end }, part) => {
      const until = timeMs(end) + (end <= start ? DAY_MS : 0);
      return { from: instantOf(day, timeMs(start), zone), until: instantOf(day, until, zone), part };
    }),
  );
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
    if (x < left || x >= Math.max(right, left + 3)) continue;
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
