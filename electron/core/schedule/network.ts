/** Which booking plays on which display, looked up both ways. Made anew when a booking, group or display changes. */
import type { Booking } from '../../contract/records/booking';
import type { Reader } from '../store';

export interface Network {
  bookingsOn(displayId: string): readonly Booking[];
  groupsOf(displayId: string): readonly string[];
  membersOf(groupId: string): readonly string[];
  /** Displays a booking names, itself or by group; each once. */
  displaysOf(bookingId: string): readonly string[];
}

export function readNetwork(reader: Reader): Network {
  const groups = reader.all('displayGroup');
  const members = new Map(groups.map(({ id, displayIds }) => [id, displayIds]));
  const groupsOf = new Map<string, string[]>();
  for (const { id, displayIds } of groups) for (const display of displayIds) push(groupsOf, display, id);
  const displaysOf = new Map<string, string[]>();
  const bookingsOn = new Map<string, Booking[]>();
  for (const booking of reader.all('booking')) {
    const { displayIds, groupIds } = booking.where;
    const displays = [...new Set([...displayIds, ...groupIds.flatMap((group) => members.get(group) ?? [])])];
    displaysOf.set(booking.id, displays);
    for (const display of displays) push(bookingsOn, display, booking);
  }
  return {
    bookingsOn: (displayId) => bookingsOn.get(displayId) ?? [],
    groupsOf: (displayId) => groupsOf.get(displayId) ?? [],
    membersOf: (groupId) => members.get(groupId) ?? [],
    displaysOf: (bookingId) => displaysOf.get(bookingId) ?? [],
  };
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
