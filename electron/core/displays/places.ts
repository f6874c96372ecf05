/** Where a display or a group is used: what removing it would leave without a panel. */
import type { Booking } from '../../contract/records/booking';
import { type Reason, reason } from '../../contract/scalars';
import { isOver } from '../../domain/occurrences';
import type { Reader } from '../store';

/** Bookings that are not over and name it, or a group it is in. */
export function displayUses(reader: Reader, displayId: string, now: number): Reason[] {
  const groups = reader.all('displayGroup').filter(({ displayIds }) => displayIds.includes(displayId));
  return current(reader, now).flatMap(({ name, where }) => {
    if (where.displayIds.includes(displayId)) return [reason('where.booking', { name })];
    const through = groups.find(({ id }) => where.groupIds.includes(id));
    return through ? [reason('displays.inGroupBooking', { name, group: through.name })] : [];
  });
}

export function groupUses(reader: Reader, groupId: string, now: number): Reason[] {
  const using = current(reader, now).filter(({ where }) => where.groupIds.includes(groupId));
  return using.map(({ name }) => reason('where.booking', { name }));
}

function current(reader: Reader, now: number): Booking[] {
  return reader.all('booking').filter((booking) => !isOver(booking, now));
}
