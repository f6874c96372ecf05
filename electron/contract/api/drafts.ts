/** "What if": drafts of the schedule, what they would change, and the versions that publishing leaves behind. */
import { z } from 'zod';
import { Booking, BookingDraft } from '../records/booking';
import { DraftEdit, ScheduleDraft } from '../records/schedule-draft';
import { ScheduleSource, ScheduleVersion } from '../records/schedule-version';
import { Id, LocalDate, Name, Reason } from '../scalars';
import { Conflict } from './planning';
import { command, query } from './procedure';

/** Longest span that is compared, days; open drafts; bookings that one of them may change. */
export const MOST_COMPARED_DAYS = 31;
export const MOST_DRAFTS = 20;
export const MOST_EDITS = 2000;
/** Bookings told of in one answer. */
export const MOST_TOLD = 200;

const Counts = z.object({ made: z.int(), changed: z.int(), removed: z.int() });

/** A draft with what it comes to. `stale`: bookings that were published otherwise since their edit was begun. */
export const DraftView = ScheduleDraft.extend({ counts: Counts, stale: z.int() });
export type DraftView = z.infer<typeof DraftView>;

const RevId = z.object({ id: Id, rev: z.int() });

const BeforeAfter = z.object({ before: z.int(), after: z.int() });

/** What becomes of one booking. `same`: nobody touched it, but it gains or loses by what was. */
export const DifferenceRow = z.object({
  bookingId: Id,
  name: Name,
  kind: z.enum(['made', 'changed', 'removed', 'same']),
  /** Null where there is none, and of `same`. */
  before: Booking.nullable(),
  after: Booking.nullable(),
  /** Begun on the displays and days looked at, and their time, ms. */
  plays: BeforeAfter,
  ms: BeforeAfter,
});
export type DifferenceRow = z.infer<typeof DifferenceRow>;

export const Difference = z.object({
  /** Touched bookings and those that gain or lose, most plays gained or lost first, at most `MOST_TOLD`. */
  rows: z.array(DifferenceRow),
  /** Left out of `rows`. */
  more: z.int(),
  counts: Counts,
  /** Time of filler, ms. */
  filler: BeforeAfter,
  /** What stands in the way of touched bookings on those days, as they would be; notices are left out. */
  conflicts: z.array(z.object({ bookingId: Id, name: Name, conflicts: z.array(Conflict) })),
  /** How much there was time for. Plays are of `displays` out of those touched, conflicts of `checked` bookings. */
  looked: z.object({ displays: z.int(), ofDisplays: z.int(), checked: z.int(), ofChecked: z.int() }),
});
export type Difference = z.infer<typeof Difference>;

const LeftOut = z.array(z.object({ name: Name, because: Reason }));

const Told = z.array(z.object({ name: Name, because: z.array(Reason) }));

/** What publishing a draft would come to now. Each list holds at most `MOST_TOLD`. */
export const Publishing = z.object({
  /** Bookings for which `publish` refuses the whole draft. */
  refused: Told,
  /** Bookings with material that can air at no moment still to come, with why. */
  silent: Told,
  /** Left out of the lists. */
  more: z.int(),
});
export type Publishing = z.infer<typeof Publishing>;

/** What restoring a version would come to now. Each list holds at most `MOST_TOLD`. */
export const Restoring = z.object({
  counts: Counts,
  /** Bookings of a version of material whose place another took: that one comes back in them. */
  replaced: z.array(z.object({ name: Name, n: z.int(), by: z.int() })),
  /** Bookings that come back and can air at no moment still to come, with why. */
  silent: Told,
  /** Not brought back: their material or agreement is gone. */
  leftOut: LeftOut,
  /** Left out of the lists. */
  more: z.int(),
});
export type Restoring = z.infer<typeof Restoring>;

export const draftsApi = {
  list: query('read').route({ method: 'GET', path: '/drafts' }).output(z.array(DraftView)),
  get: query('read')
    .route({ method: 'GET', path: '/drafts/{id}' })
    .input(z.object({ id: Id }))
    .output(z.object({ draft: ScheduleDraft, edits: z.array(DraftEdit) })),
  create: command('schedule')
    .route({ method: 'POST', path: '/drafts' })
    .input(z.object({ name: Name }))
    .output(ScheduleDraft),
  rename: command('schedule')
    .route({ method: 'PUT', path: '/drafts/{id}/name' })
    .input(z.object({ id: Id, name: Name }))
    .output(ScheduleDraft),
  /** As `bookings.updateMany`, of the bookings as the draft has them; no display is told. */
  edit: command('schedule')
    .route({ method: 'POST', path: '/drafts/{id}/edits' })
    .input(
      z.object({
        id: Id,
        changed: z
          .array(RevId.extend({ draft: BookingDraft }))
          .max(500)
          .default([]),
        made: z.array(BookingDraft).max(500).default([]),
        removed: z.array(RevId).max(500).default([]),
      }),
    )
    .output(z.array(Booking)),
  /**
   * Of bookings that were published otherwise meanwhile: `theirs` drops the draft's edit, `mine` keeps it and lets it stand on
   * what is published now. `rev` is the published revision that was seen, null where it was gone. Refused as `stale` otherwise.
   */
  settle: command('schedule')
    .route({ method: 'POST', path: '/drafts/{id}/settled' })
    .input(
      z.object({
        id: Id,
        choices: z
          .array(z.object({ bookingId: Id, rev: z.int().nullable(), keep: z.enum(['theirs', 'mine']) }))
          .min(1)
          .max(MOST_EDITS),
      }),
    )
    .output(z.null()),
  /** What stands in the way of `publish`, and what it would book that cannot air; changes nothing. */
  look: query('read')
    .route({ method: 'GET', path: '/drafts/{id}/publishing' })
    .input(z.object({ id: Id }))
    .output(Publishing),
  /** All of it at once, undone as one. Refused as `stale` while a booking waits for `settle`; `details` names each. */
  publish: command('schedule')
    .route({ method: 'POST', path: '/drafts/{id}/published' })
    .input(z.object({ id: Id }))
    .output(z.object({ versionId: Id, counts: Counts })),
  discard: command('schedule')
    .route({ method: 'DELETE', path: '/drafts/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
  /** Changes nothing. Answers within some seconds by looking at less, and says so in `looked`. Days are the station's. */
  compare: query('read')
    .route({ method: 'POST', path: '/drafts/compared' })
    .input(
      z.object({
        before: ScheduleSource,
        after: ScheduleSource,
        from: LocalDate,
        days: z.int().min(1).max(MOST_COMPARED_DAYS),
      }),
    )
    .output(Difference),
};

export const versionsApi = {
  /** Newest first. */
  list: query('read').route({ method: 'GET', path: '/versions' }).output(z.array(ScheduleVersion)),
  /** Keeps what is published now until it is removed by hand. */
  keep: command('schedule')
    .route({ method: 'POST', path: '/versions' })
    .input(z.object({ name: Name }))
    .output(ScheduleVersion),
  /** What `restore` would do; changes nothing. */
  look: query('read')
    .route({ method: 'GET', path: '/versions/{id}/restoring' })
    .input(z.object({ id: Id }))
    .output(Restoring),
  /**
   * Bookings become as they were; what stood until now is kept as a version first, unless one has it. Bookings whose material
   * or agreement is gone are left out and named; where a newer version took the place of material, they come back with that.
   */
  restore: command('schedule')
    .route({ method: 'POST', path: '/versions/{id}/restored' })
    .input(z.object({ id: Id }))
    .output(z.object({ counts: Counts, leftOut: LeftOut })),
  remove: command('schedule')
    .route({ method: 'DELETE', path: '/versions/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
};
