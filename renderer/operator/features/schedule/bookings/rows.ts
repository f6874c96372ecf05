/** Which bookings the table shows and in what order. Pure. */
import type { Booking } from '../../../../../electron/contract/records/booking';
import type { DisplayGroup } from '../../../../../electron/contract/records/display';
import { displaysOf } from '../form/overlap';
import type { SortBy } from '../search';

export interface Row {
  booking: Booking;
  state: 'active' | 'later' | 'paused' | 'over';
  agency: string | null;
  agreement: string | null;
  /** Displays it is on, by itself and through groups. */
  displays: number;
}

export interface Places {
  display?: string | undefined;
  group?: string | undefined;
}

/** On the display, or on any display of the group. */
export function isAt(booking: Booking, { display, group }: Places, groups: readonly DisplayGroup[]): boolean {
  const on = displaysOf(booking, groups);
  if (display !== undefined && !on.has(display)) return false;
  if (group === undefined || booking.where.groupIds.includes(group)) return true;
  return groups.find(({ id }) => id === group)?.displayIds.some((id) => on.has(id)) ?? false;
}

/** By a column, or the newest first; equal ones by name. What is nobody's comes last either way. */
export function sorted(rows: readonly Row[], by: SortBy | undefined, down: boolean): Row[] {
  if (by === undefined) return [...rows].sort((a, b) => (a.booking.id < b.booking.id ? 1 : -1));
  const sign = down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [cellOf(a, by), cellOf(b, by)];
    if (left === null || right === null) return left === right ? byName(a, b) : left === null ? 1 : -1;
    const order = typeof left === 'number' && typeof right === 'number' ? left - right : textOrder(left, right);
    return order === 0 ? byName(a, b) : sign * order;
  });
}

const textOrder = (a: string | number, b: string | number) =>
  String(a).localeCompare(String(b), 'id', { numeric: true });
const byName = (a: Row, b: Row) => textOrder(a.booking.name, b.booking.name);

const STATES = ['active', 'later', 'paused', 'over'];

function cellOf({ booking, state, agency, displays }: Row, by: SortBy): string | number | null {
  switch (by) {
    case 'name':
      return booking.name;
    case 'state':
      return STATES.indexOf(state);
    case 'agency':
      return agency;
    case 'displays':
      return displays;
    case 'from':
      return booking.from;
    case 'hours':
      return (booking.how.kind === 'exact' ? booking.how.times[0] : booking.dayparts[0]?.start) ?? null;
    default:
      return by satisfies never;
  }
}
