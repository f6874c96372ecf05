/** Where displays and groups are booked: what taking one away would leave without a screen. Bookings that are over do not count. */
import { Failure } from '../../contract/failure';
import type { Booking } from '../../contract/records/booking';
import type { Display, DisplayGroup } from '../../contract/records/display';
import { type Reason, reason } from '../../contract/scalars';
import { isOver } from '../../domain/period';
import { policiesOf, rulesOfGroup } from '../../domain/references';
import type { Changed, Reader } from '../store';

/** More than a person reads. */
const MOST_TOLD = 20;

/** Bookings that name the display, and those that reach it only by a group. */
export function displayUses(reader: Reader, displayId: string, now: number): Reason[] {
  const groups = reader.all('displayGroup').filter(({ displayIds }) => displayIds.includes(displayId));
  return running(reader, now).flatMap(({ name, where }) => {
    if (where.displayIds.includes(displayId)) return reason('where.booking', { name });
    const group = groups.find(({ id }) => where.groupIds.includes(id));
    return group ? reason('where.bookingOfGroup', { name, group: group.name }) : [];
  });
}

/** What is booked for a group, and the loops and rules that hold on its displays. */
export function groupUses(reader: Reader, groupId: string, now: number): Reason[] {
  const uses = running(reader, now).filter(({ where }) => where.groupIds.includes(groupId));
  const booked = uses.map(({ name }) => reason('where.booking', { name }));
  return [...booked, ...policiesOf(reader, groupId), ...rulesOfGroup(reader, groupId)];
}

/** What displays would no longer show if they left the group: bookings made since then that reach them in no other way. */
export function lostByLeaving(
  reader: Reader,
  group: DisplayGroup,
  leaving: readonly string[],
  now: number,
  since = Number.NEGATIVE_INFINITY,
): Reason[] {
  const others = reader.all('displayGroup').filter(({ id }) => id !== group.id);
  const lost: Reason[] = [];
  const bookings = running(reader, now).filter(
    ({ where, createdAt }) => where.groupIds.includes(group.id) && createdAt >= since,
  );
  for (const { name, where } of bookings) {
    const stays = new Set(where.displayIds);
    for (const { id, displayIds } of others)
      if (where.groupIds.includes(id)) for (const displayId of displayIds) stays.add(displayId);
    for (const id of leaving) {
      const display = stays.has(id) ? undefined : reader.get('display', id);
      if (display) lost.push(reason('where.displayLeavesBooking', { display: display.name, name }));
    }
  }
  return lost.slice(0, MOST_TOLD);
}

/** A removal that waited is refused where it is booked now. @throws Failure inUse */
export function checkDisplayAgain(reader: Reader, { before, after, now }: Changed<Display>): void {
  if (!before || after) return;
  const uses = displayUses(reader, before.id, now);
  if (uses.length > 0) throw new Failure('inUse', { record: 'display', name: before.name }, uses);
}

/**
 * A change of members that waited: what was booked when it was asked was told to whoever asked, and what is booked since to nobody.
 * @throws Failure refused
 */
export function checkGroupAgain(reader: Reader, { before, after, askedAt, now }: Changed<DisplayGroup>): void {
  if (!before || !after) return;
  const leaving = before.displayIds.filter((id) => !after.displayIds.includes(id));
  const lost = lostByLeaving(reader, before, leaving, now, askedAt);
  if (lost.length > 0) throw new Failure('refused', { record: 'displayGroup', name: before.name }, lost);
}

function running(reader: Reader, now: number): Booking[] {
  return reader.all('booking').filter((booking) => !isOver(booking, now));
}
