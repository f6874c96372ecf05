/** What the address of this screen may carry, parsed; anything else is dropped. */
import { z } from 'zod';

const ScheduleSearch = z.object({
  /** The one that is open. */
  id: z.string().optional().catch(undefined),
});
export type ScheduleSearch = z.infer<typeof ScheduleSearch>;

export const parseScheduleSearch = (raw: Record<string, unknown>): ScheduleSearch => ScheduleSearch.parse(raw);
