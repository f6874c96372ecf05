/** What a file would become, line by line. Nothing is changed here. */
import { createHash } from 'node:crypto';
import type {
  ImportField,
  RundownImportQuery,
  RundownImportReport,
  RundownImportRow,
} from '../../../contract/api/rundown-files';
import { PLAIN_ITEM } from '../../../contract/records/rundown-item';
import { type LocalTime, type Reason, reason } from '../../../contract/scalars';
import { DAY_MS, timeMs } from '../../../domain/calendar';
import type { Steps } from '../../../domain/steps';
import { type Cell, isEmpty, textOf } from '../../sheets/cell';
import { type Mapped, mapColumns } from './mapping';
import { type ReadRow, type RowCells, readRow } from './read-row';
import { type Grid, MOST_ROWS, refused } from './table';
import { readClock } from './times';
import { isSum } from './words';

export interface Plan {
  report: Omit<RundownImportReport, 'rundownId'>;
  /** Of the first line that says one. */
  startsAt: LocalTime | null;
}

const SAMPLES = 3;
/** A length between two starts is no longer: what is, is the way back over midnight of an unsorted list. */
const LONGEST_MS = DAY_MS / 2;

export function* planGrid(grid: Grid, query: RundownImportQuery): Steps<Plan> {
  const mapped = mapColumns(grid, query);
  if (mapped.body.length > MOST_ROWS) throw refused(reason('sheet.tooLong', { most: MOST_ROWS }));
  const notes: Reason[] = [];
  if (!mapped.found) notes.push(reason('rundownFile.noHeadings'));
  const titled = mapped.mapping.includes('title');
  if (!titled) notes.push(reason('rundownFile.noTitleColumn'));
  const planner = new Planner(mapped);
  const lines = titled
    ? mapped.body.map(({ row, cells }) => ({ row, sum: isSumLine(cells), cells: cellsOf(cells, mapped.mapping) }))
    : [];
  yield;
  const last = lines.findLastIndex(
    ({ cells, sum }) => !sum && !isEmpty(cells.title ?? null) && !isEmpty(cells.duration ?? null),
  );
  for (const [at, { row, cells, sum }] of lines.entries()) {
    // Below the last sum stand names and signatures.
    if (sum || (planner.sums > 0 && at > last)) planner.sums += 1;
    else if (!Object.values(cells).every(isEmpty)) planner.add(row, cells, lines[at + 1]?.cells, grid);
    yield;
  }
  if (planner.sums > 0) notes.push(reason('rundownFile.sums', { count: planner.sums }));
  const { rows } = planner;
  const rest = { source: grid.source, columns: columnsOf(mapped), rows, notes, ...countsOf(rows) };
  return { report: { ...rest, print: yield* printOf(rows, query) }, startsAt: planner.startsAt };
}

const isSumLine = (cells: readonly Cell[]): boolean => isSum(textOf(cells.find((cell) => !isEmpty(cell)) ?? null));

/** Of several columns with the same meaning the texts of all, or else the first that has one. */
function cellsOf(cells: readonly Cell[], mapping: readonly ImportField[]): RowCells {
  const found: RowCells = {};
  for (const [column, field] of mapping.entries()) {
    const cell = cells[column] ?? null;
    if (field === 'ignored' || isEmpty(cell)) continue;
    const held = found[field] ?? null;
    if (held === null) found[field] = cell;
    else if (field === 'notes' || field === 'script') found[field] = `${textOf(held)}\n${textOf(cell)}`;
  }
  return found;
}

class Planner {
  readonly rows: RundownImportRow[] = [];
  sums = 0;
  startsAt: LocalTime | null = null;
  /** By name the row of a segment. */
  private readonly segments = new Map<string, number>();
  /** Row of the segment that holds what follows; never where a column names segments. */
  private open: number | null = null;
  private readonly named: boolean;
  private readonly lengths: boolean;

  constructor(private readonly mapped: Mapped) {
    this.named = mapped.mapping.includes('segment');
    this.lengths = mapped.mapping.includes('duration');
  }

  add(row: number, cells: RowCells, next: RowCells | undefined, { formulas }: Grid): void {
    const read = readRow(cells, this.lengths ? null : between(cells, next));
    this.startsAt ??= read.start;
    this.warnFormulas(row, read, formulas);
    const { fields, script, problems, warnings } = read;
    if (fields === null) {
      this.rows.push({
        ...{ row, fields, script, problems, warnings },
        verdict: 'wrong',
        parentRow: null,
        made: false,
      });
      return;
    }
    const verdict = warnings.length > 0 ? 'warned' : 'fine';
    const parentRow = fields.kind === 'segment' ? null : this.parentOf(read, row);
    this.rows.push({ ...{ row, fields, script, problems, warnings, verdict, parentRow }, made: false });
    if (fields.kind !== 'segment') return;
    this.segments.set(read.title, row);
    this.open = read.holds && !this.named ? row : null;
  }

  private parentOf({ segment }: ReadRow, row: number): number | null {
    if (!this.named) return this.open;
    if (segment === '') return null;
    const held = this.segments.get(segment);
    if (held !== undefined) return held;
    const fields = { ...PLAIN_ITEM, kind: 'segment' as const, title: segment.slice(0, 300) };
    const blank = { script: '', problems: [], warnings: [], parentRow: null };
    this.rows.push({ row, verdict: 'fine', fields, ...blank, made: true });
    this.segments.set(segment, row);
    return row;
  }

  private warnFormulas(row: number, { warnings }: ReadRow, formulas: ReadonlySet<string>): void {
    for (const [column, field] of this.mapped.mapping.entries()) {
      if (field !== 'ignored' && formulas.has(`${row}:${column + 1}`))
        warnings.push({ field, reason: reason('rundownFile.formula') });
    }
  }
}

/** From one start to the next, ms; over midnight too. */
function between(cells: RowCells, next: RowCells | undefined): number | null {
  const [from, to] = [clockOf(cells), next && clockOf(next)];
  if (from === null || to === null || to === undefined) return null;
  const ms = (to - from + DAY_MS) % DAY_MS;
  return ms > 0 && ms <= LONGEST_MS ? ms : null;
}

function clockOf({ start = null }: RowCells): number | null {
  try {
    return isEmpty(start) ? null : timeMs(readClock(start));
  } catch {
    return null;
  }
}

function columnsOf({ headings, mapping, body }: Mapped): RundownImportReport['columns'] {
  return headings.map((heading, column) => {
    const samples: string[] = [];
    for (const { cells } of body) {
      const text = shown(cells[column] ?? null);
      if (text !== '' && samples.push(text) === SAMPLES) break;
    }
    return { heading, field: mapping[column] ?? 'ignored', samples };
  });
}

/** A time of a spreadsheet is a date of 1899 to programs. */
function shown(cell: Cell): string {
  if (cell instanceof Date && cell.getTime() < 0) return cell.toISOString().slice(11, 19);
  return textOf(cell).slice(0, 100);
}

function countsOf(rows: readonly RundownImportRow[]): Pick<RundownImportReport, 'counts' | 'totalMs'> {
  const good = rows.flatMap(({ fields }) => fields ?? []);
  const count = (verdict: RundownImportRow['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  const segments = good.filter(({ kind }) => kind === 'segment').length;
  return {
    counts: { items: good.length - segments, segments, warned: count('warned'), wrong: count('wrong') },
    totalMs: good.reduce((sum, { floating, durationMs }) => sum + (floating ? 0 : durationMs), 0),
  };
}

/** Of what would be made, and where. */
function* printOf(rows: readonly RundownImportRow[], query: RundownImportQuery): Steps<string> {
  const hash = createHash('sha256');
  const { date, name, programmeId = null, into = null } = query;
  hash.update(JSON.stringify([date, name, programmeId, into]));
  for (const { row, fields, script, parentRow, made } of rows) {
    yield;
    hash.update(JSON.stringify([row, fields, script, parentRow, made]));
  }
  return hash.digest('hex');
}
