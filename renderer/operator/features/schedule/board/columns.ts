/** The loop of a display as columns, one for each slot, with the bookings that hold it. Pure. */
import type { Booking } from '../../../../../electron/contract/records/booking';
import type { DisplayGroup } from '../../../../../electron/contract/records/display';
import type { LoopPolicy, SlotPurpose } from '../../../../../electron/contract/records/loop-policy';
import type { LocalDate } from '../../../../../electron/contract/scalars';
import { displaysOf } from '../form/overlap';

export type SlotBooking = Booking & { how: Extract<Booking['how'], { kind: 'slot' }> };

export interface SlotColumn {
  /** From 1. */
  slot: number;
  /** Null: the loop has no such slot, and what is booked for it cannot air. */
  of: { ms: number; purpose: SlotPurpose } | null;
  /** The first to begin comes first. */
  holders: readonly SlotBooking[];
}

/** Those that hold a slot on one of the displays on `date` or later. */
export function holdersOn(
  displayIds: readonly string[],
  date: LocalDate,
  bookings: readonly Booking[],
  groups: readonly DisplayGroup[],
): SlotBooking[] {
  return bookings
    .filter((booking): booking is SlotBooking => booking.how.kind === 'slot' && booking.to >= date)
    .filter((booking) => {
      const on = displaysOf(booking, groups);
      return displayIds.some((id) => on.has(id));
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));
}

/** As many as the loop has slots, and more where bookings name slots beyond its end. */
export function columnsOf({ slots }: Pick<LoopPolicy, 'slots'>, holders: readonly SlotBooking[]): SlotColumn[] {
  const beyond = [...new Set(holders.map(({ how }) => how.slot).filter((slot) => slot > slots.length))].sort(
    (a, b) => a - b,
  );
  const numbers = [...slots.map((_, index) => index + 1), ...beyond];
  return numbers.map((slot) => ({
    slot,
    of: slots[slot - 1] ?? null,
    holders: holders.filter(({ how }) => how.slot === slot),
  }));
}

/** A place of the board: a booking, or (null) the empty place under a slot that nothing holds. */
export interface BoardPlace {
  slot: number;
  bookingId: string | null;
}

const placesIn = ({ slot, holders }: SlotColumn): BoardPlace[] =>
  holders.length === 0 ? [{ slot, bookingId: null }] : holders.map(({ id }) => ({ slot, bookingId: id }));

/** Where an arrow leads; null where there is nothing that way, or the place is gone. */
export function stepOn(columns: readonly SlotColumn[], from: BoardPlace, key: string): BoardPlace | null {
  const at = columns.findIndex(({ slot }) => slot === from.slot);
  const column = columns[at];
  if (!column) return null;
  const row = placesIn(column).findIndex(({ bookingId }) => bookingId === from.bookingId);
  switch (key) {
    case 'ArrowUp':
      return placesIn(column)[row - 1] ?? null;
    case 'ArrowDown':
      return placesIn(column)[row + 1] ?? null;
    case 'ArrowLeft':
      return nearest(columns[at - 1], row);
    case 'ArrowRight':
      return nearest(columns[at + 1], row);
    case 'Home':
      return nearest(columns[0], row);
    case 'End':
      return nearest(columns.at(-1), row);
    default:
      return null;
  }
}

function nearest(column: SlotColumn | undefined, row: number): BoardPlace | null {
  if (!column) return null;
  const places = placesIn(column);
  return places[Math.min(Math.max(row, 0), places.length - 1)] ?? null;
}

/** The slot that lies one place before or after; null at the ends of the loop, and beyond it. */
export function slotBeside(columns: readonly SlotColumn[], slot: number, by: -1 | 1): number | null {
  const next = columns[columns.findIndex((column) => column.slot === slot) + by];
  return next?.of ? next.slot : null;
}
