/** What the address of this screen may carry, parsed; anything else is dropped. */
import { z } from 'zod';

const TakeoversSearch = z.object({
  /** The takeover that is open. */
  id: z.string().optional().catch(undefined),
});
type TakeoversSearch = z.infer<typeof TakeoversSearch>;

export const parseTakeoversSearch = (raw: Record<string, unknown>): TakeoversSearch => TakeoversSearch.parse(raw);
