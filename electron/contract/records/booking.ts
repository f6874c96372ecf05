/** Booking: what plays, where, when and how often. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, LocalDate, LocalTime, Name, Weekday } from '../scalars';

export const BookingWhat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('playlist'), playlistId: Id }),
  z.object({ kind: z.literal('asset'), assetId: Id }),
]);
export type BookingWhat = z.infer<typeof BookingWhat>;

/** How often. `rotation` takes its turn in the running order; slots, shares and exact times join this union. */
export const BookingHow = z.discriminatedUnion('kind', [z.object({ kind: z.literal('rotation') })]);

const bookingFields = {
  name: Name,
  what: BookingWhat,
  where: z
    .object({ displayIds: z.array(Id).max(5000), groupIds: z.array(Id).max(500) })
    .refine((where) => where.displayIds.length + where.groupIds.length > 0, { error: 'no display or group' }),
  how: BookingHow,
  /** First and last day, both included, in `zone`. */
  from: LocalDate,
  to: LocalDate,
  weekdays: z.array(Weekday).min(1).max(7),
  /** An end at or before the start reaches into the next day and belongs to the day it starts. */
  daypart: z.object({ start: LocalTime, end: LocalTime }),
  /** Whose wall clock the days and times are read on. */
  zone: z.enum(['station', 'display']),
  paused: z.boolean(),
};

/** What a person fills in. */
export const BookingDraft = z
  .object(bookingFields)
  .refine((draft) => draft.from <= draft.to, { error: 'ends before it starts', path: ['to'] });
export type BookingDraft = z.infer<typeof BookingDraft>;

export const Booking = z.object({
  id: Id,
  rev: z.int().min(0),
  ...bookingFields,
  createdAt: Instant,
  createdBy: z.string(),
});
export type Booking = z.infer<typeof Booking>;

export const bookingRecord = recordType('booking', Booking);
