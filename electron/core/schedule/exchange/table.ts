/** A file as a table of cells under known columns, whatever format it came in. */
import type { BookingColumn, CellWord } from '../../../contract/api/exchange';
import { Failure } from '../../../contract/failure';
import { type Reason, reason } from '../../../contract/scalars';
import type { Steps } from '../../../domain/steps';
import { inTurns } from '../../loop';
import { type Cell, isEmpty, textOf } from '../../sheets/cell';
import { decodeText, parseCsv } from '../../sheets/csv';
import { type Peek, peek } from '../../sheets/peek';
import { readWorkbook } from '../../sheets/workbook';
import type { Cells } from './read-row';
import { columnOf } from './words';

/** Bookings in one sheet: as many as one commit takes without holding the station up. */
export const MOST_ROWS = 2000;
/** Titles and remarks above the headings. */
const MOST_ABOVE = 20;
/** So many known headings make a line the headings. */
const FEWEST_HEADINGS = 3;

export interface TableRow {
  /** As the spreadsheet numbers it. */
  row: number;
  cells: Cells;
  problems: CellWord[];
  notes: CellWord[];
}
export interface Table {
  rows: TableRow[];
  notes: Reason[];
}

/** @throws Failure invalidInput, tooLarge */
export async function readTable(bytes: Buffer): Promise<Table> {
  if (bytes.length === 0) throw refused(reason('sheet.emptyFile'));
  const zipped = bytes.subarray(0, 2).toString('latin1') === 'PK';
  return zipped ? fromWorkbook(bytes) : fromText(bytes);
}

async function fromWorkbook(bytes: Buffer): Promise<Table> {
  const peeked = await peek(bytes);
  refuseLong(peeked.lastRow);
  const rows = await readWorkbook(bytes);
  const { table, columns } = tableOf(rows);
  await inTurns(markAll(table, peeked, columns));
  return table;
}

async function fromText(bytes: Buffer): Promise<Table> {
  if (bytes.includes(0) && bytes[0] !== 0xff) throw refused(reason('sheet.unreadable'));
  const rows = await inTurns(parseCsv(decodeText(bytes), MOST_ROWS + MOST_ABOVE + 2));
  refuseLong(rows.length);
  return tableOf(rows).table;
}

function refuseLong(lastRow: number): void {
  if (lastRow > MOST_ROWS + MOST_ABOVE + 1) throw refused(reason('sheet.tooLong', { most: MOST_ROWS }));
}

function refused(why: Reason): Failure {
  return new Failure('invalidInput', {}, [why]);
}

function tableOf(rows: readonly (readonly Cell[])[]): { table: Table; columns: Map<number, BookingColumn> } {
  const at = rows.slice(0, MOST_ABOVE + 1).findIndex((row) => headingsIn(row).size >= FEWEST_HEADINGS);
  const headings = rows[at];
  if (!headings) throw refused(reason('sheet.noHeadings'));
  const columns = headingsIn(headings);
  const body = rows.slice(at + 1).map((row, index) => ({ row: at + 2 + index, cells: row }));
  const filled = body.filter(({ cells }) => !cells.every(isEmpty));
  if (filled.length > MOST_ROWS) throw refused(reason('sheet.tooLong', { most: MOST_ROWS }));
  const empty = body.length - filled.length;
  return {
    columns,
    table: {
      rows: filled.map(({ row, cells }) => ({ row, cells: cellsOf(cells, columns), problems: [], notes: [] })),
      notes: [
        ...unknownHeadings(headings, columns),
        ...(empty > 0 ? [reason('sheet.emptyRows', { count: empty })] : []),
      ],
    },
  };
}

/** By position, from 0. Of a heading that comes twice the first counts. */
function headingsIn(row: readonly Cell[]): Map<number, BookingColumn> {
  const found = new Map<number, BookingColumn>();
  const known = new Set<BookingColumn>();
  for (const [index, cell] of row.entries()) {
    const column = columnOf(textOf(cell));
    if (column === undefined || known.has(column)) continue;
    known.add(column);
    found.set(index, column);
  }
  return found;
}

function unknownHeadings(headings: readonly Cell[], columns: ReadonlyMap<number, BookingColumn>): Reason[] {
  return headings.flatMap((cell, index) =>
    isEmpty(cell) || columns.has(index) ? [] : [reason('sheet.unknownColumn', { name: textOf(cell).slice(0, 100) })],
  );
}

function cellsOf(row: readonly Cell[], columns: ReadonlyMap<number, BookingColumn>): Cells {
  return Object.fromEntries([...columns].map(([index, column]) => [column, row[index] ?? null]));
}

/**
 * Formulas are taken at their last value and said; a merged cell has a value only at its top left, so the others are refused.
 * A merged area may be as wide as the sheet, and there may be very many of them: only known columns are looked at.
 */
function* markAll(table: Table, { formulas, merged }: Peek, columns: ReadonlyMap<number, BookingColumn>): Steps<void> {
  const byRow = new Map<number, Peek['formulas']>();
  for (const place of formulas) {
    const some = byRow.get(place.row);
    if (some) some.push(place);
    else byRow.set(place.row, [place]);
  }
  for (const each of table.rows) {
    for (const { column } of byRow.get(each.row) ?? []) {
      const name = columns.get(column - 1);
      const value = name && textOf(each.cells[name] ?? null);
      if (name) each.notes.push({ column: name, reason: reason('sheet.formula', { value: value ?? '' }) });
    }
    yield* markMerged(each, merged, columns);
    yield;
  }
}

/** Merged areas between two pauses. */
const AREAS = 1000;

function* markMerged(row: TableRow, merged: Peek['merged'], columns: ReadonlyMap<number, BookingColumn>): Steps<void> {
  const refused = new Set<BookingColumn>();
  for (const [at, { first, last }] of merged.entries()) {
    if (at % AREAS === AREAS - 1) yield;
    if (row.row < first.row || row.row > last.row) continue;
    for (const [index, name] of columns) {
      const column = index + 1;
      const topLeft = row.row === first.row && column === first.column;
      if (column < first.column || column > last.column || topLeft || refused.has(name)) continue;
      refused.add(name);
      row.problems.push({ column: name, reason: reason('sheet.merged', { row: first.row }) });
    }
  }
}
