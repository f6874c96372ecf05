/** From booking to booking of an open display: along its track, and from track to track. Pure. */
import { isCoarse } from '../calendar-view';
import type { Spot } from '../spot';
import type { View } from '../zoom';
import type { Bar } from './bars';
import { barsIn, type LaneRow } from './lane-rows';

export type BarSpot = Extract<Spot, { kind: 'bar' }>;

export interface LaneWalk {
  first(displayId: string): BarSpot | null;
  last(displayId: string): BarSpot | null;
  /** Null where there is none that way. */
  next(from: BarSpot, key: string): BarSpot | null;
  /** The same booking where it is now; null when it is gone or out of view. */
  again(bar: BarSpot): BarSpot | null;
}

export function barSpot(row: LaneRow, bar: Bar | undefined): BarSpot | null {
  const booking = row.bookings.find(({ id }) => id === bar?.bookingId);
  if (!bar || !booking) return null;
  return { kind: 'bar', displayId: row.displayId, booking, part: bar.part, start: bar.from, end: bar.until };
}

/** `rowOf`: the lane of a display that is open. */
export function laneWalk(rowOf: (displayId: string) => LaneRow | null, view: View): LaneWalk {
  const barsOf = (displayId: string) => {
    const row = rowOf(displayId);
    if (!row) return null;
    // From afar there may be hundreds of exact times: a step each would lead nowhere.
    const bars = barsIn(row, view).filter(({ part }) => part === null || !isCoarse(view));
    return { row, bars: bars.sort((a, b) => a.track - b.track || a.from - b.from) };
  };
  const edge = (displayId: string, index: number) => {
    const lane = barsOf(displayId);
    return lane && barSpot(lane.row, lane.bars.at(index));
  };
  return {
    first: (displayId) => edge(displayId, 0),
    last: (displayId) => edge(displayId, -1),
    next(from, key) {
      const lane = barsOf(from.displayId);
      if (!lane) return null;
      const at = lane.row.tracks.get(from.booking.id) ?? 0;
      return barSpot(
        lane.row,
        key === 'ArrowLeft' || key === 'ArrowRight'
          ? along(lane.bars, at, from, key)
          : across(lane.bars, at, from, key),
      );
    },
    again(bar) {
      const row = rowOf(bar.displayId);
      const mine = row
        ? barsIn(row, view).filter(({ bookingId, part }) => bookingId === bar.booking.id && part === bar.part)
        : [];
      return row && barSpot(row, nearest(mine, bar.start));
    },
  };
}

function along(bars: readonly Bar[], track: number, from: BarSpot, key: string): Bar | undefined {
  const same = bars.filter((bar) => bar.track === track);
  return key === 'ArrowRight'
    ? same.find((bar) => bar.from > from.start)
    : same.findLast((bar) => bar.from < from.start);
}

function across(bars: readonly Bar[], track: number, from: BarSpot, key: string): Bar | undefined {
  const tracks = [...new Set(bars.map((bar) => bar.track))];
  const next = key === 'ArrowDown' ? tracks.find((each) => each > track) : tracks.findLast((each) => each < track);
  return nearest(
    bars.filter((bar) => bar.track === next),
    from.start,
  );
}

function nearest(bars: readonly Bar[], at: number): Bar | undefined {
  return [...bars].sort((a, b) => Math.abs(a.from - at) - Math.abs(b.from - at))[0];
}
