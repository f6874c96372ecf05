/** Playlist: assets in order. Lengths of videos come from their assets; stills carry their own. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { DurationMs, Id, Instant, Name } from '../scalars';

export const PlaylistItem = z.object({
  id: Id,
  assetId: Id,
  /** How long a still is shown; null takes the station's default. Ignored for video. */
  stillMs: DurationMs.min(1000).nullable(),
  /** Trim of a video, measured in its source; null `outMs` plays to the end. */
  inMs: DurationMs,
  outMs: DurationMs.nullable(),
});
export type PlaylistItem = z.infer<typeof PlaylistItem>;

export const Playlist = z.object({
  id: Id,
  rev: z.int().min(0),
  name: Name,
  items: z.array(PlaylistItem).max(2000),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Playlist = z.infer<typeof Playlist>;

export const playlistRecord = recordType('playlist', Playlist);
