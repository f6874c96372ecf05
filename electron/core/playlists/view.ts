/** A playlist with what it comes to now, the length of each item and of the whole. */
import type { PlaylistView } from '../../contract/api/schedule';
import type { Playlist } from '../../contract/records/playlist';
import { plannedMs } from '../../domain/material';
import { itemsOf } from '../../domain/smart';
import { type Reader, settingsOf } from '../store';

export function viewOf(reader: Reader, playlist: Playlist): PlaylistView {
  const { stillMs } = settingsOf(reader);
  const items = itemsOf(playlist, reader.find);
  const lengths = items.map((item) => plannedMs(item, reader.get('asset', item.assetId), stillMs));
  const found = playlist.smart ? items.map(({ assetId }) => assetId) : null;
  return { ...playlist, lengths, found, totalMs: lengths.reduce<number>((sum, ms) => sum + (ms ?? 0), 0) };
}
