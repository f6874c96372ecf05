/** What the planner's desk asks: days in sums, and whose material a booking airs. */
import { z } from 'zod';
import { MOST_SUMMED } from '../bounds';
import { Id, Instant, LocalDate, Name, Reason } from '../scalars';
import { query } from './procedure';

const Ms = z.int().min(0);

/** [index of the part, index of the owner, ms, plays begun]. Only what is not nothing. */
export const SummedPart = z.tuple([z.int().min(0), z.int().min(0), Ms, Ms]);
export type SummedPart = z.infer<typeof SummedPart>;

/** [index of the owner, index of the reason]: a booking of which something should have aired and nothing does, with why. */
export const SilentPart = z.tuple([z.int().min(0), z.int().min(0)]);
export type SilentPart = z.infer<typeof SilentPart>;

/** A day of one display. Its parts are the day itself, or its hours counted from midnight (23 or 25 where clocks change). */
export const SummedDay = z.object({
  from: Instant,
  until: Instant,
  /** Of each part the time that is open, ms: not dark. */
  openMs: z.array(Ms),
  parts: z.array(SummedPart),
  /** Of what should have aired and cannot. */
  skipped: z.int().min(0),
  silent: z.array(SilentPart),
  /** Loops are counted from the start of each opening; null where the display has no loop. */
  loop: z.object({ ms: Ms.min(1), openings: z.array(z.tuple([Instant, Instant])) }).nullable(),
});
export type SummedDay = z.infer<typeof SummedDay>;

export const Summary = z.object({
  /** Ids of bookings, or `filler`, or `slate`. */
  owners: z.array(z.string()),
  reasons: z.array(Reason),
  /** In the order asked for; displays that are gone are left out. */
  displays: z.array(z.object({ displayId: Id, days: z.array(SummedDay) })),
});
export type Summary = z.infer<typeof Summary>;

/** [index of the owner, ms, plays begun, displays it is on]. */
export const CalendarPart = z.tuple([z.int().min(0), Ms, Ms, z.int().min(1)]);
export type CalendarPart = z.infer<typeof CalendarPart>;

/** A day of the station's calendar, of all displays asked for together. */
export const CalendarDay = z.object({
  date: LocalDate,
  openMs: Ms,
  /** Of what should have aired and cannot, on however many displays. */
  skipped: z.int().min(0),
  /** On one of the displays at least; on others it may air. */
  silent: z.array(SilentPart),
  parts: z.array(CalendarPart),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

/** `owners`: ids of bookings, or `filler`, or `slate`. */
export const CalendarDays = z.object({
  owners: z.array(z.string()),
  reasons: z.array(Reason),
  days: z.array(CalendarDay),
});
export type CalendarDays = z.infer<typeof CalendarDays>;

const TileOfDays = z.object({
  displayIds: z.array(Id).min(1).max(MOST_SUMMED.displays),
  from: LocalDate,
  days: z.coerce.number().pipe(z.int().min(1).max(MOST_SUMMED.days)),
  /** Of a draft of the schedule instead of what is published. */
  draftId: Id.optional(),
});

/** Whose material a booking airs: by its agreement, else by all of its assets that agree. */
export const BookingOwner = z.object({
  bookingId: Id,
  agencyId: Id.nullable(),
  category: Name.nullable(),
  /** How long a play at an exact time takes: of a playlist its longest item. Null of other bookings, and where nothing can play. */
  exactMs: Ms.nullable(),
});
export type BookingOwner = z.infer<typeof BookingOwner>;

export const plannerApi = {
  /** Days of the station's calendar, compiled where nothing summed before still holds. */
  summary: query('read')
    .route({ method: 'GET', path: '/planner/summary' })
    .input(TileOfDays.extend({ step: z.enum(['day', 'hour']) }))
    .output(Summary),
  /** The same days with all displays in one sum: what is booked on each. */
  calendar: query('read').route({ method: 'GET', path: '/planner/calendar' }).input(TileOfDays).output(CalendarDays),
  owners: query('read')
    .route({ method: 'GET', path: '/planner/owners' })
    .input(z.object({ draftId: Id.optional() }).default({}))
    .output(
      z.object({
        bookings: z.array(BookingOwner),
        agencies: z.array(z.object({ id: Id, name: Name })),
        agreements: z.array(z.object({ id: Id, number: Name, agencyId: Id })),
      }),
    ),
};
