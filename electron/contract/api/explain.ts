/** A display's day told decision by decision, a page at a time. */
import { z } from 'zod';
import { Timeline } from '../records/timeline';
import { DurationMs, Id, Instant, LocalDate, Reason } from '../scalars';

/** What stands at an instant and why; or, `skipped`, which booking wanted the place and did not get it (`ms` 0). */
export const Decision = z.object({
  at: Instant,
  ms: DurationMs,
  kind: z.enum(['placed', 'skipped']),
  bookingId: Id.nullable(),
  assetId: Id.nullable(),
  /** Of the material; null of the slate and of what was passed over. */
  name: z.string().nullable(),
  because: Reason,
});
export type Decision = z.infer<typeof Decision>;

const Page = z.coerce.number().int();
export const ExplainQuery = z.object({
  displayId: Id,
  /** On the display's clock. */
  day: LocalDate,
  /** From this instant on; the start of the day where absent. */
  from: z.coerce.number().pipe(Instant).optional(),
  /** Decisions to pass over: the `cursor` of the page before. */
  after: Page.min(0).default(0),
  limit: Page.min(1).max(1000).default(200),
  only: z.enum(['placed', 'skipped']).optional(),
  /** Of a draft of the schedule instead of what is published. */
  draftId: Id.optional(),
});
export type ExplainQuery = z.infer<typeof ExplainQuery>;

export const ExplainedPage = z.object({
  /** In order; at one instant what was passed over comes first. */
  decisions: z.array(Decision),
  /** What holds all day: material that is not ready, paused bookings. On the first page alone. */
  throughout: Timeline.shape.skipped,
  cursor: z.int().min(0).nullable(),
});
