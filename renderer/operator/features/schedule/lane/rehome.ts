/** Bookings taken from one display to another. Pure. */
import type { Booking } from '../../../../../electron/contract/records/booking';

/** As it would be; null where it is on `from` through a group alone: a group's booking is not taken apart by a drag. */
export function rehomed(booking: Booking, from: string, to: string): Booking | null {
  const { displayIds, groupIds } = booking.where;
  if (!displayIds.includes(from)) return null;
  return { ...booking, where: { displayIds: [...new Set(displayIds.map((id) => (id === from ? to : id)))], groupIds } };
}

/** What a copy of it is made of: on that display alone. */
export const copiedTo = (booking: Booking, to: string): Booking => ({
  ...booking,
  where: { displayIds: [to], groupIds: [] },
});
