/**
 * What stations of before kept in their settings of spots in the breaks of the radio: a campaign's window, its caps. Since version 12 of
 * the settings all of it stands among the rules (`core/rules/carry-over.ts`).
 */
import { z } from 'zod';
import { DurationMs, LocalDate, Name } from '../scalars';

export const SpotRule = z.object({
  /** Null: all of them. */
  category: Name.nullable(),
  /** First and last day, both included, on which it may air; null where it is not bound. */
  from: LocalDate.nullable(),
  to: LocalDate.nullable(),
  /** Of all such spots together. */
  playsADay: z.int().min(0).max(1000).nullable(),
  longestMs: DurationMs.min(1000).nullable(),
  /** The article that asks for it. */
  source: z.string().trim().max(200),
});
export type SpotRule = z.infer<typeof SpotRule>;
