/** What a compile reads: the store itself, or what a draft or a version makes of it. */
import type { Records } from '../../contract/records';
import type { Booking } from '../../contract/records/booking';
import type { Reader, Store } from '../store';

export type Sources = Reader & Pick<Store, 'lastChange'>;

/** In place of the published bookings. */
export interface Bookings {
  get(id: string): Booking | undefined;
  all(): readonly Booking[];
  /** Number of the newest commit that may have changed one. */
  lastChange(): number;
}

export function withBookings(store: Sources, bookings: Bookings): Sources {
  return {
    get: (record, id) =>
      record === 'booking' ? (bookings.get(id) as Records[typeof record] | undefined) : store.get(record, id),
    all: (record) => (record === 'booking' ? (bookings.all() as Records[typeof record][]) : store.all(record)),
    find: store.find,
    assetsOf: (agencyId, limit) => store.assetsOf(agencyId, limit),
    lastChange: (record) => (record === 'booking' ? bookings.lastChange() : store.lastChange(record)),
  };
}
