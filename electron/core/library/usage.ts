/** Where an asset is used, and what deleting it would leave with a hole. */
import type { Usage as Use } from '../../contract/api/library';
import type { Booking } from '../../contract/records/booking';
import type { Playlist } from '../../contract/records/playlist';
import type { RundownItem } from '../../contract/records/rundown-item';
import { DAY_MS } from '../../domain/calendar';
import { isOver } from '../../domain/period';
import { takeoversWith } from '../../domain/references';
import { endOf, startOf } from '../../domain/rundown/clock';
import { itemsOf } from '../../domain/smart';
import type { Reader, Store } from '../store';

/** What else is asked than records in lists: the items of rundowns. */
type Parts = Pick<Store, 'rundownParts'>;

/**
 * Playlists that hold or find it, bookings and takeovers not yet over that air it (by itself or in a playlist), where it is filler,
 * rundowns to come and programmes that name it.
 */
export function usageOf(reader: Reader & Parts, assetId: string, now: number): Use[] {
  const holds = (playlist: Playlist) => itemsOf(playlist, reader.find).some((item) => item.assetId === assetId);
  return [...usesBy(reader, assetId, now, holds), ...radioUses(reader, reader, assetId, now)];
}

/** The same but for what finds it by a rule: that goes on with whatever else it finds. */
export function holesOf(reader: Reader, parts: Parts, assetId: string, now: number): Use[] {
  const holds = ({ smart, items }: Playlist) => smart === null && items.some((item) => item.assetId === assetId);
  return [...usesBy(reader, assetId, now, holds), ...radioUses(reader, parts, assetId, now)];
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

/** Rundowns that are not long over, and programmes whose jingle it is. */
function radioUses(reader: Reader, { rundownParts }: Parts, assetId: string, now: number): Use[] {
  const programmes = reader.all('programme').filter(({ jingles }) => jingles.includes(assetId));
  const rundowns = reader
    .all('rundown')
    .filter((rundown) => (endOf(rundown) ?? startOf(rundown)) > now - DAY_MS)
    .filter(({ id }) => rundownParts.of('rundownItem', id).some((item) => names(item, assetId)));
  return [
    ...rundowns.map(({ id, name }): Use => ({ kind: 'rundown', id, name })),
    ...programmes.map(({ id, name }): Use => ({ kind: 'programme', id, name })),
  ];
}

function names({ spots, attachments, cue }: RundownItem, assetId: string): boolean {
  return (
    spots.some((spot) => spot.assetId === assetId) ||
    attachments.includes(assetId) ||
    (cue?.what.kind === 'asset' && cue.what.assetId === assetId)
  );
}
