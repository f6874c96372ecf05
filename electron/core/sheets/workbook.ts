/** XLSX files in and out. The libraries work in one go, so they do it in a thread of their own. */
import { createRequire } from 'node:module';
import { z } from 'zod';
import { Failure } from '../../contract/failure';
import { reason } from '../../contract/scalars';
import type { Cell } from './cell';
import { inThread } from './thread';

const require = createRequire(import.meta.url);

/** Run in the thread. */
const READ = `module.exports = async ({ library, input }) => library('excel').readSheet(Buffer.from(input.bytes), input.sheet);`;
const WRITE = `module.exports = async ({ library, input }) => {
  const write = library('excel');
  const cell = ({ value, bold, format }) => ({
    value: value === '' ? null : value,
    ...(bold ? { fontWeight: 'bold' } : {}),
    ...(format ? { format } : value instanceof Date ? { format: 'yyyy-mm-dd' } : {}),
  });
  return (write.default ?? write)(input.rows.map((row) => row.map(cell)), input.sheet).toBuffer();
};`;

/** Checked in one loop: zod's own arrays held the station for 300 ms at 2,000 rows. */
const Cells = z.custom<Cell[][]>(
  (rows) => Array.isArray(rows) && rows.every((row) => Array.isArray(row) && row.every(isCell)),
);
const isCell = (cell: unknown): boolean =>
  cell === null || cell instanceof Date || ['string', 'number', 'boolean'].includes(typeof cell);

/** One sheet, by number from 1. @throws Failure invalidInput where it cannot be read */
export async function readWorkbook(bytes: Uint8Array, sheet = 1): Promise<Cell[][]> {
  const libraries = { excel: require.resolve('read-excel-file/node') };
  try {
    return Cells.parse(await inThread(READ, { libraries, input: { bytes, sheet } }));
  } catch (fault) {
    throw new Failure('invalidInput', {}, [reason('sheet.unreadable')], fault);
  }
}

export interface WrittenCell {
  value: string | number | Date;
  bold?: boolean;
  /** As spreadsheets write it: `[h]:mm:ss` of a number that is a part of a day. */
  format?: string;
}

export interface WrittenSheet {
  name: string;
  /** In characters. */
  widths: readonly number[];
  /** Rows from the top that stay in sight. */
  sticky: number;
}

/** Text stays text, also where it begins with an equals sign. */
export async function writeWorkbook(
  rows: readonly (readonly WrittenCell[])[],
  { name, widths, sticky }: WrittenSheet,
): Promise<Buffer> {
  const libraries = { excel: require.resolve('write-excel-file/node') };
  const sheet = { sheet: name, columns: widths.map((width) => ({ width })), stickyRowsCount: sticky };
  return Buffer.from(z.instanceof(Uint8Array).parse(await inThread(WRITE, { libraries, input: { rows, sheet } })));
}
