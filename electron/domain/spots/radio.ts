/** Which bookings are for the radio. */
import type { Booking } from '../../contract/records/booking';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';

export const isOnRadio = ({ where }: Pick<Booking, 'where'>): boolean => where.displayIds.includes(RADIO_CHANNEL_ID);

/** Those that play there: a paused one does not. */
export const onRadio = (bookings: readonly Booking[]): Booking[] =>
  bookings.filter((booking) => isOnRadio(booking) && !booking.paused);
