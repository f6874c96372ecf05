/** Make-goods: plays that were planned and not shown, why, and what is done about them. */
import { z } from 'zod';
import { MOST_SCHEDULED } from '../bounds';
import { Booking, MakeGood } from '../records/booking';
import { Waiver } from '../records/waiver';
import { Id, LocalDate, Reason } from '../scalars';
import { command, query } from './procedure';

/** Debts listed by one answer at most; its sums are over all. */
export const MOST_LISTED = 200;

/**
 * Why a play was not given: a takeover lay above it; the display reported nothing (off, unreachable or not heard of yet);
 * its material was not there; it may not be shown; or it began late or was cut before half of it was over.
 */
export const WhyOwed = z.enum(['takeover', 'away', 'notReady', 'refused', 'cut']);
export type WhyOwed = z.infer<typeof WhyOwed>;

/** One booking on one display and day. `owed` is what is left: planned less shown, given and waived, never below 0. */
export const Debt = z.object({
  ...MakeGood.shape,
  bookingName: z.string(),
  displayName: z.string(),
  agencyId: Id.nullable(),
  agencyName: z.string().nullable(),
  /** Number of the agreement that the booking is under; of one that is deleted, the last it had. */
  agreement: z.string().nullable(),
  planned: z.int().min(0),
  shown: z.int().min(0),
  /** Shown by bookings that make it good. */
  given: z.int().min(0),
  waived: z.int().min(0),
  owed: z.int().min(0),
  /** Still to come from bookings that make it good; of `owed`, and never more. */
  coming: z.int().min(0),
  /** What the plays were lost to, as many as planned less shown. */
  why: z.array(z.object({ kind: WhyOwed, plays: z.int().min(1) })),
  /** The same in time, ms, by the planned length of each play. */
  ms: z.object({
    planned: z.int().min(0),
    shown: z.int().min(0),
    given: z.int().min(0),
    waived: z.int().min(0),
    owed: z.int().min(0),
  }),
});
export type Debt = z.infer<typeof Debt>;

/** What was done about one debt. `because` says why some plays are left. */
export const Scheduled = z.object({
  owed: MakeGood,
  booked: z.array(z.object({ bookingId: Id, day: LocalDate, plays: z.int().min(1) })),
  left: z.int().min(0),
  because: Reason.nullable(),
});
export type Scheduled = z.infer<typeof Scheduled>;

/** Without a first day: since the station keeps what was planned. Without a last: up to now. */
export const DebtQuery = z.object({
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  displayId: Id.optional(),
  bookingId: Id.optional(),
  /** Those too that are made good or waived. */
  settled: z.stringbool().or(z.boolean()).default(false),
});
export type DebtQuery = z.output<typeof DebtQuery>;

export const Debts = z.object({
  /** First day that was looked at; null where the station has planned nothing yet. */
  from: LocalDate.nullable(),
  /** The newest `MOST_LISTED`. */
  debts: z.array(Debt),
  /** How many there are. */
  count: z.int().min(0),
  /** Plays over all of them. */
  owed: z.int().min(0),
  coming: z.int().min(0),
  /** Most owed first. */
  agencies: z.array(z.object({ name: z.string().nullable(), owed: z.int().min(1) })),
});
export type Debts = z.infer<typeof Debts>;

export const makeGoodsApi = {
  /**
   * Of days that are over and of today up to now. Days that are over are counted once and kept, so that all of them are soon
   * told. CSV of the same filters is at `/api/make-goods.csv`.
   */
  debts: query('read').route({ method: 'GET', path: '/make-goods' }).input(DebtQuery).output(Debts),
  /**
   * Books what is owed and not coming yet: the same material as a frequency in the same dayparts, on the next days of the next
   * two weeks on which no booking with a claim to its plays loses any. One command, taken back by one undo.
   */
  schedule: command('schedule')
    .route({ method: 'POST', path: '/make-goods/schedule' })
    .input(z.object({ debts: z.array(MakeGood).min(1).max(MOST_SCHEDULED) }))
    .output(z.object({ scheduled: z.array(Scheduled), bookings: z.array(Booking) })),
  /** Lets go what is owed and not coming. */
  waive: command('schedule')
    .route({ method: 'POST', path: '/make-goods/waive' })
    .input(z.object({ owed: MakeGood, because: Waiver.shape.because }))
    .output(Waiver),
};
