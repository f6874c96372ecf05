/** A station with a little of everything, for the console to show: three ready clips, a playlist, a display, a booking, an agency, a loop. */
import { readFile } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright';
import { conformingClip } from '../../fixtures/media';
import { bookAllDay, day } from '../../lib/booking';
import { chromiumOptions } from '../../lib/chromium';
import { eventually } from '../../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../../lib/station';
import { uploadBytes } from '../../lib/upload';

const PANEL = { width: 320, height: 160, fit: 'contain' as const, frameRate: 25 as const, loudnessLufs: -23 };
export const CLIPS = ['Iklan kopi pagi', 'Iklan kopi sore', 'Layanan warga'] as const;

export interface FilledStation {
  station: RunningStation;
  assetId: string;
  playlistId: string;
  bookingId: string;
}

export interface FilledConsole extends FilledStation {
  browser: Browser;
  close(): Promise<void>;
}

/** Such a station, and a browser for its console. */
export async function filledConsole(): Promise<FilledConsole> {
  const [filled, browser] = await Promise.all([filledStation(), chromium.launch(chromiumOptions())]);
  return {
    ...filled,
    browser,
    async close() {
      await browser.close();
      await filled.station.stop();
      await removeDir(filled.station.dataDir);
    },
  };
}

async function filledStation(): Promise<FilledStation> {
  const station = await startStation();
  const { client } = station;
  const { zone } = await client.station.settings();
  const display = { name: 'VT-01 Alun-alun', place: 'Tirtaraya', zone, profile: PANEL, fillerPlaylistId: null };
  const { id: displayId } = await client.displays.create(display);
  const assets: { id: string }[] = [];
  for (const [index, name] of CLIPS.entries()) assets.push({ id: await readyClip(station, name, 300 + 100 * index) });
  const bookingId = await bookAllDay(station, displayId, assets);
  await partnersAndLoop(station);
  const [playlist] = await client.playlists.list();
  return { station, bookingId, assetId: assets[0]?.id ?? '', playlistId: playlist?.id ?? '' };
}

/** An agency under an agreement, and a loop that holds on no display, so that the timeline stays as it is. */
async function partnersAndLoop({ client }: RunningStation): Promise<void> {
  const { id: agencyId } = await client.agencies.create({ name: 'Dinkes Kabupaten Tirtaraya', notes: '' });
  await client.agreements.create({ agencyId, number: 'PKS/012/DISKOMINFO/2026', from: day(-10), to: day(300) });
  await client.policies.create({
    name: 'Putaran 300 detik',
    where: { displayIds: [], groupIds: [] },
    slots: Array.from({ length: 10 }, () => ({ ms: 30_000, purpose: 'any' as const })),
    hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '06:00:00', closes: '22:00:00' })),
    closures: [],
    separation: { agency: false, category: false, sameClipMs: 0 },
  });
}

/** The id of a clip of a second, once it is ready. */
export async function readyClip(station: RunningStation, name: string, tone: number): Promise<string> {
  const bytes = await readFile(await conformingClip({ seconds: 1, tone }));
  const { assetId } = await uploadBytes(station, `${name}.mp4`, bytes);
  await eventually(async () => {
    const asset = await station.client.library.get({ id: assetId });
    if (asset.state !== 'ready') throw new Error(JSON.stringify(asset));
  }, 60_000);
  return assetId;
}
