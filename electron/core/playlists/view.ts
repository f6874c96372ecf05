/** A playlist with what it comes to now, the length of each item and of the whole. */
import type { PlaylistView } from '../../contract/api/schedule';
import type { Playlist } from '../../contract/records/playlist';
import { DEFAULT_SETTINGS } from '../../contract/records/settings';
import { plannedMs } from '../../domain/material';
import { itemsOf } from '../../domain/smart';
import type { Reader } from '../store';

export function viewOf(reader: Reader, playlist: Playlist): PlaylistView {
  const { stillMs } = reader.get('settings', 'settings') ?? DEFAULT_SETTINGS;
  const items = itemsOf(playlist, (rule) => reader.find(rule));
  const lengths = items.map((item) => plannedMs(item, reader.get('asset', item.assetId), stillMs));
  const found = playlist.smart ? items.map(({ assetId }) => assetId) : null;
  return { ...playlist, lengths, found, totalMs: lengths.reduce<number>((sum, ms) => sum + (ms ?? 0), 0) };
}
