/** What a compile could not place, and why: said once each, for the person who wonders where a clip has gone. */
import type { Booking } from '../contract/records/booking';
import type { Timeline } from '../contract/records/timeline';
import { reason } from '../contract/scalars';
import { type Bill, type Books, type CompileInput, playsIn } from './bills';
import type { Filler } from './filler';
import type { Sheet } from './sheet';

export type Skipped = Timeline['skipped'][number];

/** To be asked after the sheet is written. */
export function skippedOf(input: CompileInput, { bills, paused }: Books, sheet: Sheet, filler: Filler): Skipped[] {
  const { from, until } = input;
  const booked = bills.filter((bill) => playsIn(bill.windows, from, until));
  const nothing = { bookingId: null, assetId: null, because: reason('why.nothingBooked') };
  const full = { bookingId: null, assetId: null, because: reason('why.tooMany', { count: sheet.entries.length }) };
  return distinct([
    ...(booked.length === 0 ? [nothing] : []),
    ...(sheet.full ? [full] : []),
    ...booked.flatMap(leftOutOf),
    ...pausedOf(paused),
    ...filler.leftOut().map((each) => ({ bookingId: null, ...each })),
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

function pausedOf(paused: readonly Booking[]): Skipped[] {
  return paused.map(({ id, name }) => ({
    bookingId: id,
    assetId: null,
    because: reason('why.paused', { booking: name }),
  }));
}

function distinct(all: readonly Skipped[]): Skipped[] {
  const byKey = new Map(all.map((each) => [`${each.bookingId} ${each.assetId} ${each.because.code}`, each]));
  return [...byKey.values()];
}
