/** Assets on a display, all day, around today. */
import type { Asset } from '../../electron/contract/records/asset';
import { newId } from '../../electron/contract/ulid';
import { DAY_MS } from '../../electron/domain/calendar';
import type { RunningStation } from './station';

/** The date so many days from today, in UTC. */
export const day = (offset: number): string => new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10);

/** Makes a playlist of them and books it; answers the booking's id. */
export async function bookAllDay(
  { client }: RunningStation,
  displayId: string,
  assets: readonly Pick<Asset, 'id'>[],
): Promise<string> {
  const items = assets.map(({ id }) => ({ id: newId(), assetId: id, stillMs: null, inMs: 0, outMs: null }));
  const playlist = await client.playlists.create({ name: 'Uji', items });
  const booking = await client.bookings.create({
    name: 'Uji',
    what: { kind: 'playlist', playlistId: playlist.id },
    where: { displayIds: [displayId], groupIds: [] },
    how: { kind: 'rotation' },
    from: day(-1),
    to: day(2),
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    dayparts: [{ start: '00:00:00', end: '24:00:00' }],
    zone: 'display',
    paused: false,
  });
  return booking.id;
}
