/** Whose material a booking airs: the agency of its agreement, else the one that all of its assets have; their category; and its length. */
import type { BookingOwner } from '../../../contract/api/planner';
import type { Booking } from '../../../contract/records/booking';
import { plannedMs } from '../../../domain/material';
import { itemsOf, wholeOf } from '../../../domain/smart';
import { type Reader, settingsOf } from '../../store';

export function ownerOf(reader: Reader, booking: Booking): BookingOwner {
  const assets = assetsOf(reader, booking);
  const agreement = booking.agreementId === null ? undefined : reader.get('agreement', booking.agreementId);
  return {
    bookingId: booking.id,
    agencyId: agreement?.agencyId ?? common(assets.map(({ agencyId }) => agencyId)),
    category: common(assets.map(({ category }) => category)),
    exactMs: booking.how.kind === 'exact' ? longestOf(reader, booking) : null,
  };
}

function longestOf(reader: Reader, { what }: Booking): number | null {
  const { stillMs } = settingsOf(reader);
  const list = what.kind === 'playlist' ? reader.get('playlist', what.playlistId) : null;
  const items = what.kind === 'asset' ? [wholeOf(what.assetId)] : list ? itemsOf(list, reader.find) : [];
  return Math.max(0, ...items.map((item) => plannedMs(item, reader.get('asset', item.assetId), stillMs) ?? 0)) || null;
}

type Owned = { agencyId: string | null; category: string | null };

/** Of a playlist by rule, what the rule asks for. */
function assetsOf(reader: Reader, { what }: Booking): Owned[] {
  const list = what.kind === 'playlist' ? reader.get('playlist', what.playlistId) : null;
  if (list?.smart) return [{ agencyId: common(list.smart.agencyIds), category: common(list.smart.categories) }];
  const ids = what.kind === 'asset' ? [what.assetId] : (list?.items.map(({ assetId }) => assetId) ?? []);
  return ids.flatMap((id) => reader.get('asset', id) ?? []);
}

function common<T>(values: readonly (T | null)[]): T | null {
  const [first = null, ...others] = [...new Set(values)];
  return others.length === 0 ? first : null;
}
