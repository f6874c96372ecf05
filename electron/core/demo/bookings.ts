/** The demo's playlists, its loop and what is booked in its slots. */
import { STATION_ACTOR } from '../../contract/records/audit';
import { PLAIN_BOOKING } from '../../contract/records/booking';
import { newId } from '../../contract/ulid';
import { DAY_MS } from '../../domain/calendar';
import { localParts } from '../../domain/time';
import { updateSettings } from '../control/settings';
import { createPlaylists } from '../playlists';
import { DEMO_CALLER, type DemoDesk } from './caller';
import type { DemoAssets } from './material';
import { BOOKINGS, DEMO_STATION, type DemoBooking, FILLER, LOOP, SMART } from './tirtaraya';

/** Finds the playlist by its name or makes it; answers its id. */
async function playlist({ store, clock }: DemoDesk, name: string, slugs: readonly string[], assets: DemoAssets) {
  const known = store.all('playlist').find((held) => held.name === name);
  if (known) return known.id;
  const items = slugs.flatMap((slug) => {
    const assetId = assets.get(slug);
    return assetId ? [{ id: newId(), assetId, stillMs: null, inMs: 0, outMs: null }] : [];
  });
  return (await createPlaylists({ store, clock }).create({ name, items, smart: null }, DEMO_CALLER)).id;
}

export async function setFiller(need: DemoDesk, assets: DemoAssets): Promise<void> {
  const settings = need.store.get('settings', 'settings');
  if (!settings || settings.fillerPlaylistId) return;
  const fillerPlaylistId = await playlist(need, FILLER.name, FILLER.slugs, assets);
  await updateSettings(need.store, {
    ...{ rev: settings.rev, values: { fillerPlaylistId }, actor: STATION_ACTOR },
    ...{ dataDir: need.dataDir, now: need.clock.now() },
  });
}

/** A playlist nobody has to keep. */
export async function setUpSmart({ store, clock }: DemoDesk): Promise<void> {
  if (store.all('playlist').some(({ name }) => name === SMART.name)) return;
  const smart = { tags: [], agencyIds: [], categories: [SMART.category], sort: 'name' as const, limit: 100 };
  await createPlaylists({ store, clock }).create({ name: SMART.name, items: [], smart }, DEMO_CALLER);
}

/** The loop comes before what is booked in it. */
export async function setUpLoop({ store, rooms }: DemoDesk, displayId: string): Promise<void> {
  if (store.all('loopPolicy').length > 0) return;
  const where = { displayIds: [displayId], groupIds: [] };
  await rooms.schedule.handlers.policies.create({ ...LOOP, where }, DEMO_CALLER);
}

export interface DemoMaterial {
  assets: DemoAssets;
  /** Name of an agency -> the id of its agreement. */
  agreements: ReadonlyMap<string, string>;
}

/** From yesterday on for a year, so that the day is full in every zone. */
export async function bookDay(need: DemoDesk, displayId: string, material: DemoMaterial): Promise<void> {
  const { store, clock, rooms } = need;
  if (store.all('booking').length > 0) return;
  const day = (offset: number) => localParts(clock.now() + offset * DAY_MS, DEMO_STATION.zone).date;
  for (const booked of BOOKINGS) {
    const { slot, name, agency, purpose = 'ilm', start = '06:00:00', end = '22:00:00' } = booked;
    const booking = {
      name,
      what: await whatOf(need, booked, material.assets),
      where: { displayIds: [displayId], groupIds: [] },
      how: { kind: 'slot' as const, slot, every: 1, first: 0 },
      ...PLAIN_BOOKING,
      purpose,
      agreementId: (agency && material.agreements.get(agency)) || null,
      ...{ from: day(-1), to: day(365), weekdays: [1, 2, 3, 4, 5, 6, 7] },
      dayparts: [{ start, end }],
      ...{ zone: 'display' as const, paused: false },
    };
    await rooms.schedule.handlers.bookings.create(booking, DEMO_CALLER);
  }
}

async function whatOf(need: DemoDesk, { name, slugs }: DemoBooking, assets: DemoAssets) {
  const [only, ...more] = slugs;
  const assetId = more.length === 0 && only ? assets.get(only) : undefined;
  if (assetId) return { kind: 'asset' as const, assetId };
  return { kind: 'playlist' as const, playlistId: await playlist(need, name, slugs, assets) };
}
