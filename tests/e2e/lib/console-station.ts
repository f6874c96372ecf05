/** A station with a little of everything, for the console to show: three ready clips, a playlist, a display, a booking. */
import { readFile } from 'node:fs/promises';
import { vi } from 'vitest';
import { conformingClip } from '../../fixtures/media';
import { bookAllDay } from '../../lib/booking';
import { type RunningStation, startStation } from '../../lib/station';
import { uploadBytes } from '../../lib/upload';

const PANEL = { width: 320, height: 160, fit: 'contain' as const, frameRate: 25 as const, loudnessLufs: -23 };
export const CLIPS = ['Iklan kopi pagi', 'Iklan kopi sore', 'Layanan warga'] as const;

export interface FilledStation {
  station: RunningStation;
  assetId: string;
  playlistId: string;
  bookingId: string;
}

export async function filledStation(): Promise<FilledStation> {
  const station = await startStation();
  const { client } = station;
  const { zone } = await client.station.settings();
  const display = { name: 'VT-01 Alun-alun', place: 'Tirtaraya', zone, profile: PANEL, fillerPlaylistId: null };
  const { id: displayId } = await client.displays.create(display);
  const assets: { id: string }[] = [];
  for (const [index, name] of CLIPS.entries()) assets.push({ id: await readyClip(station, name, 300 + 100 * index) });
  const bookingId = await bookAllDay(station, displayId, assets);
  const [playlist] = await client.playlists.list();
  return { station, bookingId, assetId: assets[0]?.id ?? '', playlistId: playlist?.id ?? '' };
}

async function readyClip(station: RunningStation, name: string, tone: number): Promise<string> {
  const bytes = await readFile(await conformingClip({ seconds: 1, tone }));
  const { assetId } = await uploadBytes(station, `${name}.mp4`, bytes);
  await vi.waitFor(
    async () => {
      const asset = await station.client.library.get({ id: assetId });
      if (asset.state !== 'ready') throw new Error(JSON.stringify(asset));
    },
    { timeout: 60_000, interval: 100 },
  );
  return assetId;
}
