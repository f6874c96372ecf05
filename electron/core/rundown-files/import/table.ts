/** A file as rows of cells, whatever format it came in. */
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { RundownImportReport } from '../../../contract/api/rundown-files';
import { Failure } from '../../../contract/failure';
import { type Reason, reason } from '../../../contract/scalars';
import { inTurns } from '../../loop';
import type { Cell } from '../../sheets/cell';
import { decodeText, parseCsv } from '../../sheets/csv';
import { peek, zipped } from '../../sheets/peek';
import { inThread } from '../../sheets/thread';
import { readWorkbook } from '../../sheets/workbook';
import TABLES from './docx-tables.cjs?raw';
import { ontimeRows } from './ontime';

const require = createRequire(import.meta.url);

/** As many as one commit takes without holding the station up. */
export const MOST_ROWS = 2000;
/** With what stands above the headings and sums below. */
const MOST_LINES = MOST_ROWS + 100;

export interface Grid {
  source: RundownImportReport['source'];
  rows: Cell[][];
  /** Cells with a formula, `ROW:COLUMN`, both from 1. */
  formulas: ReadonlySet<string>;
}

const NO_FORMULAS: ReadonlySet<string> = new Set();
const DOCUMENT = 'word/document.xml';
const Tables = z.array(z.array(z.array(z.string())));

/** @throws Failure invalidInput, tooLarge */
export async function readGrid(bytes: Buffer, sheet: number): Promise<Grid> {
  if (bytes.length === 0) throw refused(reason('sheet.emptyFile'));
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return fromZip(bytes, sheet);
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (bytes.includes(0) && !wide) throw refused(reason('rundownFile.unreadable'));
  const text = decodeText(bytes);
  if (text.trim() === '') throw refused(reason('sheet.emptyFile'));
  if (/^\s*[{[]/.test(text)) return { source: 'ontime', rows: short(ontimeRows(text, sheet)), formulas: NO_FORMULAS };
  const rows = await inTurns(parseCsv(text, MOST_LINES + 2));
  return { source: 'csv', rows: short(rows), formulas: NO_FORMULAS };
}

async function fromZip(bytes: Buffer, sheet: number): Promise<Grid> {
  const { paths, prove } = await zipped(bytes);
  if (paths.has(DOCUMENT)) {
    await prove(DOCUMENT);
    return { source: 'docx', rows: short(await tableIn(bytes, sheet)), formulas: NO_FORMULAS };
  }
  if (!paths.has('xl/workbook.xml')) throw refused(reason('rundownFile.unreadable'));
  const { lastRow, formulas } = await peek(bytes, sheet);
  if (lastRow > MOST_LINES) throw refused(reason('sheet.tooLong', { most: MOST_ROWS }));
  const rows = await readWorkbook(bytes, sheet);
  return { source: 'xlsx', rows, formulas: new Set(formulas.map(({ row, column }) => `${row}:${column}`)) };
}

async function tableIn(bytes: Buffer, number: number): Promise<Cell[][]> {
  const libraries = { mammoth: require.resolve('mammoth') };
  const tables = await inThread(TABLES, { libraries, input: { bytes } }).then(Tables.parse, (fault: unknown) => {
    throw new Failure('invalidInput', {}, [reason('rundownFile.unreadable')], fault);
  });
  if (tables.length === 0) throw refused(reason('rundownFile.noTable'));
  const asked = tables[number - 1];
  if (!asked) throw refused(reason('sheet.noSheet', { number, count: tables.length }));
  return asked;
}

function short(rows: Cell[][]): Cell[][] {
  if (rows.length > MOST_LINES) throw refused(reason('sheet.tooLong', { most: MOST_ROWS }));
  return rows;
}

export function refused(why: Reason): Failure {
  return new Failure('invalidInput', {}, [why]);
}
