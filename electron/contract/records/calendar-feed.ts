/**
 * CalendarFeed: the secret under which a display's bookings are read as a calendar, by programs that cannot sign in. It gives
 * no more than any viewer sees, and can be renewed.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant } from '../scalars';

export const CalendarFeed = z.object({
  /** The display's. */
  id: Id,
  rev: z.int().min(0),
  /** 256 random bits, base64url. */
  secret: z.string().regex(/^[\w-]{43}$/),
  issuedAt: Instant,
});
export type CalendarFeed = z.infer<typeof CalendarFeed>;
export const calendarFeedRecord = recordType('calendarFeed', CalendarFeed);
