/** Which booking plays on which display, looked up both ways. Made anew when a booking, group or display changes. */
import type { Booking } from '../../contract/records/booking';
import type { LoopPolicy } from '../../contract/records/loop-policy';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { policiesOver } from '../../domain/loops';
import type { Reader } from '../store';

export interface Network {
  bookingsOn(displayId: string): readonly Booking[];
  groupsOf(displayId: string): readonly string[];
  membersOf(groupId: string): readonly string[];
  /** Its own, else the oldest of its groups'; null where it has none. */
  policyOf(displayId: string): LoopPolicy | null;
  /** Displays a policy names, itself or by group; each once. */
  displaysUnder(policyId: string): readonly string[];
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
    const displays = displaysIn(booking.where, members);
    displaysOf.set(booking.id, displays);
    for (const display of displays) push(bookingsOn, display, booking);
  }
  const membersOf = (groupId: string) => members.get(groupId) ?? [];
  const policies = reader.all('loopPolicy');
  const under = new Map(policies.map(({ id, where }) => [id, displaysIn(where, members)]));
  return {
    policyOf: policiesOver(policies, membersOf),
    displaysUnder: (policyId) => under.get(policyId) ?? [],
    bookingsOn: (displayId) => bookingsOn.get(displayId) ?? [],
    groupsOf: (displayId) => groupsOf.get(displayId) ?? [],
    membersOf,
    displaysOf: (bookingId) => displaysOf.get(bookingId) ?? [],
  };
}

function displaysIn({ displayIds, groupIds }: Booking['where'], members: ReadonlyMap<string, string[]>): string[] {
  const displays = new Set([...displayIds, ...groupIds.flatMap((group) => members.get(group) ?? [])]);
  displays.delete(RADIO_CHANNEL_ID);
  return [...displays];
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
