/** The filters of the address as the question the station understands. */
import type { PlayQuery } from '../../../../electron/contract/api/displays';
import type { Language } from '../../../../electron/contract/records/user';
import { instantsOf } from '../../shared/days';
import type { ProofSearch } from './search';

/** Days are read on the station's clock. Holds only what is set. */
export function playQueryOf(search: ProofSearch, zone: string): PlayQuery {
  const { displayId, assetId, bookingId, outcome } = search;
  return {
    ...(displayId ? { displayId } : {}),
    ...(assetId ? { assetId } : {}),
    ...(bookingId ? { bookingId } : {}),
    ...(outcome ? { outcome } : {}),
    ...instantsOf(search, zone),
  };
}

/** Bare days: what is owed is counted on each display's own clock. */
export const debtQueryOf = ({ displayId, bookingId, from, to, settled }: ProofSearch) => ({
  ...(displayId ? { displayId } : {}),
  ...(bookingId ? { bookingId } : {}),
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
  ...(settled ? { settled } : {}),
});

/** Where the same is as CSV, in the reader's language. */
export function csvAddress(of: 'plays' | 'make-goods', query: object, language: Language): string {
  const pairs = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
  return `/api/${of}.csv?${new URLSearchParams([...pairs, ['language', language]])}`;
}
