/** Colour and letter of every booking, by itself, by its agency or by its category; and which bookings a filter lets through. Pure. */
import type { BookingOwner } from '../../../../electron/contract/api/planner';
import type { Booking } from '../../../../electron/contract/records/booking';
import { coloursOf } from '../../shared/booking-colours';

export type ColourBy = 'booking' | 'agency' | 'category';

/** Whoever shares a colour. `id` null: bookings without agency or category. */
export interface Family {
  id: string | null;
  name: string | null;
  colour: string;
  /** A to Z, then AA: told apart without colours, and where twelve of them begin anew. */
  letter: string;
}

export interface Colouring {
  familyOf(bookingId: string): Family | null;
  families: readonly Family[];
}

export type Owners = ReadonlyMap<string, BookingOwner>;

/** Families in the order of their ids. */
export function colouringOf(
  bookings: readonly Pick<Booking, 'id' | 'name'>[],
  by: ColourBy,
  owners: Owners,
  agencies: ReadonlyMap<string, string>,
): Colouring {
  const idOf = (bookingId: string): string | null => {
    if (by === 'booking') return bookingId;
    const owner = owners.get(bookingId);
    return (by === 'agency' ? owner?.agencyId : owner?.category) ?? null;
  };
  const names = new Map(bookings.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) =>
    id === null || by === 'category' ? id : ((by === 'agency' ? agencies : names).get(id) ?? null);
  const ids = [...new Set(bookings.map(({ id }) => idOf(id)))].sort((a, b) =>
    (a ?? '\uffff') < (b ?? '\uffff') ? -1 : 1,
  );
  const colours = coloursOf(ids.flatMap((id) => (id === null ? [] : [{ id }])));
  const families = ids.map(
    (id, index): Family => ({
      id,
      name: nameOf(id),
      colour: id === null ? NOBODY : colours(id),
      letter: letterOf(index),
    }),
  );
  const byId = new Map(families.map((family) => [family.id, family]));
  return { families, familyOf: (bookingId) => (names.has(bookingId) ? (byId.get(idOf(bookingId)) ?? null) : null) };
}

/** The grey of the palette's scheme. */
const NOBODY = '#bbbbbb';

export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

export interface Filter {
  agency?: string | undefined;
  agreement?: string | undefined;
  category?: string | undefined;
}

export function passes(booking: Pick<Booking, 'id' | 'agreementId'>, filter: Filter, owners: Owners): boolean {
  const owner = owners.get(booking.id);
  if (filter.agency !== undefined && owner?.agencyId !== filter.agency) return false;
  if (filter.agreement !== undefined && booking.agreementId !== filter.agreement) return false;
  return filter.category === undefined || owner?.category === filter.category;
}
