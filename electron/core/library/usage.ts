/** Where an asset is used, and what deleting it would leave with a hole. */
import type { Booking } from '../../contract/records/booking';
import type { Playlist } from '../../contract/records/playlist';
import { type Reason, reason } from '../../contract/scalars';
import { isOver } from '../../domain/period';
import { takeoversWith } from '../../domain/references';
import { itemsOf } from '../../domain/smart';
import type { Reader, Usage } from '../store';

type Use = ReturnType<typeof Usage.parse>;

/**
 * Playlists that hold or find it, bookings and takeovers not yet over that air it (by itself or in a playlist), and where it
 * is filler.
 */
export function usageOf(reader: Reader, assetId: string, now: number): Use[] {
  const holds = (playlist: Playlist) =>
    itemsOf(playlist, (rule) => reader.find(rule)).some((item) => item.assetId === assetId);
  return usesBy(reader, assetId, now, holds);
}

/** The same but for what finds it by a rule: that goes on with whatever else it finds. */
export function holesOf(reader: Reader, assetId: string, now: number): Use[] {
  const holds = ({ smart, items }: Playlist) => smart === null && items.some((item) => item.assetId === assetId);
  return usesBy(reader, assetId, now, holds);
}

function usesBy(reader: Reader, assetId: string, now: number, holds: (playlist: Playlist) => boolean): Use[] {
  const holders = reader.all('playlist').filter(holds);
  const holderIds = new Set(holders.map(({ id }) => id));
  const bookings = reader
    .all('booking')
    .filter((booking) => airs(booking, assetId, holderIds) && !isOver(booking, now));
  return [
    ...holders.map(({ id, name }): Use => ({ kind: 'playlist', id, name })),
    ...bookings.map(({ id, name }): Use => ({ kind: 'booking', id, name })),
    ...fillers(reader, holders),
    ...takeoversWith(reader, assetId, now).map(({ id, name }): Use => ({ kind: 'takeover', id, name })),
  ];
}

/** The same as reasons for a refusal. */
export function usageReasons(uses: readonly Use[]): Reason[] {
  return uses.map(({ kind, name }) => reason(`where.${kind}`, { name }));
}

function airs({ what }: Booking, assetId: string, playlistIds: ReadonlySet<string>): boolean {
  return what.kind === 'asset' ? what.assetId === assetId : playlistIds.has(what.playlistId);
}

/** Displays that fall back on one of these playlists, and the station itself under the playlist's name. */
function fillers(reader: Reader, playlists: readonly Playlist[]): Use[] {
  const names = new Map(playlists.map(({ id, name }) => [id, name]));
  const own = reader.get('settings', 'settings')?.fillerPlaylistId ?? null;
  const ownName = own && names.get(own);
  const displays = reader.all('display').filter(({ fillerPlaylistId: id }) => id !== null && names.has(id));
  return [
    ...(own && ownName ? [{ kind: 'filler' as const, id: own, name: ownName }] : []),
    ...displays.map(({ id, name }): Use => ({ kind: 'filler', id, name })),
  ];
}
