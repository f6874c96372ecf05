/** What the address of this screen may carry, parsed; anything else is dropped. */
import { z } from 'zod';

const DisplaysSearch = z.object({
  /** The display whose detail is open. */
  id: z.string().optional().catch(undefined),
  view: z.enum(['wall', 'table', 'groups', 'loops']).optional().catch(undefined),
  /** Opens the form for a new display. */
  add: z.boolean().optional().catch(undefined),
  /** A pairing code, from the QR on a display page; digits alone arrive as a number. */
  pair: z.coerce.string().max(12).optional().catch(undefined),
});
export type DisplaysSearch = z.infer<typeof DisplaysSearch>;

export const parseDisplaysSearch = (raw: Record<string, unknown>): DisplaysSearch => DisplaysSearch.parse(raw);
