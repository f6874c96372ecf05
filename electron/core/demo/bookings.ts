/** The demo's playlists and bookings: a filler, and a loop for each daypart of the day. */

import { STATION_ACTOR } from '../../contract/records/audit';
import { PLAIN_BOOKING } from '../../contract/records/booking';
import { newId } from '../../contract/ulid';
import { DAY_MS } from '../../domain/calendar';
import { localParts } from '../../domain/time';
import { updateSettings } from '../control/settings';
import { createPlaylists } from '../playlists';
import { DEMO_CALLER, type DemoNeed } from './caller';
import type { DemoAssets } from './material';
import { DAYPARTS, DEMO_STATION, FILLER } from './tirtaraya';

/** Finds the playlist by its name or makes it; answers its id. */
async function playlist({ store, clock }: DemoNeed, name: string, slugs: readonly string[], assets: DemoAssets) {
  const known = store.all('playlist').find((held) => held.name === name);
  if (known) return known.id;
  const items = slugs.flatMap((slug) => {
    const assetId = assets.get(slug);
    return assetId ? [{ id: newId(), assetId, stillMs: null, inMs: 0, outMs: null }] : [];
  });
  return (await createPlaylists({ store, clock }).create({ name, items }, DEMO_CALLER)).id;
}

export async function setFiller(need: DemoNeed, assets: DemoAssets): Promise<void> {
  const settings = need.store.get('settings', 'settings');
  if (!settings || settings.fillerPlaylistId) return;
  const fillerPlaylistId = await playlist(need, FILLER.name, FILLER.slugs, assets);
  await updateSettings(need.store, {
    ...{ rev: settings.rev, values: { fillerPlaylistId }, actor: STATION_ACTOR, dataDir: need.dataDir },
  });
}

/** From yesterday on for a year, so that the day is full in every zone. */
export async function bookDay(need: DemoNeed, displayId: string, assets: DemoAssets): Promise<void> {
  const { store, clock, rooms } = need;
  if (store.all('booking').length > 0) return;
  const day = (offset: number) => localParts(clock.now() + offset * DAY_MS, DEMO_STATION.zone).date;
  for (const { name, start, end, slugs } of DAYPARTS) {
    const playlistId = await playlist(need, name, slugs, assets);
    const booking = {
      name,
      what: { kind: 'playlist' as const, playlistId },
      where: { displayIds: [displayId], groupIds: [] },
      how: { kind: 'rotation' as const },
      ...PLAIN_BOOKING,
      ...{ from: day(-1), to: day(365), weekdays: [1, 2, 3, 4, 5, 6, 7] },
      dayparts: [{ start, end }],
      ...{ zone: 'display' as const, paused: false },
    };
    await rooms.schedule.handlers.bookings.create(booking, DEMO_CALLER);
  }
}
