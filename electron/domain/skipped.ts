/** What a compile could not place, and why: said once each, for the person who wonders where a clip has gone. */
import type { Booking } from '../contract/records/booking';
import type { Timeline } from '../contract/records/timeline';
import { reason } from '../contract/scalars';
import { type Bill, type Books, type CompileInput, playsIn } from './bills';
import type { LeftOut } from './material';
import type { Sheet } from './sheet';
import type { Noted } from './traffic/notes';

export type Skipped = Timeline['skipped'][number];

/** To be asked after the sheet is written. */
export function skippedOf(
  input: CompileInput,
  { bills, paused, lapsed }: Books,
  sheet: Sheet,
  fillerLeftOut: readonly LeftOut[],
  notes: readonly Noted[],
): Skipped[] {
  const { from, until } = input;
  const booked = bills.filter((bill) => playsIn(bill.windows, from, until));
  const nothing = { bookingId: null, assetId: null, because: reason('why.nothingBooked') };
  const full = { bookingId: null, assetId: null, because: reason('why.tooMany', { count: sheet.entries.length }) };
  return distinct([
    ...(booked.length === 0 ? [nothing] : []),
    ...(sheet.full ? [full] : []),
    ...booked.flatMap(leftOutOf),
    ...slotless(booked, input.policy?.slots.length ?? 0),
    ...saidOf(paused, 'why.paused'),
    ...saidOf(lapsed, 'why.notAgreed'),
    ...fillerLeftOut.map((each) => ({ bookingId: null, ...each })),
    ...notes.map(({ bookingId, assetId, because }) => ({ bookingId, assetId, because })),
  ]);
}

function leftOutOf(bill: Bill): Skipped[] {
  const bookingId = bill.booking.id;
  const { pieces, longestMs } = bill.hand();
  const neverFits = longestMs <= bill.longestMs ? [] : pieces.filter((part) => part.ms > bill.longestMs);
  return [
    ...bill.material().leftOut.map((each) => ({ bookingId, ...each })),
    ...neverFits.map(({ piece: { media } }) => ({
      bookingId,
      assetId: media.assetId,
      because: reason('why.tooLong', { asset: media.name }),
    })),
  ];
}

/** Bookings of a slot that the loop here does not have, as when they were made for another display. Laying never comes to them. */
function slotless(booked: readonly Bill[], slots: number): Skipped[] {
  return booked.flatMap(({ booking: { id, name, how } }) =>
    how.kind === 'slot' && how.slot > slots
      ? [{ bookingId: id, assetId: null, because: reason('why.noSlot', { booking: name, slot: how.slot }) }]
      : [],
  );
}

function saidOf(bookings: readonly Booking[], code: string): Skipped[] {
  return bookings.map(({ id, name }) => ({
    bookingId: id,
    assetId: null,
    because: reason(code, { booking: name }),
  }));
}

/** Each reason once for each booking and asset. */
export function distinct(all: readonly Skipped[]): Skipped[] {
  const byKey = new Map(all.map((each) => [`${each.bookingId} ${each.assetId} ${each.because.code}`, each]));
  return [...byKey.values()];
}
