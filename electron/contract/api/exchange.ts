/**
 * Bookings as a sheet: its columns, what may be asked of an export, and what a reading of one came to. The files themselves
 * go through side doors: `GET /api/bookings.{xlsx,csv}` and `POST /api/bookings/import`.
 */
import { z } from 'zod';
import { Language } from '../records/user';
import { Id, LocalDate, Name, Reason, Sha256 } from '../scalars';
import { ConflictSeverity } from './planning';

export const BookingColumn = z.enum([
  ...(['name', 'kind', 'material', 'displays', 'groups', 'from', 'to', 'weekdays', 'dayparts'] as const),
  ...(['how', 'slot', 'every', 'first', 'percent', 'plays', 'per', 'times', 'whenTaken'] as const),
  ...(['priority', 'purpose', 'agreement', 'rule', 'exceptions', 'zone', 'paused'] as const),
  ...(['owedBooking', 'owedDisplay', 'owedDay', 'id'] as const),
]);
export type BookingColumn = z.infer<typeof BookingColumn>;

/** Which bookings an export holds; nothing asked is all of them. */
export const ExportQuery = z.object({
  language: Language.catch('id'),
  /** Also those it has through a group. */
  displayId: Id.optional(),
  /** On any display of it. */
  groupId: Id.optional(),
  /** Whose material it airs, see `BookingOwner`. */
  agencyId: Id.optional(),
  category: Name.optional(),
  agreementId: Id.optional(),
  /** Those with a day from `from` to `to`, both included. */
  from: LocalDate.optional(),
  to: LocalDate.optional(),
});
export type ExportQuery = z.infer<typeof ExportQuery>;

export const ImportQuery = z.object({
  /** That of the first reading, to carry out what it promised; without it nothing is changed. */
  print: Sha256.optional(),
  /** Rows that are not to be carried out, numbered as the spreadsheet does: `3,17,18`. */
  leaveOut: z
    .string()
    .max(12_000)
    .regex(/^\d{1,7}(?:,\d{1,7})*$/)
    .transform((rows) => rows.split(',').map(Number))
    .optional(),
});
export type ImportQuery = z.infer<typeof ImportQuery>;

/** Something said of a cell, or (null) of the whole row. */
export const CellWord = z.object({ column: BookingColumn.nullable(), reason: Reason });
export type CellWord = z.infer<typeof CellWord>;

/** What would stand in a row's way, as `planning.check` finds it. */
export const RowConflict = z.object({
  column: BookingColumn,
  severity: ConflictSeverity,
  reason: Reason,
  /** Where it was found, if not on all of its displays, and from which day on, if not from its first. */
  place: z.array(Reason),
});
export type RowConflict = z.infer<typeof RowConflict>;

/**
 * `wrong` is refused and passed over; `warned` would lose plays, or take some from others, and may be carried out all the same;
 * `unchecked` is one that there was no time to check.
 */
export const RowVerdict = z.enum(['fine', 'unchecked', 'warned', 'wrong']);
export type RowVerdict = z.infer<typeof RowVerdict>;

export const ImportRow = z.object({
  /** As the spreadsheet numbers it, from 1. */
  row: z.int().min(1),
  action: z.enum(['create', 'change', 'same', 'wrong']),
  name: z.string(),
  bookingId: Id.nullable(),
  /** What would change. */
  columns: z.array(BookingColumn),
  problems: z.array(CellWord),
  /** The gravest first. */
  conflicts: z.array(RowConflict),
  notes: z.array(CellWord),
  verdict: RowVerdict,
});
export type ImportRow = z.infer<typeof ImportRow>;

/** What bookings that are to be made together would do. */
export const RowsReport = z.object({
  rows: z.array(ImportRow),
  /** Of all of them, such as a column nobody knows, or what there was no time to check. */
  notes: z.array(Reason),
});
export type RowsReport = z.infer<typeof RowsReport>;

export const ImportReport = RowsReport.extend({
  /** Of what is carried out: rows that are left out are not counted. */
  counts: z.object({ create: z.int(), change: z.int(), same: z.int(), wrong: z.int() }),
  /** Stands for all that would be changed; another one means that the bookings have moved since. */
  print: Sha256,
  applied: z.boolean(),
});
export type ImportReport = z.infer<typeof ImportReport>;
