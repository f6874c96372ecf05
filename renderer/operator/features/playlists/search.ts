/** What the address of this screen may carry, parsed; anything else is dropped. */
import { z } from 'zod';

const PlaylistsSearch = z.object({
  /** The one that is open. */
  id: z.string().optional().catch(undefined),
});
export type PlaylistsSearch = z.infer<typeof PlaylistsSearch>;

export const parsePlaylistsSearch = (raw: Record<string, unknown>): PlaylistsSearch => PlaylistsSearch.parse(raw);
