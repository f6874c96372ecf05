/** Puts a display's records together for a compile, and answers what it shows between two instants. */
import type { Display } from '../../contract/records/display';
import type { CompileInput } from '../../domain/compile';
import { lawFor } from '../rules/book';
import { lookups, type Reader, settingsOf } from '../store';
import type { Network } from './network';

/** Everything but the interval. Reads records as they are asked for; nothing is copied. */
export function questionOf(
  reader: Reader,
  network: Pick<Network, 'bookingsOn' | 'groupsOf' | 'policyOf'>,
  display: Display,
): Omit<CompileInput, 'from' | 'until'> {
  return {
    display,
    groupIds: network.groupsOf(display.id),
    station: settingsOf(reader),
    policy: network.policyOf(display.id),
    bookings: network.bookingsOn(display.id),
    law: lawFor(reader, display, network.groupsOf(display.id)),
    ...lookups(reader),
  };
}
