/** ScheduleDraft: a schedule tried out beside the one that airs. What it changes lies booking by booking in edits. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, Name } from '../scalars';
import { Booking } from './booking';

export const ScheduleDraft = z.object({
  id: Id,
  rev: z.int().min(0),
  name: Name,
  createdAt: Instant,
  createdBy: z.string(),
});
export type ScheduleDraft = z.infer<typeof ScheduleDraft>;
export const scheduleDraftRecord = recordType('scheduleDraft', ScheduleDraft);

/** One booking as a draft wants it. A record of its own, so that two people may work on one draft. */
export const DraftEdit = z
  .object({
    /** `DRAFT:BOOKING`. */
    id: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}:[0-9A-HJKMNP-TV-Z]{26}$/),
    rev: z.int().min(0),
    draftId: Id,
    bookingId: Id,
    /** The published booking it was begun from; null for a new one. */
    base: Booking.nullable(),
    /** Null where it is to be removed. Its `rev` is the instant of the edit, so it never equals one that was published. */
    value: Booking.nullable(),
    by: z.string(),
  })
  .refine(({ base, value }) => base !== null || value !== null, { error: 'neither before nor after' });
export type DraftEdit = z.infer<typeof DraftEdit>;
export const draftEditRecord = recordType('draftEdit', DraftEdit);

export const draftEditId = (draftId: string, bookingId: string): string => `${draftId}:${bookingId}`;
