/** For whom a booking plays. */
import type { Asset } from '../contract/records/asset';
import type { Booking } from '../contract/records/booking';
import type { Agreement } from '../contract/records/partner';
import type { Playlist } from '../contract/records/playlist';

interface Readable {
  get(record: 'agreement', id: string): Agreement | undefined;
  get(record: 'asset', id: string): Asset | undefined;
  get(record: 'playlist', id: string): Playlist | undefined;
}

/** The agency of its agreement, else the one whose all its material is; null where there is none. */
export function agencyOf(
  reader: Readable,
  { agreementId, what }: Pick<Booking, 'agreementId' | 'what'>,
): string | null {
  if (agreementId !== null) return reader.get('agreement', agreementId)?.agencyId ?? null;
  const assets =
    what.kind === 'asset'
      ? [what.assetId]
      : (reader.get('playlist', what.playlistId)?.items ?? []).map(({ assetId }) => assetId);
  const agencies = new Set(assets.map((id) => reader.get('asset', id)?.agencyId ?? null));
  const [only] = agencies;
  return agencies.size === 1 ? (only ?? null) : null;
}
