/** The colour of a booking beside its name. */
import type { Booking } from '../../../../electron/contract/records/booking';
import { coloursOf } from '../../shared/booking-colours';
import css from './Schedule.module.css';

export function Swatch({ booking, all }: { booking: Pick<Booking, 'id'>; all: readonly Booking[] }) {
  return <span className={css.swatch} style={{ background: coloursOf(all)(booking.id) }} aria-hidden="true" />;
}
