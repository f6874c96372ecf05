/** What the address of this screen may carry, parsed; anything else is dropped. */
import { z } from 'zod';
import { LocalDate } from '../../../../electron/contract/scalars';

export const ScheduleTab = z.enum(['timeline', 'bookings', 'inventory']);

const ScheduleSearch = z.object({
  /** The booking that is open. */
  id: z.string().optional().catch(undefined),
  /** The day in view, on the station's calendar; today when absent. */
  day: LocalDate.optional().catch(undefined),
  tab: ScheduleTab.optional().catch(undefined),
});
export type ScheduleSearch = z.infer<typeof ScheduleSearch>;

export const parseScheduleSearch = (raw: Record<string, unknown>): ScheduleSearch => ScheduleSearch.parse(raw);
