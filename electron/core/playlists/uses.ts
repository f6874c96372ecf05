/** Where a playlist is used: what removing it would leave empty. */
import { type Reason, reason } from '../../contract/scalars';
import { isOver } from '../../domain/period';
import type { Reader } from '../store';

/** Bookings that are not over, displays whose filler it is, and the station. */
export function playlistUses(reader: Reader, playlistId: string, now: number): Reason[] {
  const bookings = reader
    .all('booking')
    .filter(({ what }) => what.kind === 'playlist' && what.playlistId === playlistId)
    .filter((booking) => !isOver(booking, now));
  const displays = reader.all('display').filter(({ fillerPlaylistId }) => fillerPlaylistId === playlistId);
  const station = reader.get('settings', 'settings')?.fillerPlaylistId === playlistId;
  return [
    ...bookings.map(({ name }) => reason('where.booking', { name })),
    ...displays.map(({ name }) => reason('where.filler', { name })),
    ...(station ? [reason('where.stationFiller')] : []),
  ];
}
