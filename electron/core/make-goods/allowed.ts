/** What keeps owed plays from being given at all, however much room there is: the agreement has ended, or the material may not air. */
import type { Booking } from '../../contract/records/booking';
import { type Reason, reason, type Zone } from '../../contract/scalars';
import { lastDayOf } from '../../domain/agreement';
import { dayNumber } from '../../domain/calendar';
import type { CompileInput } from '../../domain/compile';
import type { Piece } from '../../domain/material';
import { dayParam } from '../../domain/planning/stage';
import { instantOf } from '../../domain/time';

type Ground = Pick<CompileInput, 'station' | 'agreements'>;
/** What the booking comes to where it was owed. */
export interface Stock {
  pieces: readonly Pick<Piece, 'airs'>[];
  leftOut: readonly Reason[];
  zone: Zone;
}

/** Days looked at, from tomorrow on. */
const DAYS = 14;

/** The last day on which they may be given: of those looked at, and of the agreement. */
export function lastDay({ agreements }: Ground, { agreementId }: Booking, today: number): number {
  if (agreementId === null) return today + DAYS;
  const agreement = agreements.get(agreementId);
  return agreement ? Math.min(today + DAYS, dayNumber(lastDayOf(agreement))) : today;
}

/** Null where something of it may air after day number `today`. */
export function whyNever(
  ground: Ground,
  { pieces, leftOut, zone }: Stock,
  booking: Booking,
  today: number,
): Reason | null {
  if (lastDay(ground, booking, today) <= today) return agreementOver(ground, booking);
  const tomorrow = instantOf(today + 1, 0, zone);
  const name = { booking: booking.name };
  if (pieces.some(({ airs }) => airs.until > tomorrow)) return null;
  if (pieces.length > 0) return reason('makeGood.expired', name);
  const waits = leftOut.some(({ code }) => code === 'why.notReady' || code === 'cart.notReady');
  return waits ? reason('makeGood.notReady', name) : reason('makeGood.withdrawn', name);
}

function agreementOver({ agreements, station }: Ground, { name, agreementId }: Booking): Reason {
  const agreement = agreements.get(agreementId ?? '');
  if (!agreement) return reason('makeGood.agreementGone', { booking: name });
  const day = dayParam(dayNumber(lastDayOf(agreement)), station.zone);
  return reason('makeGood.agreementOver', { booking: name, number: agreement.number, day });
}
