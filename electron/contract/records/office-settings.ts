/**
 * Figures of the office's registers: how long an answer to a request for information may take (UU 14/2008 art. 22), which days
 * count, and how long it is kept how to reach people.
 */
import { z } from 'zod';
import { LocalDate, Weekday } from '../scalars';

export const OfficeSettings = z.object({
  /** Working days in which a request is answered. */
  answerDays: z.int().min(1).max(90),
  /** By how many working days that may be lengthened, once. */
  extraDays: z.int().min(0).max(90),
  /** Working days in which an applicant may object, once there is ground to (art. 36 (1)). */
  objectDays: z.int().min(1).max(90).default(30),
  /** Working days in which an objection is answered (art. 36 (2)). */
  objectionDays: z.int().min(1).max(90),
  /** From so many working days before the last a request is warned of. */
  warnDays: z.int().min(0).max(30),
  workdays: z
    .array(Weekday)
    .min(1)
    .max(7)
    .transform((days) => [...new Set(days)].sort()),
  /** Days that do not count: national holidays and *cuti bersama*, as decreed each year. */
  holidays: z
    .array(LocalDate)
    .max(400)
    .transform((days) => [...new Set(days)].sort()),
  /** Stands in the number of a request: `001/PPID/2026`. */
  mark: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9.-]{1,40}$/),
  /** Days after the end of a request or a contest on which it is forgotten how to reach people. */
  keepContactDays: z.int().min(1).max(3660),
});
export type OfficeSettings = z.infer<typeof OfficeSettings>;
