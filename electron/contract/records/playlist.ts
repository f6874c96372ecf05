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

/**
 * A playlist that finds its items: every picture and video in use that has been probed and fits all that is asked. Whether it
 * is ready for a display, approved, and valid on the day is judged item by item, as for any playlist: a clip that is being
 * made ready for one more panel stays on the others.
 */
export const SmartRule = z.object({
  /** Any of these; empty asks nothing. The same for the two below. */
  tags: z.array(Name).max(50),
  agencyIds: z.array(Id).max(200),
  categories: z.array(Name).max(50),
  sort: z.enum(['newest', 'oldest', 'name']),
  /** At most so many items. */
  limit: z.int().min(1).max(500),
});
export type SmartRule = z.infer<typeof SmartRule>;

export const Playlist = z.object({
  id: Id,
  rev: z.int().min(0),
  name: Name,
  /** As last edited by hand; not looked at where there is a rule. */
  items: z.array(PlaylistItem).max(2000),
  smart: SmartRule.nullable().default(null),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Playlist = z.infer<typeof Playlist>;

export const playlistRecord = recordType('playlist', Playlist);
