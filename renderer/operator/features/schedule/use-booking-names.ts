/** Names of bookings by their ids; empty for one that is not there. */
import { useCallback, useMemo } from 'react';
import type { Booking } from '../../../../electron/contract/records/booking';

export function useBookingNames(bookings: readonly Pick<Booking, 'id' | 'name'>[]): (bookingId: string) => string {
  const names = useMemo(() => new Map(bookings.map(({ id, name }) => [id, name])), [bookings]);
  return useCallback((id: string) => names.get(id) ?? '', [names]);
}
