/** Rows on the clipboard: our own, by where they came from, and lines of a spreadsheet (title, length). Pure. */
import { z } from 'zod';
import { ItemFields, PartId } from '../../../electron/contract/records/rundown-item';
import { Id } from '../../../electron/contract/scalars';
import { durationText } from '../../ui/duration';
import { lengthIn } from '../shared/length-text';

export const CLIP_TYPE = 'application/x-suar-items';

/** `parent`: place in the list of the segment it is in. */
export const ClipRow = z.object({ id: PartId, parent: z.int().min(0).nullable(), fields: ItemFields });
export const Clip = z.object({ rundownId: Id, rows: z.array(ClipRow).max(2000) });
export type Clip = z.infer<typeof Clip>;

export function clipIn(text: string): Clip | null {
  try {
    return Clip.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** What a spreadsheet or a letter is given of them. */
export const clipText = ({ rows }: Clip): string =>
  rows.map(({ fields }) => `${fields.title}\t${durationText(fields.durationMs)}`).join('\n');

export interface TextRow {
  title: string;
  durationMs: number;
}

const MOST_ROWS = 1000;

/** A line each; of its cells the first that reads as a length is one, and the first other is the title. A line of headings is left out. */
export function rowsIn(text: string): TextRow[] {
  const lines = cellsOf(text.slice(0, 500_000));
  const rows = lines.map(rowOf);
  const anyLength = rows.some(({ durationMs }) => durationMs !== null);
  const [first] = rows;
  const headed = rows.length > 1 && anyLength && first?.durationMs === null && (lines[0]?.length ?? 0) > 1;
  return rows
    .slice(headed ? 1 : 0, MOST_ROWS)
    .flatMap(({ title, durationMs }) => (title || durationMs ? [{ title, durationMs: durationMs ?? 0 }] : []));
}

function rowOf(cells: string[]): { title: string; durationMs: number | null } {
  const lengths = cells.map((cell) => lengthIn(cell).ms);
  // A line of one cell is a title, also where it is a number.
  const at = cells.length > 1 ? lengths.findLastIndex((ms, index) => ms !== null && isLength(cells, index)) : -1;
  const title = cells.find((cell, index) => index !== at && cell.trim() !== '' && !isNumber(cell)) ?? '';
  return { title: title.trim().slice(0, 300), durationMs: at < 0 ? null : (lengths[at] ?? null) };
}

const isNumber = (cell: string): boolean => /^\s*\d+\s*$/.test(cell);
/** The first cell of three is a number in the list. */
const isLength = (cells: string[], index: number): boolean =>
  index > 0 || cells.length < 3 || !isNumber(cells[0] ?? '');

/** Cells between tabs; in quotes a cell may hold line breaks, which become spaces. */
function cellsOf(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/g)) {
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"').replace(/\s+/g, ' '));
    if (end === '\t') continue;
    if (line.some((cell) => cell.trim() !== '')) lines.push(line);
    line = [];
  }
  return lines;
}
