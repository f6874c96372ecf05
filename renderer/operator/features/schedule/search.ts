/** What the address of this screen may carry, parsed; anything else is dropped. */
import { z } from 'zod';
import { LocalDate, LocalTime } from '../../../../electron/contract/scalars';

export const ScheduleTab = z.enum(['timeline', 'calendar', 'board', 'bookings', 'inventory', 'preview']);
export type ScheduleTab = z.infer<typeof ScheduleTab>;

const SortBy = z.enum(['name', 'state', 'agency', 'displays', 'from', 'hours']);
export type SortBy = z.infer<typeof SortBy>;

const ScheduleSearch = z.object({
  /** The booking that is open. */
  id: z.string().optional().catch(undefined),
  /** Material that another screen leads here with: a form of a booking that has it opens. */
  book: z.string().optional().catch(undefined),
  /** The day in view, on the station's calendar; today when absent. */
  day: LocalDate.optional().catch(undefined),
  /** How many days are in view at first. */
  scale: z.enum(['day', 'week', 'month']).optional().catch(undefined),
  /** The moment of the day that is looked at: the middle of a timeline that shows `span` seconds, or what a preview stands at. */
  at: LocalTime.optional().catch(undefined),
  span: z
    .number()
    .int()
    .min(5)
    .max(42 * 86_400)
    .optional()
    .catch(undefined),
  /** Of whom, under which agreement, of what and where: ids, but for the category. */
  agency: z.string().optional().catch(undefined),
  agreement: z.string().optional().catch(undefined),
  category: z.string().optional().catch(undefined),
  display: z.string().optional().catch(undefined),
  group: z.string().optional().catch(undefined),
  colour: z.enum(['booking', 'agency', 'category']).optional().catch(undefined),
  /** The draft that is open in place of what is published. */
  draft: z.string().optional().catch(undefined),
  /** The column of the table that it is sorted by, and whether downwards; the newest first when absent. */
  sort: SortBy.optional().catch(undefined),
  down: z.boolean().optional().catch(undefined),
  /** How many times as fast as the clock a preview plays. */
  speed: z.number().optional().catch(undefined),
  tab: ScheduleTab.optional().catch(undefined),
});
export type ScheduleSearch = z.infer<typeof ScheduleSearch>;

export const parseScheduleSearch = (raw: Record<string, unknown>): ScheduleSearch => ScheduleSearch.parse(raw);
