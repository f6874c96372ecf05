/**
 * LoopPolicy: how the open hours of a display are cut and sold. A loop (putaran) is its slots one after another, begun anew
 * at every opening and repeated until closing. A display under no policy is always open and has no slots.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { DurationMs, Id, Instant, LocalDate, LocalTime, Name, Weekday } from '../scalars';

/** For whose material a slot is kept: public service announcements, partners', the station's own, or filler only. */
export const SlotPurpose = z.enum(['any', 'ilm', 'partner', 'station', 'filler']);
export type SlotPurpose = z.infer<typeof SlotPurpose>;

export const Slot = z.object({ ms: DurationMs.min(1000).max(3_600_000), purpose: SlotPurpose });
export type Slot = z.infer<typeof Slot>;

/** A close at or before its opening reaches into the next day and belongs to the day it opens. Lines that overlap are one. */
export const OpenHours = z.object({ weekday: Weekday, opens: LocalTime, closes: LocalTime });
export type OpenHours = z.infer<typeof OpenHours>;

/** Whole days, both included, on which nothing opens. They may overlap. */
export const Closure = z
  .object({ from: LocalDate, to: LocalDate, why: z.string().max(200) })
  .refine((closure) => closure.from <= closure.to, { error: 'ends before it starts', path: ['to'] });
export type Closure = z.infer<typeof Closure>;

/** What may not follow on what. Only fixed slots and exact times break it, and say so. */
export const Separation = z.object({
  /** Two clips of one agency back to back. */
  agency: z.boolean(),
  /** Two clips of one category back to back. */
  category: z.boolean(),
  /** From the start of a clip to its next start, at least; 0 asks nothing. */
  sameClipMs: DurationMs.max(86_400_000),
});
export type Separation = z.infer<typeof Separation>;

export const LoopPolicyFields = z.object({
  name: Name,
  /** A display's own policy goes before its groups'; of several groups' the oldest holds. */
  where: z.object({ displayIds: z.array(Id).max(5000), groupIds: z.array(Id).max(500) }),
  slots: z.array(Slot).min(1).max(240),
  /** A weekday with no line is closed. */
  hours: z.array(OpenHours).max(56),
  closures: z.array(Closure).max(500),
  separation: Separation,
});
export type LoopPolicyFields = z.infer<typeof LoopPolicyFields>;

export const LoopPolicy = z.object({ id: Id, rev: z.int().min(0), ...LoopPolicyFields.shape, createdAt: Instant });
export type LoopPolicy = z.infer<typeof LoopPolicy>;
export const loopPolicyRecord = recordType('loopPolicy', LoopPolicy);
