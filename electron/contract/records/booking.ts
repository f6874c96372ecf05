/** Booking: what plays, where, when and how often. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, LocalDate, LocalTime, Name, Weekday } from '../scalars';

export const BookingWhat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('playlist'), playlistId: Id }),
  z.object({ kind: z.literal('asset'), assetId: Id }),
]);
export type BookingWhat = z.infer<typeof BookingWhat>;

/**
 * How often.
 * - `rotation` takes its turn wherever nothing else has a claim.
 * - `slot` holds slot number `slot` (from 1) of the loop policy in every `every`-th loop since opening, from loop `first` (0
 *   is the first) on.
 * - `share` is given `percent` of the open time of its windows, never more than one play beside it.
 * - `frequency` is given `plays` plays an hour, or a day, evenly spread.
 * - `exact` starts at `times` to the second, whatever the daypart says; the loop flows around it. When something that may not
 *   be cut is on, it joins in progress, or is delayed until that is over.
 */
export const BookingHow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rotation') }),
  z.object({
    kind: z.literal('slot'),
    slot: z.int().min(1).max(240),
    every: z.int().min(1).max(1000),
    first: z.int().min(0).max(999),
  }),
  z.object({ kind: z.literal('share'), percent: z.number().gt(0).max(100) }),
  z.object({ kind: z.literal('frequency'), plays: z.int().min(1).max(3600), per: z.enum(['hour', 'day']) }),
  z.object({
    kind: z.literal('exact'),
    times: z
      .array(LocalTime.refine((time) => time !== '24:00:00', { error: 'belongs to the next day' }))
      .min(1)
      .max(200),
    whenTaken: z.enum(['join', 'delay']),
  }),
]);
export type BookingHow = z.infer<typeof BookingHow>;

/** An end at or before the start reaches into the next day and belongs to the day it starts. */
export const Daypart = z.object({ start: LocalTime, end: LocalTime });
export type Daypart = z.infer<typeof Daypart>;

/** The part of RFC 5545 that names days: `FREQ=MONTHLY;BYDAY=1MO`. Times come from the dayparts. */
export const DayRule = z
  .string()
  .max(500)
  .regex(/^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]+=[A-Z0-9,+-]+)*$/, { error: 'no rule of days' })
  .refine((rule) => !/BY(?:HOUR|MINUTE|SECOND)=/.test(rule), { error: 'a rule of days names no hours' });

/** Most urgent first when two want the same place: 9 goes before 0. */
export const Priority = z.int().min(0).max(9);
export const USUAL_PRIORITY = 5;

/** Plays that were owed, and are given again: which booking lost them, and on which day. */
export const MakeGood = z.object({ bookingId: Id, displayId: Id, day: LocalDate });
export type MakeGood = z.infer<typeof MakeGood>;

/** Whose material it is, as slots are kept for it. */
export const BookingPurpose = z.enum(['ilm', 'partner', 'station']);
export type BookingPurpose = z.infer<typeof BookingPurpose>;

const bookingFields = {
  name: Name,
  what: BookingWhat,
  /** Of `displayIds` one may be the radio's (`RADIO_CHANNEL_ID`): then it is put into the breaks of rundowns. */
  where: z
    .object({ displayIds: z.array(Id).max(5000), groupIds: z.array(Id).max(500) })
    .refine((where) => where.displayIds.length + where.groupIds.length > 0, { error: 'no display or group' }),
  how: BookingHow,
  priority: Priority.default(USUAL_PRIORITY),
  agreementId: Id.nullable().default(null),
  /** Which kept slots of a loop policy it may stand in. */
  purpose: BookingPurpose.default('ilm'),
  /** First and last day, both included, in `zone`. */
  from: LocalDate,
  to: LocalDate,
  /** Not looked at where there is a rule. */
  weekdays: z.array(Weekday).min(1).max(7),
  rule: DayRule.nullable().default(null),
  /** Days on which it does not play though weekday or rule say so. */
  exceptions: z.array(LocalDate).max(1000).default([]),
  dayparts: z.array(Daypart).min(1).max(24),
  /** Whose wall clock the days and times are read on. */
  zone: z.enum(['station', 'display']),
  paused: z.boolean(),
  makeGoodFor: MakeGood.nullable().default(null),
};

/** What a person fills in. */
export const BookingDraft = z
  .object(bookingFields)
  .refine((draft) => draft.from <= draft.to, { error: 'ends before it starts', path: ['to'] })
  .refine(({ how }) => how.kind !== 'slot' || how.first < how.every, { error: 'begins after its turn', path: ['how'] });
export type BookingDraft = z.infer<typeof BookingDraft>;
/** As a program may send it, with what has a usual value left out. */
export type BookingInput = z.input<typeof BookingDraft>;

export const Booking = z.object({
  id: Id,
  rev: z.int().min(0),
  ...bookingFields,
  createdAt: Instant,
  createdBy: z.string(),
  /** When it came into force, where that was after it was written: of a draft that was published, or a version restored. */
  since: Instant.optional(),
});
export type Booking = z.infer<typeof Booking>;

export const WHOLE_DAY: Booking['dayparts'] = [{ start: '00:00:00', end: '24:00:00' }];
export const EVERY_DAY: Booking['weekdays'] = [1, 2, 3, 4, 5, 6, 7];

/** What most bookings have: no rule, no agreement, nothing owed. */
export const PLAIN_BOOKING = {
  priority: USUAL_PRIORITY,
  agreementId: null,
  purpose: 'ilm' as BookingPurpose,
  rule: null,
  exceptions: [] as LocalDate[],
  makeGoodFor: null,
} satisfies Partial<Booking>;

/** Version 2: several dayparts. */
export const bookingRecord = recordType('booking', Booking, [
  ({ daypart, ...old }) => ({ ...old, dayparts: [daypart] }),
]);
