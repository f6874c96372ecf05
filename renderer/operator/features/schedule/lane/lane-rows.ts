/** The bookings of each display that come near the day in view, on their tracks. Pure. */
import type { Booking } from '../../../../../electron/contract/records/booking';
import type { DisplayGroup } from '../../../../../electron/contract/records/display';
import type { LocalDate, Zone } from '../../../../../electron/contract/scalars';
import { dayNumber } from '../../../../../electron/domain/calendar';
import type { View } from '../zoom';
import { type Bar, barsOf, type Clocks, type NamedDays, TRACK_PX, tracksOf } from './bars';

export interface LaneRow {
  displayId: string;
  clocks: Clocks;
  bookings: readonly Booking[];
  tracks: ReadonlyMap<string, number>;
  /** At least one, as a place for a new booking. */
  height: number;
  named: NamedDays;
  /** How long a play of a booking at exact times takes; null where that is not known. */
  exactMs: (bookingId: string) => number | null;
}

/** Bookings this near are in the lane: whoever pans a month sees the same tracks. */
const NEAR_DAYS = 60;

export function laneRow(
  display: { id: string; zone: Zone },
  bookings: readonly Booking[],
  groups: readonly DisplayGroup[],
  date: LocalDate,
  station: Zone,
): Omit<LaneRow, 'named' | 'exactMs'> {
  const mine = new Set(groups.filter(({ displayIds }) => displayIds.includes(display.id)).map(({ id }) => id));
  const day = dayNumber(date);
  const here = bookings.filter(
    ({ where, from, to }) =>
      (where.displayIds.includes(display.id) || where.groupIds.some((id) => mine.has(id))) &&
      dayNumber(from) <= day + NEAR_DAYS &&
      dayNumber(to) >= day - NEAR_DAYS,
  );
  const tracks = tracksOf(here);
  const count = Math.max(0, ...tracks.values()) + 1;
  const height = (here.length === 0 ? 1 : count + 1) * TRACK_PX;
  return { displayId: display.id, clocks: { station, display: display.zone }, bookings: here, tracks, height };
}

/** Laid out once for each view: every move of the pointer asks for them. */
const laid = new WeakMap<LaneRow, { view: View; bars: readonly Bar[] }>();

/** All bars of the lane in view, those of one track in the order of time. */
export function barsIn(row: LaneRow, view: View): readonly Bar[] {
  const known = laid.get(row);
  if (known?.view === view) return known.bars;
  const { bookings, tracks, clocks, named, exactMs } = row;
  const bars = bookings.flatMap((each) =>
    barsOf(each, tracks.get(each.id) ?? 0, view, clocks, named, exactMs(each.id)),
  );
  laid.set(row, { view, bars });
  return bars;
}
