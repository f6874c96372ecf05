/** A playlist with the length of each item and of the whole. */
import type { PlaylistView } from '../../contract/api/schedule';
import type { Playlist } from '../../contract/records/playlist';
import { DEFAULT_SETTINGS } from '../../contract/records/settings';
import { plannedMs } from '../../domain/material';
import type { Reader } from '../store';

export function viewOf(reader: Reader, playlist: Playlist): PlaylistView {
  const { stillMs } = reader.get('settings', 'settings') ?? DEFAULT_SETTINGS;
  const lengths = playlist.items.map((item) => plannedMs(item, reader.get('asset', item.assetId), stillMs));
  return { ...playlist, lengths, totalMs: lengths.reduce<number>((sum, ms) => sum + (ms ?? 0), 0) };
}
