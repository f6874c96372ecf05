/**
 * A rundown as papers, and from a file. The files go through side doors: `GET /api/rundowns/ID/papers/KIND.FORMAT` and
 * `POST /api/rundowns/import`.
 */
import { z } from 'zod';
import { ItemFields } from '../records/rundown-item';
import { Id, LocalDate, Name, Reason, Sha256 } from '../scalars';
import { Inline, LetterQuery } from './paper-query';

export const PaperKind = z.enum(['rundown', 'script', 'guests', 'log']);
export type PaperKind = z.infer<typeof PaperKind>;
export const PaperFormat = z.enum(['pdf', 'docx', 'xlsx']);
export type PaperFormat = z.infer<typeof PaperFormat>;

/** Of which a paper shows some; each kind has its own, see `PAPER_COLUMNS`. */
export const PaperColumn = z.enum([
  ...(['number', 'start', 'duration', 'end', 'backTime', 'title', 'kind', 'person', 'notes', 'status'] as const),
  ...(['name', 'position', 'agency', 'arrival', 'phone', 'email', 'consent'] as const),
  ...(['planned', 'actual', 'plannedMs', 'actualMs', 'difference', 'outcome', 'why', 'by'] as const),
]);
export type PaperColumn = z.infer<typeof PaperColumn>;

/** What each kind may show, in the order of the page; those shown when nobody chose come from `USUAL_COLUMNS`. */
export const PAPER_COLUMNS: Readonly<Record<PaperKind, readonly PaperColumn[]>> = {
  rundown: ['number', 'start', 'duration', 'end', 'backTime', 'title', 'kind', 'person', 'notes', 'status'],
  script: [],
  guests: ['number', 'name', 'position', 'agency', 'arrival', 'phone', 'email', 'consent', 'notes'],
  log: ['number', 'planned', 'actual', 'plannedMs', 'actualMs', 'difference', 'title', 'kind', 'outcome', 'why', 'by'],
};
export const USUAL_COLUMNS: Readonly<Record<PaperKind, readonly PaperColumn[]>> = {
  rundown: ['number', 'start', 'duration', 'title', 'kind', 'person', 'notes'],
  script: [],
  guests: ['number', 'name', 'position', 'agency', 'arrival', 'phone'],
  log: ['number', 'planned', 'actual', 'plannedMs', 'actualMs', 'difference', 'title', 'outcome', 'why'],
};

/** Kept in the order given; of one that comes twice, the first. */
const Columns = z
  .string()
  .max(400)
  .transform((text) => [...new Set(text.split(',').filter((part) => part !== ''))])
  .pipe(z.array(PaperColumn));

export const PaperQuery = LetterQuery.extend({
  columns: Columns.optional(),
  /** Of the log: which show; the newest that was no rehearsal where none is named. */
  showId: Id.optional(),
  inline: Inline,
});
export type PaperQuery = z.infer<typeof PaperQuery>;

/** Of a paper as PDF: characters that are not drawn, `GET /api/rundowns/ID/papers/KIND/gaps` with the same query. */
export const PaperGaps = z.object({ missing: z.int().min(0) });
export type PaperGaps = z.infer<typeof PaperGaps>;

/** What a column of a file may be to a rundown. */
export const ImportField = z.enum([
  ...(['title', 'kind', 'duration', 'start', 'hard', 'notes', 'person'] as const),
  ...(['segment', 'script', 'optional', 'floating', 'ignored'] as const),
]);
export type ImportField = z.infer<typeof ImportField>;

const Mapping = z.array(ImportField).max(200);
/** By column of the file, from the first: `title,duration,ignored`. */
const MappingText = z
  .string()
  .max(3000)
  .transform((text) => text.split(','))
  .pipe(Mapping);

export const RundownImportQuery = z.object({
  /** What each column is; guessed from the headings without it. */
  mapping: MappingText.optional(),
  /** Of a workbook, by number from 1; of a document its tables, of an Ontime project its rundowns. */
  sheet: z.coerce.number().int().min(1).max(200).default(1),
  /** Lines above the headings; the headings are looked for without it. */
  skip: z.coerce.number().int().min(0).max(50).optional(),
  date: LocalDate,
  name: Name,
  programmeId: Id.optional(),
  /** At the end of this rundown; else a new one is made. */
  into: Id.optional(),
  /** That of the first reading, to carry out what it promised; without it nothing is changed. */
  print: Sha256.optional(),
});
export type RundownImportQuery = z.infer<typeof RundownImportQuery>;

/** Something said of a cell, by its field, or (null) of the whole row. */
const FieldWord = z.object({ field: ImportField.nullable(), reason: Reason });
export type FieldWord = z.infer<typeof FieldWord>;

export const RundownImportRow = z.object({
  /** As the file numbers it, from 1. */
  row: z.int().min(1),
  verdict: z.enum(['fine', 'warned', 'wrong']),
  /** Null where it is wrong. */
  fields: ItemFields.nullable(),
  script: z.string(),
  /** Row of the segment it is in; null at the top. */
  parentRow: z.int().nullable(),
  /** A segment that has no row of its own and is made for those that name it. */
  made: z.boolean(),
  problems: z.array(FieldWord),
  warnings: z.array(FieldWord),
});
export type RundownImportRow = z.infer<typeof RundownImportRow>;

export const RundownImportReport = z.object({
  source: z.enum(['xlsx', 'csv', 'docx', 'ontime']),
  /** In force for this reading: as asked, else as guessed. */
  columns: z.array(z.object({ heading: z.string(), field: ImportField, samples: z.array(z.string()) })),
  rows: z.array(RundownImportRow),
  notes: z.array(Reason),
  counts: z.object({ items: z.int(), segments: z.int(), warned: z.int(), wrong: z.int() }),
  /** Of all items that count. */
  totalMs: z.int(),
  print: Sha256,
  /** The rundown it was carried out in; null of a reading. */
  rundownId: Id.nullable(),
});
export type RundownImportReport = z.infer<typeof RundownImportReport>;
