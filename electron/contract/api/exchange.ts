/**
 * Bookings as a sheet: its columns, what may be asked of an export, and what a reading of one came to. The files themselves
 * go through side doors: `GET /api/bookings.{xlsx,csv}` and `POST /api/bookings/import`.
 */
import { z } from 'zod';
import { Language } from '../records/user';
import { Id, LocalDate, Name, Reason, Sha256 } from '../scalars';

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
});
export type ImportQuery = z.infer<typeof ImportQuery>;

/** Something said of a cell, or (null) of the whole row. */
export const CellWord = z.object({ column: BookingColumn.nullable(), reason: Reason });
export type CellWord = z.infer<typeof CellWord>;

export const ImportRow = z.object({
  /** As the spreadsheet numbers it, from 1. */
  row: z.int().min(1),
  action: z.enum(['create', 'change', 'same', 'wrong']),
  name: z.string(),
  bookingId: Id.nullable(),
  /** What would change. */
  columns: z.array(BookingColumn),
  problems: z.array(CellWord),
  notes: z.array(CellWord),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportReport = z.object({
  rows: z.array(ImportRow),
  counts: z.object({ create: z.int(), change: z.int(), same: z.int(), wrong: z.int() }),
  /** Of the sheet as a whole, such as a column nobody knows. */
  notes: z.array(Reason),
  /** Stands for all that would be changed; another one means that the bookings have moved since. */
  print: Sha256,
  applied: z.boolean(),
});
export type ImportReport = z.infer<typeof ImportReport>;
