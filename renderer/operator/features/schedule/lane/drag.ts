/** What a drag over a lane or a strip comes to, from where it began to where the pointer is. Pure. */
import type { Booking } from '../../../../../electron/contract/records/booking';
import type { Zone } from '../../../../../electron/contract/scalars';
import { DAY_MS, dayNumber, HOUR_MS } from '../../../../../electron/domain/calendar';
import { isCoarse } from '../calendar-view';
import { dateAt } from '../days';
import { type Loop, type Snapped, snap } from '../snap';
import { spanOf, type View } from '../zoom';
import type { Bar } from './bars';
import { type Edge, moved, shiftBy, stretchedDays, stretchedHours } from './shift';

export interface Ground {
  view: View;
  width: number;
  zone: Zone;
  loop: Loop | null;
}

export interface Grab {
  bar: Bar;
  edge: Edge | null;
  /** Where it was taken hold of. */
  at: number;
}

export interface Outcome {
  bookings: Booking[];
  /** Where the edge that was aimed with came to lie. */
  snapped: Snapped;
}

/** Those moved with the bar, or the one stretched, as they would be; null where nothing has changed or nothing would be left. */
export function dragged(grab: Grab, to: number, bookings: readonly Booking[], ground: Ground): Outcome | null {
  const { bar, edge } = grab;
  const origin = edge === 'end' ? bar.until : bar.from;
  const snapped = isFarMark(bar, ground)
    ? { at: origin + hoursOf(to - grab.at, ground), to: 'time' as const }
    : snap(origin + to - grab.at, ground.view, ground.width, ground.zone, ground.loop);
  const by = snapped.at - origin;
  if (by === 0) return null;
  const next = bookings.flatMap((booking) => shifted(booking, bar, edge, by, ground) ?? []);
  return next.length === 0 ? null : { bookings: next, snapped };
}

/** An exact time among days: its hours are moved, by whole days too. */
const isFarMark = ({ part }: Bar, { view }: Ground): boolean => isCoarse(view) && part !== null;

/** Whole days are easily met, or nobody could move by them without changing the hour. */
const NEAR_PX = 4;
function hoursOf(by: number, { view, width }: Ground): number {
  const days = Math.round(by / DAY_MS) * DAY_MS;
  return Math.abs(by - days) < (NEAR_PX / width) * spanOf(view) ? days : Math.round(by / HOUR_MS) * HOUR_MS;
}

function shifted(booking: Booking, bar: Bar, edge: Edge | null, by: number, ground: Ground): Booking | null {
  const { view, zone } = ground;
  const origin = edge === 'end' ? bar.until : bar.from;
  if (isCoarse(view) && (edge || !isFarMark(bar, ground))) {
    const days = dayNumber(dateAt(origin + by, zone)) - dayNumber(dateAt(origin, zone));
    return edge ? stretchedDays(booking, edge, days) : moved(booking, { days, ms: 0, part: null });
  }
  // Where others move with it, each moves with all of its hours.
  const part = booking.id === bar.bookingId ? bar.part : null;
  if (edge) return stretchedHours(booking, part ?? 0, edge, by);
  return moved(booking, shiftBy(booking, part, by));
}

/** One press of an arrow: a day from afar (an hour of an exact time), else a step of the ruler's grain. */
export function stepped(
  bar: Bar,
  edge: Edge | null,
  steps: number,
  bookings: readonly Booking[],
  ground: Ground,
  grain: number,
) {
  const step = !isCoarse(ground.view) ? grain : edge || !isFarMark(bar, ground) ? DAY_MS : HOUR_MS;
  return bookings.flatMap((booking) => shifted(booking, bar, edge, steps * step, ground) ?? []);
}

/** Time marked for a new booking. */
export function marked(from: number, to: number, { view, width, zone, loop }: Ground): View | null {
  const [a, b] = [Math.min(from, to), Math.max(from, to)].map((at) => snap(at, view, width, zone, loop).at);
  if (a === undefined || b === undefined) return null;
  return b > a ? { from: a, until: b } : null;
}

/** A drag over the strip draws time along with the pointer. */
export const drawn = (view: View, px: number, width: number): number => (-px / width) * spanOf(view);
