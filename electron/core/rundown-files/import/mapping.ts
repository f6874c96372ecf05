/** Which line holds the headings, and what each column is to a rundown. Pure. */
import type { ImportField, RundownImportQuery } from '../../../contract/api/rundown-files';
import { type Cell, isEmpty, textOf } from '../../sheets/cell';
import type { Grid } from './table';
import { exactField, fieldOf } from './words';

export interface Mapped {
  headings: string[];
  mapping: ImportField[];
  /** Lines below the headings, numbered as the file does. */
  body: { row: number; cells: readonly Cell[] }[];
  /** False where nothing looked like headings, and the first line was taken for them. */
  found: boolean;
}

/** Titles of the sheet and a letterhead above the headings. */
const MOST_ABOVE = 30;
const MOST_COLUMNS = 200;
const FEWEST = 2;
const MOST_GUESSED = 40;

export function mapColumns({ rows }: Grid, { mapping, skip }: Pick<RundownImportQuery, 'mapping' | 'skip'>): Mapped {
  const best = skip ?? headingsAt(rows);
  const at = best ?? 0;
  const width = Math.min(
    MOST_COLUMNS,
    rows.reduce((most, { length }) => Math.max(most, length), 0),
  );
  const line = rows[at] ?? [];
  const headings = Array.from({ length: width }, (_, column) => textOf(line[column] ?? null).slice(0, 100));
  const body = rows.slice(at + 1).map((cells, index) => ({ row: at + 2 + index, cells }));
  const guessed = guess(headings);
  return {
    headings,
    mapping: headings.map((_, column) => (mapping ? (mapping[column] ?? 'ignored') : (guessed[column] ?? 'ignored'))),
    body: body.filter(({ cells }) => !cells.every(isEmpty)),
    found: best !== undefined,
  };
}

/** The first of the lines in which most cells are known headings. */
function headingsAt(rows: readonly (readonly Cell[])[]): number | undefined {
  let best: { at: number; count: number } | undefined;
  for (const [at, row] of rows.slice(0, MOST_ABOVE).entries()) {
    const count = new Set(row.flatMap((cell) => sureField(cell) ?? [])).size;
    if (count >= FEWEST && count > (best?.count ?? 0)) best = { at, count };
  }
  return best?.at;
}

const sureField = (cell: Cell): ImportField | null => (typeof cell === 'string' ? exactField(cell) : null);

/** Each field once, but for what is left out; a name that only looks like one gives way to one that is. */
function guess(headings: readonly string[]): ImportField[] {
  const found = headings.map((heading, column) => (column < MOST_GUESSED ? fieldOf(heading) : null));
  const taken = new Set<ImportField>();
  const fields = headings.map((): ImportField => 'ignored');
  for (const sure of [true, false]) {
    for (const [column, one] of found.entries()) {
      if (!one || one.sure !== sure || one.field === 'ignored' || taken.has(one.field)) continue;
      taken.add(one.field);
      fields[column] = one.field;
    }
  }
  return fields;
}
