/** Leads to a booking in the table, with all else that the address says. */
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Booking } from '../../../../../electron/contract/records/booking';

export function BookingLink({ booking: { id, name } }: { booking: Pick<Booking, 'id' | 'name'> }) {
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link from="/schedule" to="/schedule" search={(now) => ({ ...now, id, tab: 'bookings' as const })} {...props} />
      )}
    >
      {name}
    </Anchor>
  );
}
