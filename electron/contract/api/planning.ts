/** Planning: what stands in the way of a booking before it is kept, what it would take, and what is still free. */
import { z } from 'zod';
import { Booking, BookingDraft, BookingHow, BookingPurpose, Daypart, DayRule, Priority } from '../records/booking';
import { SlotPurpose } from '../records/loop-policy';
import { Id, LocalDate, Reason, Weekday } from '../scalars';
import { query } from './procedure';

/** What of a draft a way out changes; what is absent stays. */
export const DraftChange = z.object({
  where: Booking.shape.where.optional(),
  how: BookingHow.optional(),
  priority: Priority.optional(),
  purpose: BookingPurpose.optional(),
  agreementId: Id.nullable().optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  weekdays: z.array(Weekday).min(1).max(7).optional(),
  rule: DayRule.nullable().optional(),
  exceptions: z.array(LocalDate).max(1000).optional(),
  dayparts: z.array(Daypart).min(1).max(24).optional(),
});
export type DraftChange = z.infer<typeof DraftChange>;

/** Found by trying it: with `change` the conflict is gone and none is put in its place on what was looked at. */
export const WayOut = z.object({ label: Reason, change: DraftChange });
export type WayOut = z.infer<typeof WayOut>;

/** `stops`: on some display it is given no play at all. `costs`: it, or another booking, loses some. `notice`: neither. */
export const ConflictSeverity = z.enum(['stops', 'costs', 'notice']);
export type ConflictSeverity = z.infer<typeof ConflictSeverity>;

/** Beside which field of the form it is said. */
export const ConflictField = z.enum(['what', 'how', 'days', 'hours', 'agreement', 'purpose', 'priority']);
export type ConflictField = z.infer<typeof ConflictField>;

export const Conflict = z.object({
  reason: Reason,
  severity: ConflictSeverity,
  field: ConflictField,
  /** Displays it was found on; empty where it holds wherever the booking is. */
  displayIds: z.array(Id),
  /** The first day it was found on, on the display's calendar. */
  firstDay: LocalDate.nullable(),
  waysOut: z.array(WayOut),
  /** Where none was found: what can be done besides. Null, too, where `reason` says it. */
  advice: Reason.nullable(),
});
export type Conflict = z.infer<typeof Conflict>;

/** How much was looked at: where it is less than all, conflicts may be missed and sums are of what was looked at. */
export const Looked = z.object({
  displays: z.int(),
  ofDisplays: z.int(),
  /** First and last day looked at; null when there is none to come. */
  from: LocalDate.nullable(),
  to: LocalDate.nullable(),
  /** The booking goes on after `to`. */
  goesOn: z.boolean(),
  /** False where days were taken to be like others, or turns go on from day to day: counts may be off by a few. */
  exact: z.boolean(),
});
export type Looked = z.infer<typeof Looked>;

export const Takes = z.object({
  /** Over all displays and days looked at. */
  plays: z.int(),
  ms: z.int(),
  /** Of one display on one of its days: the day with fewest plays, and with most. */
  least: z.int(),
  most: z.int(),
  displays: z.array(z.object({ displayId: Id, plays: z.int(), ms: z.int(), days: z.int() })),
  /** Plays other bookings lose by it, greatest first, at most 20. */
  others: z.array(z.object({ bookingId: Id, name: z.string(), plays: z.int() })),
});
export type Takes = z.infer<typeof Takes>;

export const CheckInput = z.object({
  draft: BookingDraft,
  /** The booking that is being changed; left out for a new one. */
  id: Id.nullable().default(null),
  /** Beside the bookings of a draft of the schedule instead of the published ones. */
  draftId: Id.optional(),
});
export const Checked = z.object({ conflicts: z.array(Conflict), takes: Takes, looked: Looked });
export type Checked = z.infer<typeof Checked>;

export const InventoryUnit = z.enum(['hour', 'day', 'month']);
export type InventoryUnit = z.infer<typeof InventoryUnit>;

/** One display in one hour, day or month of its own clock. A night belongs to the day it starts on. */
export const InventoryCell = z.object({
  /** `2026-03-02T06`, `2026-03-02` or `2026-03`. */
  at: z.string(),
  openMs: z.int(),
  /** Plays and time of all bookings. */
  plays: z.int(),
  bookedMs: z.int(),
  /** Open, not kept for filler, and held by neither slot, share, frequency nor exact time. Rotation gives way. */
  freeMs: z.int(),
  /** One for each slot of the loop: how often it comes up, and how often nothing holds it. */
  slots: z.array(z.object({ plays: z.int(), free: z.int() })),
});
export type InventoryCell = z.infer<typeof InventoryCell>;

export const InventoryRow = z.object({
  displayId: Id,
  /** Of its loop; empty where it has none. */
  slots: z.array(z.object({ ms: z.int(), purpose: SlotPurpose })),
  cells: z.array(InventoryCell),
});
export type InventoryRow = z.infer<typeof InventoryRow>;
export const Inventory = z.object({
  rows: z.array(InventoryRow),
  /** Displays there was no time to look at. Ask for them apart. */
  leftOut: z.array(Id),
});
export type Inventory = z.infer<typeof Inventory>;

/** Longest spans that are answered, days: hours of a week, days of two months, months of a year. */
export const LONGEST_SPAN = { hour: 8, day: 62, month: 366 } as const;

const Span = z.object({
  displayIds: z.array(Id).min(1).max(200),
  from: LocalDate,
  to: LocalDate,
  by: InventoryUnit,
  /** Of a draft of the schedule instead of what is published. */
  draftId: Id.optional(),
});

/** What of a booking says on which days it plays. */
const BookingDays = z.object({
  from: LocalDate,
  to: LocalDate,
  weekdays: z.array(Weekday).max(7),
  rule: DayRule.nullable(),
  exceptions: z.array(LocalDate).max(1000),
});

/** Bookings asked about at once; days looked through, five years, which meets a leap day; and days named of each. */
export const MOST_DAYS = { bookings: 200, looked: 1830, named: 84 } as const;

export const DaysInput = z.object({
  bookings: z.array(BookingDays).min(1).max(MOST_DAYS.bookings),
  /** First day looked at. */
  from: LocalDate,
  days: z.int().min(1).max(MOST_DAYS.looked),
  most: z.int().min(1).max(MOST_DAYS.named),
});

export const planningApi = {
  /** Changes nothing. Answers within about a second by looking at less, and says so in `looked`. */
  check: query('read').route({ method: 'POST', path: '/planning/check' }).input(CheckInput).output(Checked),
  /** @throws invalidInput for a span longer than `LONGEST_SPAN` or one that ends before it starts */
  inventory: query('read').route({ method: 'POST', path: '/planning/inventory' }).input(Span).output(Inventory),
  /** The first days on which each of the bookings plays, kept or not, in the order asked; none for a rule that cannot be read. */
  days: query('read')
    .route({ method: 'POST', path: '/planning/days' })
    .input(DaysInput)
    .output(z.array(z.array(LocalDate))),
};
