/** What the address of this screen may carry, parsed; anything else is dropped. */
import { z } from 'zod';

const LibrarySearch = z.object({
  /** The one that is open. */
  id: z.string().optional().catch(undefined),
});
export type LibrarySearch = z.infer<typeof LibrarySearch>;

export const parseLibrarySearch = (raw: Record<string, unknown>): LibrarySearch => LibrarySearch.parse(raw);
